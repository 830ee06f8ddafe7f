import { guardCell, printCsv } from "@/lib/csv";
import { ATOM_COLUMNS, type AtomColumn } from "./atom-columns";
import { printCells } from "./atom-row";
import { fieldsToPrint, type PrintedUnit } from "./printed-unit";

/** How the rows are to be named: by what the source called them, or by the ids of the units. */
export interface AtomNaming {
  bySource: boolean;
}

/**
 * The table of a tree by AtoM's template for ISAD(G), piece by piece; units come in the order of the tree. Nothing is
 * published by it: whoever takes it in decides that.
 */
export async function* printAtom(
  parts: AsyncIterable<readonly PrintedUnit[]>,
  naming: AtomNaming,
): AsyncGenerator<string, void> {
  yield printCsv([ATOM_COLUMNS], { bom: true });
  /** The names of the units over the one at hand, by their depth. */
  const above: string[] = [];
  for await (const units of parts) {
    const records = units.map((unit) => {
      const own = (naming.bySource && unit.sourceId) || unit.id;
      above.length = unit.depth;
      const parent = above.at(-1) ?? "";
      above.push(own);
      return rowOf(unit, own, parent);
    });
    yield printCsv(records);
  }
}

function rowOf(unit: PrintedUnit, legacyId: string, parentId: string): string[] {
  const cells = printCells(fieldsToPrint(unit), unit.verbatim ?? {});
  const placed: Partial<Record<AtomColumn, string>> = { legacyId, parentId, publicationStatus: "Draft" };
  // A row with neither name nor number says nothing to whoever reads it.
  if (cells.title === "" && cells.identifier === "") placed.title = unit.title;
  return ATOM_COLUMNS.map((column) => guardCell(placed[column] ?? cells[column]));
}
