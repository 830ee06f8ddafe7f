import type pg from "pg";
import type { Prisma } from "./generated/client";
import type { PrismaClient, Reads } from "./client";
import { copyOn, type Copier } from "./copy";
import { planned } from "./planned";

/** One transaction's client: everything that belongs together is written through the same one. */
export type Tx = Prisma.TransactionClient;

const tries = 8;

/**
 * Runs `work` in one transaction. Serialization failures and deadlocks are tried again with growing, random
 * pauses; anything else is thrown. `work` may run more than once and must do nothing outside the database.
 */
export function inTransaction<T>(prisma: PrismaClient, work: (tx: Tx) => Promise<T>): Promise<T> {
  return tryAgain(() => prisma.$transaction(work, { maxWait: 30_000, timeout: 120_000 }));
}

async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (fault) {
      if (attempt === tries || !isTransient(fault)) throw fault;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * 2 ** attempt));
    }
  }
}

/** The code with which the database refuses an entry while the history is halted. */
export const historyHalted = "AQ001";

/** PostgreSQL's code of a fault, however deep Prisma wrapped it. */
export function sqlState(fault: unknown): string | null {
  for (let at: unknown = fault, depth = 0; at && typeof at === "object" && depth < 6; depth++) {
    const held = at as { originalCode?: unknown; code?: unknown; meta?: unknown; cause?: unknown };
    for (const code of [held.originalCode, held.code]) {
      if (typeof code === "string" && /^[0-9A-Z]{5}$/.test(code) && !/^P\d{4}$/.test(code)) return code;
    }
    at =
      held.cause ??
      (held.meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError ??
      held.meta;
  }
  return null;
}

function isTransient(fault: unknown): boolean {
  const state = sqlState(fault);
  return state === "40001" || state === "40P01" || (fault as { code?: unknown })?.code === "P2034";
}

/** What loading needs of a transaction; a page has the same of a pool. */
export type Reader = { $queryRawUnsafe<T>(sql: string, ...values: unknown[]): Promise<T> };

/** What writing needs of a transaction. */
export type Writer = { $executeRawUnsafe(sql: string, ...values: unknown[]): Promise<number> };

/** A transaction past Prisma. */
export type PlainTx = Reader & Writer & Copier;

/**
 * As `inTransaction`, past Prisma: for thousands of rows at once, which go in by COPY, or in a parameter that Prisma
 * would take apart and put together once more.
 */
export async function inPlainTransaction<T>(pool: pg.Pool, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  return tryAgain(async () => {
    const client = await pool.connect();
    let sound = false;
    try {
      await client.query("begin");
      const result = await work({
        ...readerOn(client),
        $executeRawUnsafe: async (sql, ...values) => (await client.query(planned(sql), values)).rowCount ?? 0,
        $copyRaw: (statement, lines) => copyOn(client, statement, lines),
      });
      await client.query("commit");
      sound = true;
      return result;
    } catch (fault) {
      sound = await client.query("rollback").then(
        () => true,
        () => false,
      );
      throw fault;
    } finally {
      client.release(!sound);
    }
  });
}

/** Loads for a page what an act loads in its transaction. */
export const readerOn = (db: Reads): Reader => ({
  $queryRawUnsafe: async <T>(sql: string, ...values: unknown[]) =>
    (await db.query(planned(sql), values)).rows as T,
});

/** Rows of a hand-written statement. Each statement selects one json column named `row`. */
export async function rows<T>(tx: Reader, sql: string, ...values: unknown[]): Promise<T[]> {
  const found = await tx.$queryRawUnsafe<{ row: T }[]>(sql, ...values);
  return found.map((r) => r.row);
}
