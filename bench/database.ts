import pg from "pg";
import { migrate } from "@/scripts/migrate";
import { openDoors } from "@/scripts/roles";
import { openThrowAwayCluster } from "@/scripts/throw-away";
import { connect, type Connection, type Queryable } from "@/lib/store/client";
import { cast, type Cast } from "@/tests/support/people";
import { fillArchive } from "./fill";

/** A migrated database on a cluster of its own that flushes to disk as a real one does. */
export async function openBenchDatabase(
  settings: readonly string[] = [],
): Promise<{ appUrl: string; ownerUrl: string; close(): Promise<void> }> {
  const cluster = await openThrowAwayCluster({ durable: true, settings });
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query("create database bench template template0");
  await client.end();
  const ownerUrl = cluster.url("bench");
  const doors = await openDoors(ownerUrl, "the doors of a throw-away cluster", {});
  await migrate(ownerUrl);
  return { appUrl: doors.app, ownerUrl, close: () => cluster.stop() };
}

/** Does something with an archive at work of so many cases (`fill.ts`), in a database of its own. */
export async function withBenchArchive<T>(
  cases: number,
  work: (archive: { db: Connection; people: Cast; ownerUrl: string }) => Promise<T>,
): Promise<T> {
  const database = await openBenchDatabase();
  const db = connect(database.appUrl);
  try {
    const people = await cast(db);
    await fillArchive(db.pool, cases, people.secretary1.accountId);
    return await work({ db, people, ownerUrl: database.ownerUrl });
  } finally {
    await db.close();
    await database.close();
  }
}

/** What a figure of writing is worth nothing without. */
export async function readDurability(db: Queryable): Promise<Record<string, string>> {
  const { rows } = await db.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes')",
  );
  return Object.fromEntries(rows.map((r) => [r.name, r.setting]));
}
