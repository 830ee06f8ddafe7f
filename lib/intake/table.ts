import { unguardCell } from "@/lib/csv";
import { describeColumns, keysOf } from "./column-map";
import { COLUMNS, columnOf, headingOf, REQUIRED, type Cells, type Column } from "./columns";
import { tidy } from "./ead-text";
import type { Outcome, Problem } from "./problem";
import { soundEncoding, soundSeparator } from "./reading";
import { failAt, readRecords, sampleOf } from "./table-records";
import { decodeTable, type Bytes } from "./table-text";
import type { Asked, ColumnMap, Mapping, Reading } from "./view";

/** One row of the table. `row` is its number in a spreadsheet: the headings are row 1. */
export interface TableRow {
  row: number;
  cells: Cells;
}

export interface TableHead {
  reading: Reading;
  /** As they were written. */
  headings: Partial<Record<Column, string>>;
  /** Where somebody has said what its columns are. */
  mapping: Mapping | null;
}

/** Some rows of it; `problems`: rows that do not fit under the headings. */
export type TablePart = { rows: TableRow[]; problems: Problem[] };

const MOST_COLUMNS = 500;

export type OpenTable = { head: TableHead; parts: AsyncGenerator<Outcome<TablePart>> };

/** A table before anybody has asked what its headings mean. */
export interface OpenRecords {
  reading: Reading;
  /** The first record, as it was written. */
  names: string[];
  /** The records that were read with it, and those still to come. */
  rest: string[][];
  records: AsyncIterable<Outcome<string[][]>>;
}

/**
 * Opens a CSV file as a stream, quoted cells over several lines. Encoding and separator are found out from the file
 * where they are not given.
 *
 * @returns its first record and the others to come, or why the table as a whole cannot be used.
 */
export async function openRecords(
  source: Bytes,
  asked: Partial<Reading> = {},
): Promise<Outcome<OpenRecords>> {
  const { sample, whole } = await sampleOf(source);
  const encoding = asked.encoding ?? soundEncoding(sample);
  const start = await decodeTable([sample], encoding).next();
  if (!start.done && !start.value.ok) return start.value;
  const text = !start.done && start.value.ok ? start.value.value : "";
  if (text.replace(/\s|\ufeff/g, "") === "") return failAt("empty", 1, null, "");
  const reading = { encoding, separator: asked.separator ?? soundSeparator(text) };
  const records = readRecords(whole, reading);
  const first = await records.next();
  if (first.done) return failAt("empty", 1, null, "");
  if (!first.value.ok) return first.value;
  const [names = [], ...rest] = first.value.value;
  if (names.length > MOST_COLUMNS) return failAt("tooManyColumns", 1, null, String(names.length));
  return { ok: true, value: { reading, names, rest, records } };
}

/**
 * Reads the import table as a stream. Some rows at a time are held, whatever the size of the file.
 *
 * @returns the headings and then all rows that are not blank, or why the table as a whole cannot be used.
 */
export async function openTable(source: Bytes, asked: Asked = {}): Promise<Outcome<OpenTable>> {
  const opened = await openRecords(source, asked);
  if (!opened.ok) return opened;
  const { reading, names, rest, records } = opened.value;
  const read = readHeadings(names, asked.columns);
  const columns = describeColumns(names, rest, asked.columns);
  if (!read.ok) return { ok: false, problem: { ...read.problem, columns } };
  const { headings, layout } = read.value;
  const mapping = asked.columns ? { name: asked.mapping ?? null, columns } : null;
  return {
    ok: true,
    value: { head: { reading, headings, mapping }, parts: readParts(rest, records, layout) },
  };
}

async function* readParts(
  first: string[][],
  records: AsyncIterable<Outcome<string[][]>>,
  layout: (Column | null)[],
): AsyncGenerator<Outcome<TablePart>> {
  let row = 1;
  const part = (some: string[][]): Outcome<TablePart> => {
    const read: TablePart = { rows: [], problems: [] };
    for (const record of some) takeRow(record, (row += 1), layout, read);
    return { ok: true, value: read };
  };
  yield part(first);
  for await (const some of records) yield some.ok ? part(some.value) : some;
}

function takeRow(record: string[], row: number, layout: (Column | null)[], into: TablePart): void {
  if (record.every((cell) => cell.trim() === "")) return;
  const stray = record.slice(layout.length).find((cell) => cell.trim() !== "");
  if (stray === undefined) into.rows.push({ row, cells: fillCells(record, layout) });
  else {
    const place = { kind: "row", row, heading: null } as const;
    into.problems.push({ code: "strayCell", place, detail: stray.slice(0, 80) });
  }
}

interface Headings {
  layout: (Column | null)[];
  headings: Partial<Record<Column, string>>;
}

/** What the headings mean, those of a mapping as it has them; a column is never left out in silence. */
export function readHeadings(record: readonly string[], map: ColumnMap = {}): Outcome<Headings> {
  const keys = keysOf(record);
  const headings: Partial<Record<Column, string>> = {};
  const layout: (Column | null)[] = [];
  for (const [at, cell] of record.entries()) {
    const heading = tidy(cell);
    const key = keys[at] ?? null;
    const isMapped = key !== null && Object.hasOwn(map, key);
    const column = isMapped ? map[key]! : columnOf(heading);
    if (key !== null && column === null && !isMapped) return failAt("unknownHeading", 1, heading, heading);
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
    if (column) cells[column] = tidy(unguardCell(record[index] ?? ""));
  });
  return cells;
}

/** Whether a problem stops the whole file or only its row. */
export function concernsRow(problem: Problem): boolean {
  return problem.place.kind === "row" && problem.place.row > 1;
}
