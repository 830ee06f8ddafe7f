import { once } from "node:events";
import { finished } from "node:stream/promises";
import type pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { Queryable } from "./client";
import { copyLine } from "./copy";
import type { Writer } from "./transaction";

/** A row of a table, understood by itself: which file it belongs to, and what it says. */
export type StagedRow = { place: number; row: number; read: object };
/** A code that binds a file to others: a person or a case in several of them. */
export type StagedCode = { place: number; code: string };
/** Why a row was turned down; the database knows of it the row alone. */
export type StagedProblem = { row: number; problem: object };

const copies = {
  rows: "copy import_rows (import_id, place, row, read) from stdin",
  codes: "copy import_codes (import_id, place, code) from stdin",
  problems: "copy import_problems (import_id, row, problem) from stdin",
} as const;
type Target = keyof typeof copies;
const targets = Object.keys(copies) as Target[];

/** Lines of COPY; a client of its own holds each of the tables. */
export class Staging {
  /** Everything was written. */
  ended = false;
  private readonly streams: Readonly<Record<Target, NodeJS.WritableStream>>;
  private fault: Error | null = null;

  constructor(
    clients: readonly pg.PoolClient[],
    private readonly id: string,
  ) {
    const open = (target: Target, nth: number): [Target, NodeJS.WritableStream] => {
      const stream = clients[nth]!.query(copyFrom(copies[target]));
      // The next write tells of it; without a listener it would end the process.
      return [target, stream.on("error", (fault) => (this.fault ??= fault))];
    };
    this.streams = Object.fromEntries(targets.map(open)) as Record<Target, NodeJS.WritableStream>;
  }

  async put(
    rows: readonly StagedRow[],
    codes: readonly StagedCode[],
    problems: readonly StagedProblem[],
  ): Promise<void> {
    await this.write(
      "rows",
      rows.map(({ place, row, read }) => copyLine([this.id, place, row, read])),
    );
    await this.write(
      "codes",
      codes.map(({ place, code }) => copyLine([this.id, place, code])),
    );
    await this.write(
      "problems",
      problems.map(({ row, problem }) => copyLine([this.id, row, problem])),
    );
  }

  async end(): Promise<void> {
    for (const target of targets) {
      const stream = this.streams[target];
      stream.end();
      await finished(stream);
    }
    this.ended = true;
  }

  private async write(target: Target, lines: readonly string[]): Promise<void> {
    if (this.fault) throw this.fault;
    const stream = this.streams[target];
    if (lines.length > 0 && !stream.write(lines.join(""))) await once(stream, "drain");
  }
}

/** Runs `work` with connections of its own, which are given back whatever happens. */
export async function withStaging<T>(
  pool: pg.Pool,
  id: string,
  work: (staging: Staging) => Promise<T>,
): Promise<T> {
  const clients: pg.PoolClient[] = [];
  for (const _ of targets) clients.push(await pool.connect());
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

/** A crash of the database empties what it writes no log of. */
export async function rowsAreThere(db: Queryable, id: string): Promise<boolean> {
  const { rows } = await db.query("select 1 from import_rows where import_id = $1 limit 1", [id]);
  return rows.length > 0;
}

/** What can be made anew from the file. */
export async function dropRows(tx: Writer, id: string): Promise<void> {
  await tx.$executeRawUnsafe("delete from import_rows where import_id = $1::uuid", id);
  await tx.$executeRawUnsafe("delete from import_codes where import_id = $1::uuid", id);
}

/** What a table that was decided no longer needs; which rows were turned down is kept. */
export async function dropWork(tx: Writer, id: string): Promise<void> {
  await dropRows(tx, id);
  await tx.$executeRawUnsafe("delete from import_batches where import_id = $1::uuid", id);
  await tx.$executeRawUnsafe("delete from import_people where import_id = $1::uuid", id);
}

/** Everything of a table that was set down. */
export async function dropStaged(tx: Writer, id: string): Promise<void> {
  await dropWork(tx, id);
  await tx.$executeRawUnsafe("delete from import_problems where import_id = $1::uuid", id);
  await tx.$executeRawUnsafe("delete from import_tables where id = $1::uuid", id);
}
