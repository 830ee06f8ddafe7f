import { unguardCell } from "@/lib/csv";
import { atomColumnOf, emptyCells, type AtomCells, type AtomColumn } from "./atom-columns";
import { tidy } from "./ead-text";
import type { Outcome, Problem } from "./problem";
import type { OpenRecords } from "./table";
import { failAt } from "./table-records";
import type { Reading } from "./view";

/** One row: `row` is its number in a spreadsheet, the headings are row 1. */
export interface AtomRow {
  row: number;
  cells: AtomCells;
}

export interface AtomTable {
  reading: Reading;
  rows: AtomRow[];
  problems: Problem[];
  remarks: Problem[];
}

interface Layout {
  columns: (AtomColumn | null)[];
  headings: string[];
}

/**
 * Reads a table under AtoM's headings, cell by cell as it stands there. Of columns that nobody knows here it is said
 * that they are not kept; the headings are known by their names alone, in any order.
 */
export async function readAtomTable(opened: OpenRecords): Promise<Outcome<AtomTable>> {
  const layout = readLayout(opened.names);
  if (!layout.ok) return layout;
  const table: AtomTable = { reading: opened.reading, rows: [], problems: [], remarks: [] };
  const filled = new Set<number>();
  let row = 1;
  const take = (records: string[][]): void => {
    for (const record of records) takeRow(record, (row += 1), layout.value, table, filled);
  };
  take(opened.rest);
  for await (const some of opened.records) {
    if (!some.ok) return some;
    take(some.value);
  }
  table.remarks.push(...strangers(layout.value, filled));
  return { ok: true, value: table };
}

function readLayout(names: readonly string[]): Outcome<Layout> {
  const headings = names.map(tidy);
  const columns = headings.map(atomColumnOf);
  const again = columns.findIndex((column, at) => column !== null && columns.indexOf(column) < at);
  const heading = headings[again];
  if (heading !== undefined) return failAt("repeatedHeading", 1, heading, heading);
  return { ok: true, value: { columns, headings } };
}

function takeRow(
  record: readonly string[],
  row: number,
  { columns, headings }: Layout,
  into: AtomTable,
  filled: Set<number>,
): void {
  if (record.every((cell) => cell.trim() === "")) return;
  const stray = record.slice(columns.length).find((cell) => cell.trim() !== "");
  if (stray !== undefined) {
    const place = { kind: "row", row, heading: null } as const;
    into.problems.push({ code: "strayCell", place, detail: stray.slice(0, 80) });
    return;
  }
  const cells: Record<AtomColumn, string> = { ...emptyCells };
  record.forEach((cell, at) => {
    const column = columns[at];
    if (column) cells[column] = unguardCell(cell);
    else if (cell.trim() !== "" && headings[at] !== undefined) filled.add(at);
  });
  into.rows.push({ row, cells });
}

/** Columns with something in them that has no place here, each once. */
function strangers({ headings }: Layout, filled: ReadonlySet<number>): Problem[] {
  return [...filled]
    .sort((a, b) => a - b)
    .map((at) => {
      const heading = headings[at] ?? "";
      return { code: "columnNotKept", place: { kind: "row", row: 1, heading }, detail: heading };
    });
}
