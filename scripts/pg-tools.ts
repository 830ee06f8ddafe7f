import { spawn } from "node:child_process";
import { chown } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { ClusterHome } from "./cluster-home";
import { halt } from "./halt";

export const OWNER = "aqtalu";

export const dataOf = (place: ClusterHome): string => path.join(place.home, "data");

export function ownerUrl(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

export async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

export async function giveToService(place: ClusterHome, file: string): Promise<void> {
  const { uid, gid } = place.user;
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/** Runs one of PostgreSQL's programs as the service user, in a session of its own, and gives what it said. */
export function runTool(place: ClusterHome, command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "C" };
    const child = spawn(command, args, { ...place.user, env, cwd: place.home, detached: true });
    let said = "";
    const hear = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) return resolve(said);
      const last = said.trim().split("\n").slice(-3).join(" ");
      reject(halt(`PostgreSQL's ${path.basename(command)} failed: ${last}`));
    });
  });
}
