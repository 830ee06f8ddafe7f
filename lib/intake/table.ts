import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import { COLUMNS, columnOf, headingOf, REQUIRED, type Cells, type Column } from "./columns";
import { tidy } from "./ead-text";
import type { FileFault, Outcome, Problem } from "./problem";
import { SIGNS, soundEncoding, soundSeparator } from "./reading";
import { decodeTable } from "./table-text";
import type { Reading } from "./view";

/** One row of the table. `row` is its number in a spreadsheet: the headings are row 1. */
export interface TableRow {
  row: number;
  cells: Cells;
}

/** A table as it was read, its headings as they were written. */
export interface Table {
  kind: "table";
  reading: Reading;
  headings: Partial<Record<Column, string>>;
  rows: TableRow[];
  /** Rows that do not fit under the headings. */
  problems: Problem[];
}

/** A row that is longer has a quote that nobody closed: the rest of the file would run into it. */
const LONGEST_ROW = 1_000_000;
const MOST_COLUMNS = 500;

function failAt(code: FileFault, row: number, heading: string | null, detail: string): Outcome<never> {
  return { ok: false, problem: { code, place: { kind: "row", row, heading }, detail } };
}

/**
 * Reads the import table: CSV, quoted cells over several lines. Encoding and separator are found out from the
 * file where they are not given.
 *
 * @returns all rows that are not blank, or why the table as a whole cannot be used.
 */
export async function readTable(bytes: Uint8Array, asked: Partial<Reading> = {}): Promise<Outcome<Table>> {
  const encoding = asked.encoding ?? soundEncoding(bytes);
  const first = firstOf(decodeTable(bytes, encoding));
  if (!first.ok) return first;
  if (first.value.replace(/\s|\ufeff/g, "") === "") return failAt("empty", 1, null, "");
  const reading = { encoding, separator: asked.separator ?? soundSeparator(first.value) };
  const table: Table = { kind: "table", reading, headings: {}, rows: [], problems: [] };
  const builder = new TableBuilder(table);
  let fault: Outcome<never> | null = null;
  const text = function* (): Generator<string> {
    for (const piece of decodeTable(bytes, encoding)) {
      if (piece.ok) yield piece.value;
      else return void (fault = piece);
    }
  };
  const parser = Readable.from(text()).pipe(
    parse({
      delimiter: SIGNS[reading.separator],
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LONGEST_ROW,
    }),
  );
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      const refused = builder.take(record);
      if (refused) return refused;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (fault) return fault;
    const row = Number(error.records) + 1;
    return error.code === "CSV_MAX_RECORD_SIZE"
      ? failAt("rowTooLong", row, null, String(LONGEST_ROW))
      : failAt("brokenTable", row, null, error.code);
  }
  return fault ?? { ok: true, value: table };
}

const firstOf = (pieces: Generator<Outcome<string>>): Outcome<string> =>
  pieces.next().value ?? { ok: true, value: "" };

class TableBuilder {
  private row = 0;
  private layout: (Column | null)[] | null = null;

  constructor(private readonly table: Table) {}

  /** @returns why the table ends here. */
  take(record: string[]): Outcome<never> | null {
    this.row += 1;
    if (this.layout === null) {
      if (record.length > MOST_COLUMNS) return failAt("tooManyColumns", 1, null, String(record.length));
      const read = readHeadings(record);
      if (!read.ok) return read;
      this.layout = read.value.layout;
      this.table.headings = read.value.headings;
      return null;
    }
    if (record.some((cell) => cell.trim() !== "")) this.takeRow(record, this.layout);
    return null;
  }

  private takeRow(record: string[], layout: (Column | null)[]): void {
    const { row } = this;
    const stray = record.slice(layout.length).find((cell) => cell.trim() !== "");
    if (stray === undefined) this.table.rows.push({ row, cells: fillCells(record, layout) });
    else {
      const place = { kind: "row", row, heading: null } as const;
      this.table.problems.push({ code: "strayCell", place, detail: stray.slice(0, 80) });
    }
  }
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
