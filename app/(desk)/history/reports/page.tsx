import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CsvForm } from "@/components/history/csv-form";
import { HistoryTabs } from "@/components/history/history-tabs";
import { ReportChoice } from "@/components/history/report-choice";
import { ReportFilters } from "@/components/history/report-filters";
import { ReportView } from "@/components/history/report-view";
import { PageHead } from "@/components/ui/page-head";
import { requireActor } from "@/lib/auth/actor";
import { readReport } from "@/lib/history/read-report";
import { reportSearch } from "@/lib/history/schema";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("audit.report"))("title") };
}

/** Reports that point at something and accuse nobody; for an auditor alone. */
export default async function ReportsPage({ searchParams }: Props) {
  const actor = await requireActor("/history/reports");
  const search = reportSearch.parse(await searchParams);
  const report = await readReport(actor, search);
  if (!report) notFound();
  const t = await getTranslations("audit.report");
  return (
    <>
      <PageHead title={t("title")} under={<p className="max-w-[72ch]">{t("lead")}</p>} />
      <HistoryTabs current="reports" />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-11 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20.5rem]">
        <ReportChoice search={search} />
        <div>
          <h2 className="question mb-1">{t(`${search.report}.title`)}</h2>
          <p className="mb-1 max-w-[68ch]">{t(`${search.report}.shows`)}</p>
          <p className="mb-4 max-w-[68ch] text-soft">{t(`${search.report}.not`)}</p>
          <ReportFilters search={search} />
          <ReportView report={report} search={search} locale={actor.locale} />
          {report.rows.length > 0 && <CsvForm table={search.report} params={search} />}
        </div>
      </div>
    </>
  );
}
