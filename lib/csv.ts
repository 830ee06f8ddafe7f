import { stringify, type Options } from "csv-stringify/sync";

/**
 * Records as RFC 4180 has them. A line break alone is not the end of a record, and the library would leave such a
 * cell unquoted. A spreadsheet that takes semicolons and tabs for separators as well, as LibreOffice proposes, parts no
 * cell that is quoted: otherwise `a;=1+1` would become two, the second a formula.
 */
export function printCsv(records: readonly (readonly unknown[])[], options: Options = {}): string {
  return stringify(records as unknown[][], {
    record_delimiter: "windows",
    quoted_match: /[\r\n;\t]/,
    ...options,
  });
}

/** What a spreadsheet takes for a formula: a cell that begins with one of these, or looks as if it were guarded. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that is no formula to a spreadsheet, and from which `unguardCell` makes the same text again. */
export const guardCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** Takes one apostrophe off that `guardCell` has set. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;

/**
 * The same where a cell could begin for a spreadsheet that parts the text at semicolons alone and heeds no quotes
 * within, as one does whose language writes decimals with a comma: after a semicolon, a tab, a line break. Not taken off
 * again: for what is read by people.
 */
const guardParts = (text: string): string =>
  guardCell(text).replace(/([;\t\r\n])(?="*'*[=+\-@＝＋－＠])/g, "$1'");

/** For people: spreadsheets read it as UTF-8, and nothing that they would take for a formula is one. */
export const forSpreadsheets = { bom: true, cast: { string: guardParts } } as const satisfies Options;
