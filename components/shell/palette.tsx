"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useHotkeys } from "react-hotkeys-hook";
import { DialogSurface } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import type { NavItem } from "./nav";
import { useFound } from "./use-found";

const itemClass =
  "flex min-h-9 cursor-pointer items-baseline justify-between gap-4 rounded-md px-3 py-1.5 " +
  "data-[selected=true]:bg-tint data-[selected=true]:text-accent";

/** The field at the head of every page: goes to a place, a person, a case or a file. */
export function Palette({ items, findAt }: { items: NavItem[]; findAt?: string }) {
  const [open, setOpen] = useState(false);
  const t = useTranslations("shell.find");
  useHotkeys("ctrl+k, meta+k", () => setOpen((was) => !was), {
    preventDefault: true,
    enableOnFormTags: true,
    enableOnContentEditable: true,
  });
  return (
    <Base.Root open={open} onOpenChange={setOpen}>
      <Base.Trigger
        className={
          "flex min-h-9 min-w-0 max-w-130 flex-1 items-center justify-between gap-3 rounded-md border " +
          "border-rule2 bg-sheet px-3 py-1.5 text-left text-small text-faint hover:border-accent"
        }
      >
        <span className="truncate">{t("prompt")}</span>
        <span className="max-lg:hidden">
          <Kbd>Ctrl K</Kbd>
        </span>
      </Base.Trigger>
      <DialogSurface size="wide" label={t("title")} high>
        <PaletteBody items={items} findAt={findAt} onGo={() => setOpen(false)} />
      </DialogSurface>
    </Base.Root>
  );
}

function PaletteBody({ items, findAt, onGo }: { items: NavItem[]; findAt?: string; onGo: () => void }) {
  const [text, setText] = useState("");
  const router = useRouter();
  const t = useTranslations("shell");
  const { groups, busy } = useFound(findAt, text);
  const go = (href: string) => {
    onGo();
    router.push(href);
  };
  const places = items.filter((item) =>
    t(`nav.${item.key}`).toLowerCase().includes(text.trim().toLowerCase()),
  );
  return (
    <Command shouldFilter={false} label={t("find.title")} loop>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder={t("find.prompt")}
        className="w-full rounded-t-lg border-b border-rule2 bg-sheet px-4.5 py-3.5 text-[1.0625rem] outline-none -outline-offset-2"
      />
      <Command.List className="max-h-[60dvh] overflow-y-auto p-2" aria-busy={busy}>
        {!busy && <Command.Empty className="px-3 py-4 text-soft">{t("find.nothing")}</Command.Empty>}
        {groups.map((group) => (
          <PaletteGroup key={group.label} label={group.label} items={group.items} go={go} />
        ))}
        <PaletteGroup
          label={t("find.places")}
          items={places.map((item) => ({ label: t(`nav.${item.key}`), href: item.href }))}
          go={go}
        />
      </Command.List>
      <p role="status" className="min-h-7 px-5 pb-2 text-small text-soft">
        {busy ? t("find.busy") : ""}
      </p>
    </Command>
  );
}

type GroupProps = {
  label: string;
  items: { label: string; sub?: string; href: string }[];
  go: (href: string) => void;
};

function PaletteGroup({ label, items, go }: GroupProps) {
  if (items.length === 0) return null;
  return (
    <Command.Group
      heading={label}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1.5 [&_[cmdk-group-heading]]:text-tiny [&_[cmdk-group-heading]]:text-faint"
    >
      {items.map((item) => (
        <Command.Item key={item.href} value={item.href} onSelect={() => go(item.href)} className={itemClass}>
          <span className={item.sub ? "font-serif font-semibold" : undefined}>{item.label}</span>
          {item.sub && <span className="text-right text-small text-soft">{item.sub}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
