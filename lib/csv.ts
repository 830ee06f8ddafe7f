import { stringify, type Options } from "csv-stringify/sync";

/**
 * Records as RFC 4180 has them. A line break alone is not the end of a record, and the library would leave such a
 * cell unquoted.
 */
export function printCsv(records: readonly (readonly unknown[])[], options: Options = {}): string {
  return stringify(records as unknown[][], {
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    ...options,
  });
}

/** For people: spreadsheets read it as UTF-8, and a cell that they would take for a formula stands behind an apostrophe. */
export const forSpreadsheets = { bom: true, escape_formulas: true } as const satisfies Options;

/** What a spreadsheet takes for a formula: a cell that begins with one of these, or looks as if it were guarded. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that is no formula to a spreadsheet, and from which `unguardCell` makes the same text again. */
export const guardCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes one apostrophe off that `guardCell` has set. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
