import { readdir } from "node:fs/promises";
import path from "node:path";
import type { Queryable } from "./client";
import { readHalt } from "./ledger";
import { readLedgerNow } from "./ledger-desk";

/** The processes beside the web server, each one alone in its seat. */
export const seats = ["worker", "jobs"] as const;
export type SeatOf = (typeof seats)[number];

/** How far the history is signed, and what waits. */
export type LedgerHealth = {
  /** Leaves under the newest checkpoint, and its age in seconds. */
  signed: number;
  age: number | null;
  /** Witnesses that have signed the newest checkpoint. */
  witnesses: number;
  /** Entries that have no leaf yet. */
  waiting: number;
};

export type Health =
  /** Read only: the history is halted, and takes no entry. */
  | { status: "ok" | "read_only"; migrations: number; ledger: LedgerHealth }
  | { status: "down"; reason: "database" | "migrations" | SeatOf };

const worstAge = 30;
const patience = 3000;

type Row = {
  applied: string[] | null;
  unfinished: number;
  /** Seconds since the last beat of each. */
  beats: Partial<Record<SeatOf, number>> | null;
};

/** Whether a person could work now: one small query, and an answer even when the database hangs. */
export async function readHealth(db: Queryable, known: readonly string[]): Promise<Health> {
  const asked = db.query<Row>(`
    select array_agg(migration_name) filter (where finished_at is not null) as applied,
      count(*) filter (where finished_at is null)::int as unfinished,
      (select json_object_agg(id, extract(epoch from clock_timestamp() - beat_at)) from worker_heartbeat) as beats
    from _prisma_migrations where rolled_back_at is null`);
  const row = await Promise.race([asked.then(({ rows }) => rows[0]), expire()]).catch(() => undefined);
  if (!row) return { status: "down", reason: "database" };
  const applied = new Set(row.applied);
  if (row.unfinished > 0 || applied.size !== known.length || known.some((name) => !applied.has(name))) {
    return { status: "down", reason: "migrations" };
  }
  const silent = seats.find((seat) => (row.beats?.[seat] ?? Infinity) > worstAge);
  if (silent) return { status: "down", reason: silent };
  const ledger = await readLedger(db).catch(() => null);
  if (!ledger) return { status: "down", reason: "database" };
  const { halted, ...held } = ledger;
  return { status: halted ? "read_only" : "ok", migrations: applied.size, ledger: held };
}

async function readLedger(db: Queryable): Promise<LedgerHealth & { halted: boolean }> {
  const [{ signed, waiting }, halt] = await Promise.all([readLedgerNow(db), readHalt(db)]);
  return {
    signed: signed?.size ?? 0,
    age: signed && Math.round((Date.now() - signed.at.getTime()) / 1000),
    witnesses: signed?.witnesses ?? 0,
    waiting,
    halted: halt !== null,
  };
}

function expire(): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), patience).unref());
}

/** The migrations this version of the program was written for. */
export async function knownMigrations(): Promise<string[]> {
  const directory = path.join(process.cwd(), "prisma", "migrations");
  const entries = await readdir(/* turbopackIgnore: true */ directory, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
}

/**
 * Refuses a role that could rewrite history: web and worker started by mistake as the owner would make
 * every guard of the database a matter of good will.
 */
export async function assertNotOwner(db: Queryable): Promise<void> {
  const { rows } = await db.query<{ may: boolean; role: string }>(`
    select current_user as role, has_table_privilege('events', 'update, delete, truncate')
      or has_any_column_privilege('events', 'update') as may`);
  if (rows[0]?.may === false) return;
  throw new Error(
    `Aqtalu refuses to work as the database role "${rows[0]?.role}", which could rewrite the history: ` +
      "DATABASE_URL_APP and DATABASE_URL_PUBLIC must name the restricted roles.",
  );
}
