import { parse } from "csv-parse/sync";
import { describesUnits } from "./atom-columns";
import { describesPeople } from "./authority-columns";
import { columnOf } from "./columns";
import { tidy } from "./ead-text";
import { SIGNS, soundEncoding, soundSeparator } from "./reading";
import type { Reading } from "./view";

/** One heading that is known may stand above anything. */
const FEWEST = 2;

/** The headings of a table, as far as they can be told from its first bytes; none where these are no table. */
export function readFirstRecord(head: Uint8Array, asked: Partial<Reading>): string[] {
  const text = new TextDecoder(asked.encoding ?? soundEncoding(head)).decode(head);
  if (text.includes("\0")) return [];
  const delimiter = SIGNS[asked.separator ?? soundSeparator(text)];
  try {
    return (
      parse(text, { delimiter, to: 1, relax_quotes: true, relax_column_count: true, bom: true })[0] ?? []
    );
  } catch {
    return [];
  }
}

/** Whether somebody has written these above a table that is taken in here. */
export function knowsHeadings(names: readonly string[]): boolean {
  if (describesUnits(names) || describesPeople(names)) return true;
  return names.filter((name) => columnOf(tidy(name)) !== null).length >= FEWEST;
}
