import { claimPath, makeClaimedPaths, type ClaimedPaths } from "./claimed-paths";
import { judgePath } from "./entry-path";
import { expandsTooMuch } from "./expansion";
import type { Entry, HeldEntry, Package, PackageFault, PackageFaultCode, PackageWarning } from "./package";
import { faultOf, stop } from "./package-stop";

/** What was wrong, and whether the reading stopped before the end because of it. */
export interface Reading {
  faults: PackageFault[];
  warnings: PackageWarning[];
  ended: boolean;
}

/** After these there is nothing more to be read, or nothing that should be. */
const ENDING: ReadonlySet<PackageFaultCode> = new Set([
  "truncated",
  "expandsTooMuch",
  "tooLarge",
  "tooManyEntries",
  "tooManyFaults",
]);
const MOST_FAULTS = 1000;

/**
 * Hands the entries of a package to `visit`, one after the other, each with a path that stays inside. What is refused
 * is not handed over and comes back as a fault that names the entry; the rest is still read, unless the package as a
 * whole is at its end. Bytes are counted as they pass, never believed. What `visit` throws by itself is thrown on.
 */
export async function readPackage(
  source: Package,
  visit: (entry: Entry) => Promise<void> | void,
): Promise<Reading> {
  const reading: Reading = { faults: [], warnings: [], ended: false };
  const taken: Taken = { paths: makeClaimedPaths(), entries: 0, bytes: 0 };
  try {
    for await (const held of source.walk()) {
      await takeEntry(source, held, visit, reading, taken);
      if (reading.faults.length >= MOST_FAULTS) stop("tooManyFaults", null, `${MOST_FAULTS}`);
      if (reading.ended) break;
    }
  } catch (thrown) {
    reading.faults.push(faultOrThrow(thrown));
    reading.ended = true;
  }
  return reading;
}

interface Taken {
  paths: ClaimedPaths;
  entries: number;
  bytes: number;
}

async function takeEntry(
  source: Package,
  held: HeldEntry,
  visit: (entry: Entry) => Promise<void> | void,
  reading: Reading,
  taken: Taken,
): Promise<void> {
  try {
    taken.entries += 1;
    if (taken.entries > source.limits.entries) stop("tooManyEntries", held.path, `${source.limits.entries}`);
    const entry = admit(held, taken, reading.warnings);
    if (entry === null) return;
    await visit({ ...entry, bytes: () => count(source, held, taken) });
  } catch (thrown) {
    const fault = faultOrThrow(thrown);
    reading.faults.push(fault);
    reading.ended = ENDING.has(fault.code);
  }
}

function faultOrThrow(thrown: unknown): PackageFault {
  const fault = faultOf(thrown);
  if (fault === null) throw thrown;
  return fault;
}

/** The entry with its judged path; null for the root of the package, which a tar may name. */
function admit(held: HeldEntry, taken: Taken, warnings: PackageWarning[]): Omit<Entry, "bytes"> | null {
  const outcome = judgePath(held.path);
  if (!outcome.ok) return stop(outcome.code, held.path);
  const { path } = outcome;
  const { kind, size } = held;
  if (kind === "link") return stop("link", held.path);
  if (kind === "other") return stop("notFile", held.path);
  if (held.fault) return stop(held.fault.code, held.path, held.fault.detail);
  if (path === "") return kind === "directory" ? null : stop("pathForm", held.path);
  if (held.nameGuessed) warnings.push({ code: "nameEncodingGuessed", path, detail: "" });
  const shared = claimPath(path, kind, taken.paths, warnings);
  if (shared !== null) stop("repeatedPath", held.path, shared);
  return { path, size, kind };
}

/** The bytes of an entry, counted into those of the package. */
async function* count(source: Package, held: HeldEntry, taken: Taken): AsyncGenerator<Uint8Array> {
  for await (const chunk of held.bytes()) {
    taken.bytes += chunk.length;
    if (taken.bytes > source.limits.bytes) stop("tooLarge", held.path, `${source.limits.bytes}`);
    // Entries of a zip may share their compressed bytes: each is small, all together are not.
    if (source.packedSize !== null && expandsTooMuch(taken.bytes, source.packedSize)) {
      stop("expandsTooMuch", held.path, `${taken.bytes} : ${source.packedSize}`);
    }
    yield chunk;
  }
}
