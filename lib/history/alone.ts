import { open, readFile, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout } from "node:timers/promises";

/** After which time a lock of another machine belongs to somebody who died, and how long one is waited for (ms). */
const [stale, patience] = [30_000, 40_000];
const turns = new Map<string, Promise<unknown>>();
const me = `${hostname()} ${process.pid}`;

/**
 * One after the other in a directory, in this process and in others: two heads judged at once could both follow on
 * the same.
 */
export function alone<T>(directory: string, work: () => Promise<T>): Promise<T> {
  const before = turns.get(directory) ?? Promise.resolve();
  const mine = before.then(async () => {
    const lock = path.join(directory, "lock");
    for (const end = performance.now() + patience; !(await taken(lock)); await setTimeout(10)) {
      if (await isLeft(lock)) await unlink(lock).catch(absent);
      if (performance.now() > end) throw new Error(`${lock} is held by somebody else`);
    }
    try {
      return await work();
    } finally {
      await unlink(lock).catch(absent);
    }
  });
  turns.set(
    directory,
    mine.catch(() => undefined),
  );
  return mine;
}

/** A file that must not be there yet is made once, whoever tries it at the same time. */
async function taken(lock: string): Promise<boolean> {
  try {
    const handle = await open(lock, "wx", 0o600);
    await handle.writeFile(me).finally(() => handle.close());
    return true;
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw fault;
  }
}

/** Whether whoever held it is gone: a process of this machine is asked, any other is given time. */
async function isLeft(lock: string): Promise<boolean> {
  const [text, held] = await Promise.all([readFile(lock, "utf8").catch(absent), stat(lock).catch(absent)]);
  if (text === null || !held) return false;
  const [host, pid] = text.split(" ");
  if (host === hostname() && pid && !lives(Number(pid))) return true;
  return Date.now() - held.mtimeMs > stale;
}

function lives(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** For a file that may not be there. */
export function absent(fault: NodeJS.ErrnoException): null {
  if (fault.code === "ENOENT") return null;
  throw fault;
}
