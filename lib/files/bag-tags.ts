import type { Package } from "./package";
import { readPackage, type Reading } from "./read-package";

/** What the tag files of a bag may hold together, in bytes: they are read into memory. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Directories that are never the base of a bag, though they may stand first in a package. */
const NO_BASE = new Set(["data", "__MACOSX"]);
const TAG_FILE = /^(bagit|bag-info|package-info|fetch|(tag)?manifest-[^/]+)\.txt$/;

/**
 * The tag files that a check needs, by their name in the bag; null where a file is there and cannot be read.
 * `base` is the directory in which the bag lies in its package, "" or ending in "/".
 */
export interface TagFiles {
  base: string;
  files: Map<string, Uint8Array | null>;
  hasData: boolean;
  tooLarge: boolean;
  reading: Reading;
}

/**
 * Goes through a package once and takes the tag files along. A packed bag lies in one directory of its own (RFC 8493
 * section 4.2); many are packed without it. Both are taken.
 */
export async function gatherTagFiles(source: Package): Promise<TagFiles> {
  const kept = new Map<string, Uint8Array | null>();
  const top = { names: new Set<string>(), holdsFiles: false };
  const directories = new Set<string>();
  let left = MOST_BYTES;
  const reading = await readPackage(source, async (entry) => {
    const [first = "", second, ...deeper] = entry.path.split("/");
    if (entry.kind === "file" && second === undefined) top.holdsFiles = true;
    else if (first !== "__MACOSX") top.names.add(first);
    if (entry.kind === "directory" || second !== undefined) directories.add(first);
    const mayBeBag =
      second === undefined || (deeper.length === 0 && !NO_BASE.has(first) && top.names.size === 1);
    if (second === "data") directories.add(`${first}/data`);
    if (entry.kind === "directory" || !mayBeBag || !TAG_FILE.test(second ?? first)) return;
    kept.set(entry.path, null);
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.bytes()) {
      left -= chunk.length;
      if (left < 0) return;
      chunks.push(chunk);
    }
    kept.set(entry.path, Buffer.concat(chunks));
  });
  const [only = ""] = top.names;
  const base = top.holdsFiles || top.names.size !== 1 || NO_BASE.has(only) ? "" : `${only}/`;
  const inBase = [...kept].filter(
    ([path]) => path.startsWith(base) && !path.slice(base.length).includes("/"),
  );
  const files = new Map(inBase.map(([path, bytes]) => [path.slice(base.length), bytes]));
  return { base, files, hasData: directories.has(`${base}data`), tooLarge: left < 0, reading };
}
