import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Queryable } from "./client";

/** A row of a table, understood by itself: which file it belongs to, and what it says. */
export type StagedRow = { place: number; row: number; read: object };
/** A code that binds a file to others: a person or a case in several of them. */
export type StagedCode = { place: number; code: string };

/** Lines of COPY; a client of its own holds each of the two tables. */
export class Staging {
  /** Everything was written. */
  ended = false;
  private readonly rows;
  private readonly codes;
  private fault: Error | null = null;

  constructor(
    clients: readonly [pg.PoolClient, pg.PoolClient],
    private readonly id: string,
  ) {
    this.rows = clients[0].query(copyFrom("copy import_rows (import_id, place, row, read) from stdin"));
    this.codes = clients[1].query(copyFrom("copy import_codes (import_id, place, code) from stdin"));
    // The next write tells of it; without a listener it would end the process.
    for (const stream of [this.rows, this.codes]) stream.on("error", (fault) => (this.fault ??= fault));
  }

  async put(rows: readonly StagedRow[], codes: readonly StagedCode[]): Promise<void> {
    const line = (place: number, cells: readonly (string | number)[]): string =>
      `${[this.id, place, ...cells].join("\t")}\n`;
    const read = rows.map(({ place, row, read: one }) => line(place, [row, escape(JSON.stringify(one))]));
    const bound = codes.map(({ place, code }) => line(place, [escape(code)]));
    await this.write(this.rows, read.join(""));
    await this.write(this.codes, bound.join(""));
  }

  async end(): Promise<void> {
    for (const stream of [this.rows, this.codes]) {
      stream.end();
      await finished(stream);
    }
    this.ended = true;
  }

  private async write(stream: NodeJS.WritableStream, text: string): Promise<void> {
    if (this.fault) throw this.fault;
    if (text !== "" && !stream.write(text)) await once(stream, "drain");
  }
}

/** In the text form of COPY a backslash begins an escape, tabs and line ends part the cells. */
function escape(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (sign) => ({ "\\": "\\\\", "\t": "\\t", "\n": "\\n" })[sign] ?? "\\r");
}

/** Runs `work` with two connections, which are given back whatever happens. */
export async function withStaging<T>(
  pool: pg.Pool,
  id: string,
  work: (staging: Staging) => Promise<T>,
): Promise<T> {
  const clients: [pg.PoolClient, pg.PoolClient] = [await pool.connect(), await pool.connect()];
  const staging = new Staging(clients, id);
  try {
    return await work(staging);
  } finally {
    // A COPY that was left half-way ends with its connection, and nothing of it is kept.
    for (const client of clients) client.release(!staging.ended);
  }
}

/** Which files a code binds together; codes of one file alone bind nothing. */
export async function loadBonds(db: Queryable, id: string): Promise<number[][]> {
  const { rows } = await db.query<{ places: number[] }>(
    `select array_agg(distinct place) as places from import_codes where import_id = $1
     group by code having count(distinct place) > 1`,
    [id],
  );
  return rows.map(({ places }) => places);
}

/** The rows of these files, in the order of the table. */
export async function loadStaged<T>(db: Queryable, id: string, places: readonly number[]): Promise<T[]> {
  const { rows } = await db.query<{ read: T }>(
    "select read from import_rows where import_id = $1 and place = any($2::int[]) order by row",
    [id, places],
  );
  return rows.map(({ read }) => read);
}

export async function dropStaged(db: Queryable, id: string): Promise<void> {
  await db.query("delete from import_rows where import_id = $1", [id]);
  await db.query("delete from import_codes where import_id = $1", [id]);
}
