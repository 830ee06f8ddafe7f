import { useFormatter, useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";
import type { HistoryPage } from "@/lib/cases/view-history";
import type { ProceedingPage } from "@/lib/cases/view-page";
import { HistoryTab } from "./case-tabs";
import { FileCases } from "./file-cases";
import { SpansView } from "./spans-view";

export const fileTabs = ["spans", "cases", "history"] as const;
export type FileTab = (typeof fileTabs)[number];

type FileTabsProps = { page: ProceedingPage; tab: FileTab; history: HistoryPage | null; old: boolean };

/** The parts of a file's declassification. */
export function FileTabs({ page, tab, history, old }: FileTabsProps) {
  const t = useTranslations("cases.tab");
  const format = useFormatter();
  const { file, proceeding } = page;
  const home = `/proceedings/${proceeding.id}`;
  const counts = { spans: file.spans.length, cases: file.cases.length, history: proceeding.entries };
  return (
    <>
      <Tabs
        label={t("label")}
        items={fileTabs.map((key) => ({
          label: t(key),
          href: key === "spans" ? home : `${home}?tab=${key}`,
          current: key === tab,
          count: format.number(counts[key]),
        }))}
      />
      {tab === "spans" && <SpansView file={file} />}
      {tab === "cases" && <FileCases cases={file.cases} />}
      {history && <HistoryTab page={history} home={`${home}?tab=history`} old={old} />}
    </>
  );
}
