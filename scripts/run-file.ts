import { readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { makeOpenDirectory } from "./cluster-home";
import { halt } from "./halt";
import { alive, commandOf, until } from "./process-table";

/** Who supervises this data directory, at which address, and which processes are theirs. */
type Run = { pid: number; url: string; children: number[] };

const fileOf = (data: string): string => path.join(data, "run.json");

async function readRun(data: string): Promise<Run | null> {
  const text = await readFile(fileOf(data), "utf8").catch(() => "");
  return text ? (JSON.parse(text) as Run) : null;
}

/** The start that is up in this directory now, if one is. */
export async function currentRun(data: string): Promise<Run | null> {
  const run = await readRun(data);
  const up = run !== null && run.pid !== process.pid && alive(run.pid);
  return up && commandOf(run.pid).includes("scripts/start") ? run : null;
}

/** Takes the directory, or says who has it; what a killed start left running is ended first. */
export async function claimRun(data: string, url: string): Promise<void> {
  const other = await currentRun(data);
  if (other) throw halt(`Aqtalu already runs from ${data} (process ${other.pid}) at ${other.url}.`);
  const left = await readRun(data);
  await Promise.all((left?.children ?? []).map(endLeftOver));
  await noteRun(data, { pid: process.pid, url, children: [] });
}

export async function noteRun(data: string, run: Run): Promise<void> {
  await makeOpenDirectory(data);
  await writeFile(fileOf(data), JSON.stringify(run), { mode: 0o600 });
}

export async function leaveRun(data: string): Promise<void> {
  await rm(fileOf(data), { force: true });
}

async function endLeftOver(pid: number): Promise<void> {
  // Next renames its process.
  const ours = (): boolean => alive(pid) && /lifeline\.mjs|next-server/.test(commandOf(pid));
  if (!ours() || (await until(() => !ours(), 5000))) return;
  process.kill(pid, "SIGKILL");
  await until(() => !ours(), 5000);
}
