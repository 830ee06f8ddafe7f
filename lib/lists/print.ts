import { guardCell, printCsv } from "@/lib/csv";
import type { Translator } from "@/lib/i18n/translator";

export type Cell = string | number | null;
/** A column: the key of its heading, and what stands in it. */
export type Column<R> = readonly [heading: string, cell: (row: R) => Cell];

/**
 * A list as a table, piece by piece: a mark for spreadsheets, headings in the reader's language, then the rows. No cell
 * of text is a formula; a number is printed as a number.
 */
export async function* printList<R>(
  columns: readonly Column<R>[],
  parts: AsyncIterable<readonly R[]> | Iterable<readonly R[]>,
  say: Translator,
): AsyncGenerator<string> {
  yield printCsv([columns.map(([heading]) => guardCell(say(`column.${heading}`)))], { bom: true });
  for await (const rows of parts)
    yield printCsv(rows.map((row) => columns.map(([, cell]) => inCell(cell(row)))));
}

const inCell = (cell: Cell): string => {
  if (cell === null) return "";
  return typeof cell === "number" ? String(cell) : guardCell(cell);
};
