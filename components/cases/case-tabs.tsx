import { useFormatter, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { HistoryList } from "@/components/history/history-list";
import { Tabs } from "@/components/ui/tabs";
import type { CasePage } from "@/lib/cases/view-page";
import type { HistoryPage } from "@/lib/cases/view-history";
import { FilesView } from "./files-view";
import { FindingView } from "./finding-view";
import { MentionsView } from "./mentions-view";
import { PersonView } from "./person-view";

export const caseTabs = ["finding", "person", "files", "people", "history"] as const;
export type CaseTab = (typeof caseTabs)[number];

type CaseTabsProps = { page: CasePage; tab: CaseTab; history: HistoryPage | null; old: boolean };

/** The parts of a case, each with an address of its own. */
export function CaseTabs({ page, tab, history, old }: CaseTabsProps) {
  const t = useTranslations("cases.tab");
  const format = useFormatter();
  const { head, finding, mentions } = page;
  const counts: Partial<Record<CaseTab, number>> = {
    files: head.files.length,
    people: head.mentions,
    history: head.entries,
  };
  const home = `/cases/${head.id}`;
  return (
    <>
      <Tabs
        label={t("label")}
        items={caseTabs.map((key) => ({
          label: t(key),
          href: key === "finding" ? home : `${home}?tab=${key}`,
          current: key === tab,
          count: counts[key] === undefined ? undefined : format.number(counts[key]),
        }))}
      />
      {tab === "finding" && <FindingView finding={finding} />}
      {tab === "person" && <PersonView head={head} />}
      {tab === "files" && <FilesView files={head.files} />}
      {tab === "people" && <MentionsView mentions={mentions} />}
      {history && <HistoryTab page={history} home={`${home}?tab=history`} old={old} />}
    </>
  );
}

type HistoryTabProps = { page: HistoryPage; home: string; old: boolean };

/** One subject's entries, either way round, with the way on to older ones. */
export function HistoryTab({ page, home, old }: HistoryTabProps) {
  const t = useTranslations("history");
  const ui = useTranslations("ui");
  const order = old ? "&order=old" : "";
  return (
    <>
      <p className="mb-4 text-small">
        <Link href={old ? home : `${home}&order=old`} scroll={false}>
          {t(old ? "order.new" : "order.old")}
        </Link>
      </p>
      <HistoryList rows={page.rows} />
      {page.last && (
        <p className="mt-4">
          <Link href={`${home}${order}&after=${page.last}`}>{ui("nextPage")}</Link>
        </p>
      )}
    </>
  );
}
