import type { BigIntStats } from "node:fs";
import { constants, lstat, open, readdir, type FileHandle } from "node:fs/promises";
import path from "node:path";
import type { HeldEntry } from "./package";
import { stop } from "./package-stop";

/** A link is never followed, and a pipe never waited for. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Every entry below a directory, depth first, names in code point order. Throws what the disk says. */
export async function* walkDirectory(root: string, below = ""): AsyncGenerator<HeldEntry> {
  const names = await readdir(path.join(root, below));
  for (const name of names.sort()) {
    const here = below === "" ? name : `${below}/${name}`;
    const place = path.join(root, here);
    const stats = await statEntry(place, here);
    const kind = kindOf(stats);
    yield { path: here, size: Number(stats.size), kind, bytes: () => readSteady(place, here, stats) };
    if (kind === "directory") yield* walkDirectory(root, here);
  }
}

/** A name that is no UTF-8 comes with replacement characters and is not found: its path is refused later. */
async function statEntry(place: string, here: string): Promise<BigIntStats> {
  return lstat(place, { bigint: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code !== "ENOENT") throw fault;
    return here.includes("\ufffd") ? stop("nameEncoding", here) : stop("changed", here);
  });
}

function kindOf(stats: BigIntStats): HeldEntry["kind"] {
  if (stats.isFile()) return "file";
  if (stats.isDirectory()) return "directory";
  return stats.isSymbolicLink() ? "link" : "other";
}

const isSame = (one: BigIntStats, other: BigIntStats): boolean =>
  one.ino === other.ino && one.size === other.size && one.mtimeNs === other.mtimeNs;

/** The bytes of a file that is the same one, of the same size and date, before and after they were read. */
async function* readSteady(place: string, here: string, listed: BigIntStats): AsyncGenerator<Uint8Array> {
  const file = await openListed(place, here);
  try {
    if (!isSame(listed, await file.stat({ bigint: true }))) stop("changed", here);
    let read = 0n;
    const chunks = file.createReadStream({ autoClose: false, highWaterMark: 1 << 18 });
    for await (const chunk of chunks as AsyncIterable<Uint8Array>) {
      read += BigInt(chunk.length);
      yield chunk;
    }
    const after = await file.stat({ bigint: true });
    if (read !== listed.size || !isSame(listed, after)) stop("changed", here, `${listed.size} → ${read}`);
  } finally {
    await file.close();
  }
}

async function openListed(place: string, here: string): Promise<FileHandle> {
  return open(place, FLAGS).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === "ENOENT" || fault.code === "ELOOP") return stop("changed", here, fault.code);
    throw fault;
  });
}
