import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClusterHome } from "./cluster-home";
import { answers, dataOf, ownerUrl, runTool } from "./pg-tools";
import { alive, commandOf, until } from "./process-table";

export type Running = { pid: number; port: number };

/** A number no system gives to a process. */
const NOBODY = 99_999_999;

const fileOf = (place: ClusterHome): string => path.join(dataOf(place), "postmaster.pid");

/** What PostgreSQL itself notes about the server of this home, which need not run any more. */
export async function readPostmaster(place: ClusterHome): Promise<Running | null> {
  const lines = (await readFile(fileOf(place), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port } : null;
}

function runsHere(place: ClusterHome, pid: number): boolean {
  return alive(pid) && commandOf(pid).includes(dataOf(place));
}

/** A server of this home that still runs and knows our password; anything else is cleared away. */
export async function leftOver(place: ClusterHome, password: string): Promise<Running | null> {
  const found = await readPostmaster(place);
  if (!found) return null;
  if (!runsHere(place, found.pid)) {
    await markEnded(place);
    return null;
  }
  if (await until(() => answers(ownerUrl(found.port, password, "postgres")), 20_000)) return found;
  await stopServer(place, found.pid);
  return null;
}

/**
 * PostgreSQL would take whoever has the noted number now for a running server. The other lines stay: by the
 * shared memory they name it sees for itself whether old backends are still at work.
 */
async function markEnded(place: ClusterHome): Promise<void> {
  const [, ...rest] = (await readFile(fileOf(place), "utf8")).split("\n");
  await writeFile(fileOf(place), [NOBODY, ...rest].join("\n"));
}

export async function stopServer(place: ClusterHome, pid: number): Promise<void> {
  if (!runsHere(place, pid)) return;
  const ask = (mode: string): Promise<string> =>
    runTool(place, place.binaries.pgCtl, ["stop", "-D", dataOf(place), "-w", "-t", "30", "-m", mode]);
  await ask("fast").catch(() => ask("immediate").catch(() => ""));
}

/** Stops whatever runs in this home, if anything does. */
export async function closeCluster(place: ClusterHome): Promise<void> {
  const found = await readPostmaster(place);
  if (found) await stopServer(place, found.pid);
}
