import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import type { PoolClient } from "pg";

/** How far a process stands behind others, on the scale of `nice`; `aside`: one processor is left to the others. */
export type Place = { behind: number; aside?: boolean };

/**
 * A process of ours makes room for whoever waits at a screen, as far as it may: what this machine does not let it do, or
 * does not know, is left as it is.
 *
 * Where Linux shares out time by session first (sched(7), "The autogroup feature"), `nice` counts among the processes of
 * one session only, and each of ours, like each of PostgreSQL's, is a session of its own: the session steps back as well.
 */
export async function stepBack(pid: number, { behind, aside }: Place): Promise<void> {
  try {
    os.setPriority(pid, behind);
  } catch {
    return; // It belongs to somebody else, or is gone.
  }
  await Promise.all([stepBackAsSession(pid, behind), aside && stepAside(pid)]);
}

/** Only as the one that leads it: behind somebody else's session others would step back, too. */
async function stepBackAsSession(pid: number, behind: number): Promise<void> {
  const told = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // Behind the name in brackets: state, parent, group, session (proc(5)).
  const session = Number(told.slice(told.lastIndexOf(")") + 2).split(" ")[3]);
  if (session !== pid) return;
  for (let attempt = 0; attempt < 20; attempt++) {
    const fault = await writeFile(`/proc/${pid}/autogroup`, String(behind)).then(
      () => null,
      (thrown: NodeJS.ErrnoException) => thrown,
    );
    // Who may do it to their own alone may do it ten times a second, all of this machine together.
    if (fault?.code !== "EAGAIN") return;
    await pause(200 * (1 + Math.random()));
  }
}

async function stepAside(pid: number): Promise<void> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const [, ...others] = processorsIn(/^Cpus_allowed_list:\s*(\S+)/m.exec(status)?.[1] ?? "");
  if (others.length === 0) return;
  // Of all its threads. util-linux brings it, and busybox.
  await promisify(execFile)("taskset", ["-a", "-c", "-p", others.join(","), String(pid)]).catch(
    () => undefined,
  );
}

/** `0-2,5` as Linux lists processors: 0, 1, 2, 5. */
function processorsIn(list: string): number[] {
  return list
    .split(",")
    .filter(Boolean)
    .flatMap((part) => {
      const [first = 0, last = first] = part.split("-").map(Number);
      return Array.from({ length: last - first + 1 }, (_, nth) => first + nth);
    });
}

const here = new Set(["localhost", "127.0.0.1", "::1"]);

/** Where the database runs on this machine, the process that serves this connection does the same as the one that asks it. */
export async function putBehind(client: PoolClient, place: Place): Promise<void> {
  const { host, processID: pid } = client as PoolClient & { host: string; processID: number | null };
  if (!pid || !(here.has(host) || host.startsWith("/"))) return;
  const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  if (command.startsWith("postgres:")) await stepBack(pid, place);
}
