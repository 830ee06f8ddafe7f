import { readdir, rm, stat } from "node:fs/promises";
import path from "node:path";
import { deliveryRoot, uploadRoot } from "@/lib/files/blobs";
import { listReading } from "@/lib/store/intake";
import type { Desk } from "./accept";
import { LEFT_AFTER, leftParts, leftUploads, type Lying } from "./left-files";

/**
 * Clears away uploads that nobody went on with, and what a killed process left beside deliveries. Nothing that was
 * touched within a week, no delivery, and nothing of an import that is being read.
 *
 * @returns how many files are gone.
 */
export async function clearLeft({ pool, clock }: Pick<Desk, "pool" | "clock">): Promise<number> {
  const now = clock().getTime();
  let cleared = 0;
  for (const folder of await foldersIn(uploadRoot()))
    cleared += await clear(folder, leftUploads(await filesIn(folder), now), now);
  const reading = new Set(await listReading(pool));
  for (const first of await foldersIn(deliveryRoot()))
    for (const folder of await foldersIn(first))
      cleared += await clear(folder, leftParts(await filesIn(folder), reading, now), now);
  return cleared;
}

/** Looked at once more before each goes: somebody may have gone on with it in the meantime. */
async function clear(folder: string, names: readonly string[], now: number): Promise<number> {
  let cleared = 0;
  for (const name of names) {
    const place = path.join(folder, name);
    const touched = await touchedAt(place);
    if (touched === null || now - touched <= LEFT_AFTER) continue;
    await rm(place, { force: true });
    cleared += 1;
  }
  return cleared;
}

async function filesIn(folder: string): Promise<Lying[]> {
  const found: Lying[] = [];
  for (const entry of await entriesOf(folder)) {
    const touched = entry.isFile() ? await touchedAt(path.join(folder, entry.name)) : null;
    if (touched !== null) found.push({ name: entry.name, touched });
  }
  return found;
}

const foldersIn = async (folder: string): Promise<string[]> =>
  (await entriesOf(folder))
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(folder, entry.name));

const none =
  <T>(instead: T) =>
  (fault: NodeJS.ErrnoException): T => {
    if (fault.code === "ENOENT") return instead;
    throw fault;
  };

const entriesOf = (folder: string) => readdir(folder, { withFileTypes: true }).catch(none([]));

const touchedAt = (place: string): Promise<number | null> =>
  stat(place).then(({ mtimeMs }) => mtimeMs, none(null));
