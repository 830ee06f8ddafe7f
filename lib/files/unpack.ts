import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { lstat, mkdir, rename, rm } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import type { Entry, Package, PackageFault, PackageWarning } from "./package";
import { readPackage } from "./read-package";

export type Unpacking =
  { ok: true; files: number; warnings: PackageWarning[] } | { ok: false; faults: PackageFault[] };

/**
 * Writes a package into a directory that must not exist yet. It appears whole or not at all: everything is written
 * into a fresh directory beside it, which is renamed at the end, or removed on the first refusal. Files come out
 * readable by their owner alone; modes, owners and dates of the package are not taken. Throws what the disk says.
 */
export async function unpack(source: Package, into: string): Promise<Unpacking> {
  await refuseTaken(into);
  const beside = `${into}.${randomUUID()}`;
  await mkdir(beside, { recursive: true, mode: 0o700 });
  try {
    let files = 0;
    let refused = false;
    const { faults, warnings } = await readPackage(source, async (entry) => {
      if (refused) return;
      refused = true;
      await writeEntry(entry, path.join(beside, entry.path));
      refused = false;
      if (entry.kind === "file") files += 1;
    });
    if (faults.length > 0) return { ok: false, faults };
    await rename(beside, into);
    return { ok: true, files, warnings };
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** A rename would silently take the place of an empty directory. */
async function refuseTaken(into: string): Promise<void> {
  const found = await lstat(into).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT") return null;
    throw fault;
  });
  if (found !== null) throw new Error(`there is something at ${into}`);
}

async function writeEntry(entry: Entry, place: string): Promise<void> {
  if (entry.kind === "directory") {
    await mkdir(place, { recursive: true, mode: 0o700 });
    return;
  }
  await mkdir(path.dirname(place), { recursive: true, mode: 0o700 });
  await pipeline(entry.bytes(), createWriteStream(place, { mode: 0o600, flags: "wx" }));
}
