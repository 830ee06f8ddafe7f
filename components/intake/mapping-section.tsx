import { useLocale, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { Panel } from "@/components/ui/panel";
import type { Mapping, Problem } from "@/lib/intake/view";
import { MappingForm } from "./mapping-form";

type MappingSectionProps = Pick<ComponentProps<typeof MappingForm>, "id" | "choices" | "act"> & {
  /** As the table was read. */
  mapping: Mapping | null;
  /** Why it could not be. */
  problem: Problem | null;
};

/** A table with headings of its own: what they are is said here, or shown where it was said before. */
export function MappingSection({ mapping, problem, ...form }: MappingSectionProps) {
  const t = useTranslations("intake.mapping");
  const locale = useLocale();
  const key = JSON.stringify(mapping ?? problem?.columns);
  if (!mapping && problem?.columns?.length)
    return (
      <Panel title={t("title")}>
        <p className="mb-2 text-soft">{t("text")}</p>
        <MappingForm key={key} {...form} name={null} columns={problem.columns} />
      </Panel>
    );
  if (!mapping) return null;
  const unread = mapping.columns.filter(({ column }) => column === null).map(({ heading }) => heading);
  const list = new Intl.ListFormat(locale).format(unread);
  return (
    <details className="no-print mb-6">
      <summary className="min-h-7 cursor-pointer">
        {mapping.name ? t("as", { name: mapping.name }) : t("told")}{" "}
        {unread.length > 0 && <span className="wrap-anywhere">{t("unreadOnes", { list })} </span>}
        <span className="font-semibold text-accent">{t("otherwise")}</span>
      </summary>
      <MappingForm key={key} {...form} name={mapping.name} columns={mapping.columns} />
    </details>
  );
}
