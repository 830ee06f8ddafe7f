import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { withParams } from "@/components/cases/address";
import { CsvForm } from "@/components/history/csv-form";
import { HistoryTabs } from "@/components/history/history-tabs";
import { ReadsFilters } from "@/components/history/reads-filters";
import { ReadsTable } from "@/components/history/reads-table";
import { SubjectChoice } from "@/components/history/subject-choice";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { requireActor } from "@/lib/auth/actor";
import { mayExport } from "@/lib/history/exporter";
import { readHistory, readHistorySearch } from "@/lib/cases/read-history";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.reads"))("title") };
}

/** Who read which closed sheet, and what for: each reading is an entry of the history. */
export default async function SheetsPage({ searchParams }: Props) {
  const actor = await requireActor("/history/sheets");
  if (!mayExport(actor)) notFound();
  const { from, to, file, actor: reader, q, after } = readHistorySearch(await searchParams);
  const search = { from, to, file, actor: reader, q };
  const page = await readHistory(actor, { ...search, after, act: "read_closed_sheet" });
  const t = await getTranslations("audit.reads");
  const filtered = Object.values(search).some((value) => value !== undefined);
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <HistoryTabs current="sheets" />
      <ReadsFilters search={search} page={page} />
      {page.found ? (
        <SubjectChoice
          path="/history/sheets"
          search={search}
          found={{ ...page.found, cases: [], persons: [] }}
        />
      ) : (
        <>
          <ReadsTable rows={page.rows} search={search} filtered={filtered} />
          <Pager
            previous={after ? withParams("/history/sheets", search) : undefined}
            next={page.last ? withParams("/history/sheets", search, { after: page.last }) : undefined}
          />
          {page.rows.length > 0 && <CsvForm table="sheets" params={search} />}
        </>
      )}
    </>
  );
}
