import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Theme } from "@/lib/preferences";
import { LocaleSwitch } from "./locale-switch";
import { ThemeSwitch } from "./theme-switch";

export type Person = { name: string; offices: readonly string[] };

type UserBlockProps = { person: Person; theme: Theme; /** the way out: a form or a link */ exit?: ReactNode };

export function UserBlock({ person, theme, exit }: UserBlockProps) {
  const t = useTranslations("shell");
  return (
    <div className="mt-auto border-t border-rule px-2.5 pt-3 text-small text-soft">
      <p className="font-semibold wrap-break-word text-ink">{person.name}</p>
      <p>{person.offices.map((role) => t(`role.${role}`)).join(", ")}</p>
      {exit}
      <div className="mt-2.5 flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
        <LocaleSwitch />
        <ThemeSwitch current={theme} />
      </div>
    </div>
  );
}
