import type { Column } from "@/lib/intake/columns";
import type { RowFault } from "@/lib/intake/problem";
import type { Random } from "../random";
import type { CorpusRow } from "./row";

/** A row that was spoilt on purpose, and what must be said of it. */
export type Spoilt = { row: number; column: Column; code: RowFault };

const ways: readonly { column: Column; code: RowFault; cells: readonly string[] }[] = [
  { column: "fileNumber", code: "required", cells: [""] },
  { column: "inventory", code: "badReference", cells: ["?", "оп. и дело"] },
  { column: "sheets", code: "badSheets", cells: ["200–100", "около ста"] },
  { column: "role", code: "badRole", cells: ["сосед", "см. выше"] },
  { column: "materialSheets", code: "badSheets", cells: ["200–100", "в конце"] },
];

/** Spoils one cell. A row that names nobody has no role to be wrong about, a document no count of sheets. */
export function spoil(
  random: Random,
  cells: CorpusRow,
): { cells: CorpusRow; column: Column; code: RowFault } {
  const fitting = ways.filter(
    ({ column }) => column === "fileNumber" || column === "inventory" || cells[column],
  );
  const { column, code, cells: bad } = random.pick(fitting);
  return { cells: { ...cells, [column]: random.pick(bad) }, column, code };
}
