import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** What COPY needs of a transaction. */
export type Copier = {
  /** @returns how many rows were written. */
  $copyRaw(statement: string, lines: Iterable<string>): Promise<number>;
};

type Cell = string | number | boolean | object | null | undefined;

const ROWS = 1_000;

/** In the text form of COPY a backslash begins an escape, tabs and line ends part the cells. */
function escape(text: string): string {
  return /[\\\t\n\r]/.test(text)
    ? text.replace(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n" })[sign] ?? "\\r")
    : text;
}

function print(cell: Cell): string {
  if (typeof cell === "string") return escape(cell);
  if (cell === null || cell === undefined) return "\\N";
  if (Buffer.isBuffer(cell)) return `\\\\x${cell.toString("hex")}`;
  return typeof cell === "object" ? escape(JSON.stringify(cell)) : String(cell);
}

/** One row in the text form of COPY. Objects are written as JSON, buffers as bytes, what is missing as NULL. */
export const copyLine = (cells: readonly Cell[]): string => `${cells.map(print).join("\t")}\n`;

/** Writes all rows of one kind; columns that are not named have their defaults. */
export async function copyRows<T extends object>(
  tx: Copier,
  table: string,
  columns: readonly (keyof T & string)[],
  list: readonly T[],
): Promise<void> {
  if (list.length === 0) return;
  const written = await tx.$copyRaw(
    `copy ${table} (${columns.join(", ")}) from stdin`,
    linesOf(columns, list),
  );
  if (written !== list.length) throw new Error(`${written} of ${list.length} rows were written to ${table}`);
}

function* linesOf<T extends object>(columns: readonly (keyof T)[], list: readonly T[]): Generator<string> {
  for (let from = 0; from < list.length; from += ROWS) {
    const lines = list.slice(from, from + ROWS);
    yield lines.map((row) => copyLine(columns.map((column) => row[column] as Cell))).join("");
  }
}

/** COPY on one client. */
export async function copyOn(
  client: pg.PoolClient,
  statement: string,
  lines: Iterable<string>,
): Promise<number> {
  const stream = client.query(copyFrom(statement));
  const ended = finished(stream);
  for (const line of lines) stream.write(line);
  stream.end();
  await ended;
  return stream.rowCount;
}
