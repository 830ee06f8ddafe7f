import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

const places = {
  entries: "/history",
  sheets: "/history/sheets",
  reports: "/history/reports",
  sample: "/history/sample",
  proofs: "/history/proofs",
} as const;

/** The auditor's desk: nobody else has more of it than the entries. */
export function HistoryTabs({ current }: { current: keyof typeof places }) {
  const t = useTranslations("audit.tabs");
  const keys = Object.keys(places) as (keyof typeof places)[];
  return (
    <Tabs
      label={t("label")}
      items={keys.map((key) => ({ label: t(key), href: places[key], current: key === current }))}
    />
  );
}
