import { forSpreadsheets, printCsv } from "@/lib/csv";
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
  yield printCsv([columns.map(([heading]) => say(`column.${heading}`))], forSpreadsheets);
  for await (const rows of parts) {
    const cells = rows.map((row) => columns.map(([, cell]) => cell(row)));
    yield printCsv(cells, { ...forSpreadsheets, bom: false });
  }
}
