import { COLUMNS, headingOf, type Column } from "@/lib/intake/columns";

export type Row = Partial<Record<Column, string>>;

/** An import table in Russian, as a spreadsheet would save it. */
export function writeCsv(...rows: Row[]): string {
  const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
  const lines = rows.map((row) => COLUMNS.map((column) => cell(row[column] ?? "")).join(","));
  return [COLUMNS.map((column) => headingOf(column, "ru")).join(","), ...lines].join("\r\n");
}
