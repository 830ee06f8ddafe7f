import pg from "pg";
import { migrate } from "@/scripts/migrate";
import { openDoors } from "@/scripts/roles";
import { openThrowAwayCluster } from "@/scripts/throw-away";

/** A migrated database on a cluster of its own that flushes to disk as a real one does. */
export async function openBenchDatabase(): Promise<{ appUrl: string; close(): Promise<void> }> {
  const cluster = await openThrowAwayCluster({ durable: true });
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query("create database bench template template0");
  await client.end();
  const doors = await openDoors(cluster.url("bench"), "the doors of a throw-away cluster", {});
  await migrate(cluster.url("bench"));
  return { appUrl: doors.app, close: () => cluster.stop() };
}
