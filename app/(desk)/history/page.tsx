import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { CsvForm } from "@/components/history/csv-form";
import { HistoryFilters } from "@/components/history/history-filters";
import { HistoryList } from "@/components/history/history-list";
import { HistoryTabs } from "@/components/history/history-tabs";
import { SubjectChoice } from "@/components/history/subject-choice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/actor";
import { mayExport } from "@/lib/history/exporter";
import { readHistory, readHistorySearch } from "@/lib/cases/read-history";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("history"))("title") };
}

/** Each person sees the history of what they may see; the auditor all of it, and takes it away. */
export default async function HistoryPage({ searchParams }: Props) {
  const actor = await requireActor("/history");
  const search = readHistorySearch(await searchParams);
  const page = await readHistory(actor, search);
  const t = await getTranslations("history");
  const audits = mayExport(actor);
  const { after: _after, ...filter } = search;
  return (
    <>
      <PageHead title={t("title")} under={t("lead")} />
      {audits && <HistoryTabs current="entries" />}
      <HistoryFilters search={search} page={page} />
      {page.found ? (
        <SubjectChoice path="/history" search={search} found={page.found} />
      ) : (
        <>
          <HistoryList rows={page.rows} about filtered={Object.keys(filter).length > 0} />
          <Pager
            previous={search.after ? withParams("/history", filter) : undefined}
            next={page.last ? withParams("/history", search, { after: page.last }) : undefined}
          />
          {audits && page.rows.length > 0 && <CsvForm table="history" params={filter} />}
        </>
      )}
    </>
  );
}
