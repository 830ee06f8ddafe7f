import { printCsv } from "@/lib/csv";
import { ATOM_COLUMNS, type AtomColumn } from "@/lib/intake/atom-columns";

/** A table by AtoM's template with these cells filled in. */
export function atomTable(rows: readonly Partial<Record<AtomColumn, string>>[]): string {
  return printCsv([ATOM_COLUMNS, ...rows.map((row) => ATOM_COLUMNS.map((column) => row[column] ?? ""))]);
}
