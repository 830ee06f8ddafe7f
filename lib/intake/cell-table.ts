import { unguardCell } from "@/lib/csv";
import { tidy } from "./ead-text";
import type { Outcome, Problem } from "./problem";
import type { OpenRecords } from "./table";
import { failAt } from "./table-records";
import type { Reading } from "./view";

/** One row: `row` is its number in a spreadsheet, the headings are row 1. */
export interface CellRow<Column extends string> {
  row: number;
  cells: Readonly<Record<Column, string>>;
}

export interface CellTable<Column extends string> {
  reading: Reading;
  rows: CellRow<Column>[];
  problems: Problem[];
  remarks: Problem[];
}

/** A template of AtoM: its columns, and which of them have a place here. */
export interface AtomTemplate<Column extends string> {
  columns: readonly Column[];
  columnOf: (heading: string) => Column | null;
  keeps: (column: Column) => boolean;
}

interface Layout<Column extends string> {
  columns: (Column | null)[];
  headings: string[];
}

/**
 * Reads a table under AtoM's headings, cell by cell as it stands there. Of columns that have no place here it is said
 * that they are not kept; the headings are known by their names alone, in any order.
 */
export async function readCells<Column extends string>(
  opened: OpenRecords,
  template: AtomTemplate<Column>,
): Promise<Outcome<CellTable<Column>>> {
  const layout = readLayout(opened.names, template);
  if (!layout.ok) return layout;
  const table: CellTable<Column> = { reading: opened.reading, rows: [], problems: [], remarks: [] };
  const lost = new Set<number>();
  let row = 1;
  const take = (records: string[][]): void => {
    for (const record of records) takeRow(record, (row += 1), { ...layout.value, template }, table, lost);
  };
  take(opened.rest);
  for await (const some of opened.records) {
    if (!some.ok) return some;
    take(some.value);
  }
  table.remarks.push(...notKept(layout.value, lost));
  return { ok: true, value: table };
}

function readLayout<Column extends string>(
  names: readonly string[],
  { columnOf }: AtomTemplate<Column>,
): Outcome<Layout<Column>> {
  const headings = names.map(tidy);
  const columns = headings.map(columnOf);
  const again = columns.findIndex((column, at) => column !== null && columns.indexOf(column) < at);
  const heading = headings[again];
  if (heading !== undefined) return failAt("repeatedHeading", 1, heading, heading);
  return { ok: true, value: { columns, headings } };
}

function takeRow<Column extends string>(
  record: readonly string[],
  row: number,
  { columns, headings, template }: Layout<Column> & { template: AtomTemplate<Column> },
  into: CellTable<Column>,
  lost: Set<number>,
): void {
  if (record.every((cell) => cell.trim() === "")) return;
  const stray = record.slice(columns.length).find((cell) => cell.trim() !== "");
  if (stray !== undefined) {
    const place = { kind: "row", row, heading: null } as const;
    into.problems.push({ code: "strayCell", place, detail: stray.slice(0, 80) });
    return;
  }
  const cells = Object.fromEntries(template.columns.map((column) => [column, ""])) as Record<Column, string>;
  record.forEach((cell, at) => {
    const column = columns[at];
    if (column) cells[column] = unguardCell(cell);
    const kept = column ? template.keeps(column) : headings[at] === undefined;
    if (!kept && cell.trim() !== "") lost.add(at);
  });
  into.rows.push({ row, cells });
}

/** Columns with something in them that has no place here, each once. */
function notKept({ headings }: Layout<string>, lost: ReadonlySet<number>): Problem[] {
  return [...lost]
    .sort((a, b) => a - b)
    .map((at) => {
      const heading = headings[at] ?? "";
      return { code: "columnNotKept", place: { kind: "row", row: 1, heading }, detail: heading };
    });
}
