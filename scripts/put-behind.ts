import { readFile } from "node:fs/promises";
import os from "node:os";
import type { PoolClient } from "pg";

const here = new Set(["localhost", "127.0.0.1", "::1"]);

/**
 * Where the database runs on this machine, the process that serves this connection stands behind others by `nice`, like
 * the one that asks it. Somewhere else, or where that may not be said, it stays as it is.
 */
export async function putBehind(client: PoolClient, behind: number): Promise<void> {
  const { host, processID: pid } = client as PoolClient & { host: string; processID: number | null };
  if (!pid || !(here.has(host) || host.startsWith("/"))) return;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (!command.startsWith("postgres:")) return;
  try {
    os.setPriority(pid, behind);
  } catch {
    // It belongs to somebody else.
  }
}
