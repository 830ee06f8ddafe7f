import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { FileShown } from "@/lib/units/view";
import { addressWith } from "./address";

export const fileTabs = ["spans", "images", "materials", "named", "cases", "history"] as const;
export type FileTab = (typeof fileTabs)[number];

export function FileTabs({ file, tab }: { file: FileShown; tab: FileTab }) {
  const t = useTranslations("files.tab");
  const { materials, mentions, cases, images, entries } = file.counts;
  const counts: Record<FileTab, number> = {
    spans: file.spans.length,
    images,
    materials,
    named: mentions,
    cases,
    history: entries,
  };
  return (
    <Tabs
      label={t("label")}
      items={fileTabs.map((one) => ({
        label: t(one),
        count: counts[one],
        href: addressWith(`/files/${file.id}`, { tab: one }),
        current: one === tab,
      }))}
    />
  );
}
