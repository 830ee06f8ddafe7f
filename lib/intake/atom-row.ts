import { emptyCells, KEPT_COLUMNS, type AtomCells, type AtomColumn } from "./atom-columns";
import { GROUPS, type Group, type UnitFields } from "./atom-groups";

/** Cells that cannot be made again from the fields, as they came. */
export type Verbatim = Partial<Record<AtomColumn, string>>;

/** What a row says, field by field; fields of which it says nothing are left out. */
export function readFields(cells: AtomCells): UnitFields {
  const all = GROUPS.flatMap((group) => Object.entries(group.read(cells)));
  return Object.fromEntries(all.filter(([, text]) => text !== ""));
}

/** The cells of a row that would come out otherwise when its fields are printed. */
export function verbatimOf(cells: AtomCells): Verbatim {
  const printed = printCells(readFields(cells), {});
  const kept = KEPT_COLUMNS.filter((column) => printed[column] !== cells[column]);
  return Object.fromEntries(kept.map((column) => [column, cells[column]]));
}

/**
 * The cells of a unit. What the source said in its own way is said in that way again, as long as it still says what
 * the unit says now.
 */
export function printCells(fields: UnitFields, verbatim: Verbatim): AtomCells {
  const printed: Record<string, string> = { ...emptyCells };
  for (const group of GROUPS) Object.assign(printed, printGroup(group, fields, verbatim));
  return printed as AtomCells;
}

function printGroup(group: Group, fields: UnitFields, verbatim: Verbatim): Partial<AtomCells> {
  const print = (kept: AtomCells | null): AtomCells => ({ ...emptyCells, ...group.print(fields, kept) });
  const plain = print(null);
  const said = group.columns.flatMap((column) =>
    verbatim[column] === undefined ? [] : [[column, verbatim[column]] as const],
  );
  if (said.length === 0) return pick(plain, group);
  const kept: AtomCells = { ...plain, ...Object.fromEntries(said) };
  const read = group.read(kept);
  const holds = group.fields.every((field) => (read[field] ?? "") === (fields[field] ?? ""));
  return pick(holds ? kept : print(kept), group);
}

const pick = (cells: AtomCells, { columns }: Group): Partial<AtomCells> =>
  Object.fromEntries(columns.map((column) => [column, cells[column]]));
