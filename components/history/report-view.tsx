import { useTranslations } from "next-intl";
import { withParams } from "@/components/cases/address";
import { EmptyState } from "@/components/ui/empty-state";
import { Cell, NameCell, Row, Table, type Column } from "@/components/ui/table";
import type { Locale } from "@/lib/i18n/locales";
import type { ReportSearch } from "@/lib/history/view";
import type { Report } from "@/lib/history/view-report";
import { useAppointedLines, usePaceLines, usePairLines, useUnopenedLines, type Line } from "./report-lines";

/** A column after the first: what it is called and what it is sorted by. */
export type Head = { key: string; numeric?: boolean; wideOnly?: boolean };

type ReportViewProps = { report: Report; search: ReportSearch; locale: Locale };

export function ReportView({ report, search, locale }: ReportViewProps) {
  switch (report.report) {
    case "unopened":
      return <Unopened rows={report.rows} all={report.all} search={search} />;
    case "pace":
      return <Pace rows={report.rows} all={report.all} search={search} />;
    case "pairs":
      return <Pairs rows={report.rows} all={report.all} search={search} />;
    case "appointed":
      return <Appointed rows={report.rows} all={report.all} search={search} locale={locale} />;
  }
}

type Of<N extends Report["report"]> = Omit<Extract<Report, { report: N }>, "report"> & {
  search: ReportSearch;
};

function Unopened({ rows, all, search }: Of<"unopened">) {
  const heads: Head[] = [
    { key: "unopened", numeric: true },
    { key: "signed", numeric: true },
    { key: "share", numeric: true },
    { key: "last", numeric: true, wideOnly: true },
  ];
  return (
    <ReportTable
      lines={useUnopenedLines(rows, search)}
      heads={heads}
      first="name"
      all={all}
      search={search}
    />
  );
}

function Pace({ rows, all, search }: Of<"pace">) {
  const heads: Head[] = [
    { key: "fast", numeric: true },
    { key: "shortest", numeric: true },
    { key: "median", numeric: true },
    { key: "times", numeric: true, wideOnly: true },
    { key: "signed", numeric: true, wideOnly: true },
  ];
  return <ReportTable lines={usePaceLines(rows)} heads={heads} first="name" all={all} search={search} />;
}

function Pairs({ rows, all, search }: Of<"pairs">) {
  const heads: Head[] = [
    { key: "common", numeric: true },
    { key: "returned", numeric: true },
    { key: "last", numeric: true, wideOnly: true },
  ];
  return (
    <ReportTable lines={usePairLines(rows, search)} heads={heads} first="reader" all={all} search={search} />
  );
}

function Appointed({ rows, all, search, locale }: Of<"appointed"> & { locale: Locale }) {
  const heads: Head[] = [{ key: "days", numeric: true }, { key: "decidedAt" }, { key: "confirmedAt" }];
  return (
    <ReportTable
      lines={useAppointedLines(rows, locale)}
      heads={heads}
      first="name"
      all={all}
      search={search}
    />
  );
}

type ReportTableProps = {
  lines: readonly Line[];
  heads: readonly Head[];
  first: string;
  all: number;
  search: ReportSearch;
};

/** Every column sorts; numbers begin with the largest. */
function ReportTable({ lines, heads, first, all, search }: ReportTableProps) {
  const t = useTranslations("audit.report");
  const { report, sort, down } = search;
  if (lines.length === 0) return <EmptyState title={t("none")}>{t(`${report}.none`)}</EmptyState>;
  const column = ({ key, ...head }: Head): Column => {
    const on = sort === key;
    const next = on ? !down : head.numeric === true;
    const href = withParams("/history/reports", search, { sort: key, down: next ? "1" : undefined });
    const direction = on ? (down ? "descending" : "ascending") : undefined;
    return { key, label: t(`${report}.${key}`), ...head, sort: { href, direction } };
  };
  return (
    <>
      <p className="mb-2 text-small text-soft">
        {lines.length < all ? t("cut", { all, shown: lines.length }) : t("count", { all })}
      </p>
      <Table caption={t(`${report}.title`)} columns={[column({ key: first }), ...heads.map(column)]}>
        {lines.map(({ key, href, name, under, cells }) => (
          <Row key={key}>
            <NameCell href={href} name={name} under={under} />
            {cells.map((cell, nth) => (
              <Cell key={heads[nth]!.key} numeric={heads[nth]!.numeric} wideOnly={heads[nth]!.wideOnly}>
                {cell}
              </Cell>
            ))}
          </Row>
        ))}
      </Table>
    </>
  );
}
