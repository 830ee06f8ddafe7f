import type { AppointedRow } from "@/lib/store/audit-appointments";
import type { Found, PaceRow, PairRow, UnopenedRow } from "@/lib/store/audit-reports";

export type { AppointedRow, PaceRow, PairRow, UnopenedRow };

export type Report =
  | ({ report: "unopened" } & Found<UnopenedRow>)
  | ({ report: "pace" } & Found<PaceRow>)
  | ({ report: "pairs" } & Found<PairRow>)
  | ({ report: "appointed" } & Found<AppointedRow>);

/** In the order of one of its columns, and no longer than `most`. As it came where it has no such column. */
export function sortReport(report: Report, column: string | undefined, down: boolean, most: number): Report {
  switch (report.report) {
    case "unopened":
      return { ...report, rows: ordered(report.rows, column, down).slice(0, most) };
    case "pace":
      return { ...report, rows: ordered(report.rows, column, down).slice(0, most) };
    case "pairs":
      return { ...report, rows: ordered(report.rows, column, down).slice(0, most) };
    case "appointed":
      return { ...report, rows: ordered(report.rows, column, down).slice(0, most) };
  }
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
const names = new Intl.Collator("kk");

function ordered<R extends object>(
  rows: readonly R[],
  column: string | undefined,
  down: boolean,
): readonly R[] {
  const first = rows[0];
  if (!column || !first || !Object.hasOwn(first, column)) return rows;
  const valueOf = (row: R): unknown => row[column as keyof R];
  const compare = (a: R, b: R): number => {
    const [left, right] = [valueOf(a), valueOf(b)];
    return typeof left === "number" && typeof right === "number"
      ? left - right
      : names.compare(textOf(left), textOf(right));
  };
  return rows.toSorted((a, b) => (down ? compare(b, a) : compare(a, b)));
}
