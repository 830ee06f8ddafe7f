import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { COLUMNS, columnOf, headingOf, REQUIRED, type Cells, type Column } from "./columns";
import { decode } from "./decode";
import { tidy } from "./ead-text";
import type { FileFault, Outcome, Problem } from "./problem";

/** One row of the table. `row` is its number in a spreadsheet: the headings are row 1. */
export interface TableRow {
  row: number;
  cells: Cells;
}

/** A table as it was read, its headings as they were written. */
export interface Table {
  kind: "table";
  headings: Partial<Record<Column, string>>;
  rows: TableRow[];
}

const DELIMITERS = [",", ";", "\t"] as const;

function failAt(code: FileFault, row: number, heading: string | null, detail: string): Outcome<never> {
  return { ok: false, problem: { code, place: { kind: "row", row, heading }, detail } };
}

/**
 * Reads the import table: CSV in UTF-8, with or without byte order mark, cells separated by commas,
 * semicolons or tabs, quoted cells over several lines.
 *
 * @returns all rows that are not blank, or why the table as a whole cannot be used.
 */
export async function readTable(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Outcome<Table>> {
  let text = "";
  for await (const chunk of decode(source)) {
    if ("fault" in chunk) return failAt(chunk.fault, 1, null, chunk.detail);
    text += chunk.text;
  }
  if (text.trim() === "") return failAt("empty", 1, null, "");
  const parser = Readable.from([text]).pipe(
    parse({
      delimiter: soundDelimiter(text),
      relax_column_count: true,
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
    }),
  );
  let layout: (Column | null)[] | null = null;
  const table: Table = { kind: "table", headings: {}, rows: [] };
  let row = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      row += 1;
      if (layout === null) {
        const read = readHeadings(record);
        if (!read.ok) return read;
        layout = read.value.layout;
        table.headings = read.value.headings;
        continue;
      }
      if (record.every((cell) => cell.trim() === "")) continue;
      const stray = record.slice(layout.length).find((cell) => cell.trim() !== "");
      if (stray !== undefined) return failAt("brokenTable", row, null, stray.slice(0, 80));
      table.rows.push({ row, cells: fillCells(record, layout) });
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return failAt("brokenTable", Number(error.records ?? row) + 1, null, error.code);
  }
  return { ok: true, value: table };
}

function soundDelimiter(text: string): string {
  const headings = text.slice(0, (text.search(/[\r\n]/) + 1 || text.length + 1) - 1);
  const known = (delimiter: string): number =>
    headings.split(delimiter).filter((cell) => columnOf(cell.replace(/^\ufeff?"|"$/g, "")) !== null).length;
  return DELIMITERS.reduce((best, next) => (known(next) > known(best) ? next : best), ",");
}

interface Headings {
  layout: (Column | null)[];
  headings: Partial<Record<Column, string>>;
}

function readHeadings(record: readonly string[]): Outcome<Headings> {
  const headings: Partial<Record<Column, string>> = {};
  const layout: (Column | null)[] = [];
  for (const cell of record) {
    const heading = tidy(cell);
    const column = columnOf(heading);
    if (heading !== "" && column === null) return failAt("unknownHeading", 1, heading, heading);
    if (column !== null && headings[column] !== undefined)
      return failAt("repeatedHeading", 1, heading, heading);
    if (column !== null) headings[column] = heading;
    layout.push(column);
  }
  if (layout.every((column) => column === null)) return failAt("noHeadings", 1, null, "");
  const missing = REQUIRED.find((column) => headings[column] === undefined);
  if (missing) {
    const names = (["kk", "ru", "en"] as const).map((language) => headingOf(missing, language));
    return failAt("missingHeading", 1, null, names.join(" / "));
  }
  return { ok: true, value: { layout, headings } };
}

function fillCells(record: readonly string[], layout: readonly (Column | null)[]): Cells {
  const cells = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as Record<Column, string>;
  layout.forEach((column, index) => {
    if (column) cells[column] = tidy(record[index] ?? "");
  });
  return cells;
}

/** Whether a problem stops the whole file or only its row. */
export function concernsRow(problem: Problem): boolean {
  return problem.place.kind === "row" && problem.place.row > 1;
}
