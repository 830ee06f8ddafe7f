import type { Entries } from "@/lib/intake/entries";
import { groupRows } from "@/lib/intake/group-rows";
import type { Outcome, Problem } from "@/lib/intake/problem";
import { readRows } from "@/lib/intake/read-row";
import { openTable, type TableHead, type TableRow } from "@/lib/intake/table";
import type { Asked } from "@/lib/intake/view";

type Table = TableHead & { rows: TableRow[]; problems: Problem[] };

/** A table that is held as a whole: all rows that are not blank, or why it cannot be used. */
export async function readTable(bytes: Uint8Array, asked: Asked = {}): Promise<Outcome<Table>> {
  const opened = await openTable([bytes], asked);
  if (!opened.ok) return opened;
  const { head, parts } = opened.value;
  const table: Table = { ...head, rows: [], problems: [] };
  for await (const part of parts) {
    if (!part.ok) return part;
    table.rows.push(...part.value.rows);
    table.problems.push(...part.value.problems);
  }
  return { ok: true, value: table };
}

/** The same, sorted, with what is wrong in single rows. */
export function groupTable({ rows, headings, problems }: Table): Entries {
  const wrong = [...problems];
  const entries = groupRows(readRows(rows, headings, wrong), headings);
  return { ...entries, problems: [...wrong, ...entries.problems] };
}
