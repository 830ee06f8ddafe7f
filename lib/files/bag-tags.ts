import type { Entry, Package } from "./package";
import { readPackage, type Reading } from "./read-package";

/** What the tag files of a bag may hold together, in bytes, and one that lists no files: they are read into memory. */
const MOST_BYTES = 64 * 1024 * 1024;
const MOST_IN_SMALL = 1024 * 1024;

/** Directories that are never the base of a bag, though they may stand first in a package. */
const NO_BASE = new Set(["data", "__MACOSX"]);
const LISTS_FILES = /(manifest-[^/]+|fetch)\.txt$/;
const TAG_FILE = /^(bagit|bag-info|package-info|fetch|(tag)?manifest-[^/]+)\.txt$/;

/**
 * The tag files that a check needs, by their name in the bag; null where a file is there and cannot be read.
 * `tooLarge` is the first that is too large to be read.
 * `base` is the directory in which the bag lies in its package, "" or ending in "/".
 */
export interface TagFiles {
  base: string;
  files: Map<string, Uint8Array | null>;
  hasData: boolean;
  tooLarge: string | null;
  reading: Reading;
}

/**
 * Goes through a package once and takes the tag files along. A packed bag should lie in one directory of its
 * own; many are packed without it. Both are taken.
 */
export async function gatherTagFiles(source: Package): Promise<TagFiles> {
  const kept = new Map<string, Uint8Array | null>();
  const top: Top = { names: new Set(), holdsFiles: false, data: new Set() };
  const budget = { left: MOST_BYTES };
  let tooLarge: string | null = null;
  const reading = await readPackage(source, async (entry) => {
    lookAtTop(entry, top);
    const [first = "", second, third] = entry.path.split("/");
    const mayBeBag = second === undefined || (top.names.size === 1 && !NO_BASE.has(first));
    if (entry.kind === "directory" || third !== undefined || !mayBeBag) return;
    if (!TAG_FILE.test(second ?? first)) return;
    kept.set(entry.path, null);
    const bytes = await readWithin(entry, budget);
    if (bytes === null) tooLarge ??= entry.path;
    kept.set(entry.path, bytes);
  });
  const [only = ""] = top.names;
  const base = top.holdsFiles || top.names.size !== 1 || NO_BASE.has(only) ? "" : `${only}/`;
  const inBase = [...kept].filter(
    ([path]) => path.startsWith(base) && !path.slice(base.length).includes("/"),
  );
  const files = new Map(inBase.map(([path, bytes]) => [path.slice(base.length), bytes]));
  return { base, files, hasData: top.data.has(`${base}data`), tooLarge, reading };
}

/** What stands at the top of a package: names of directories, whether files, and where payload lies. */
interface Top {
  names: Set<string>;
  holdsFiles: boolean;
  data: Set<string>;
}

function lookAtTop({ path, kind }: Entry, top: Top): void {
  const names = path.split("/");
  const [first = "", second] = kind === "directory" ? names : names.slice(0, -1);
  if (first === "") top.holdsFiles = true;
  else if (first !== "__MACOSX") top.names.add(first);
  if (first === "data") top.data.add("data");
  if (second === "data") top.data.add(`${first}/data`);
}

/** The bytes of a tag file, null when they are more than is left. */
async function readWithin(entry: Entry, budget: { left: number }): Promise<Uint8Array | null> {
  const most = LISTS_FILES.test(entry.path) ? budget.left : Math.min(budget.left, MOST_IN_SMALL);
  const chunks: Uint8Array[] = [];
  let read = 0;
  for await (const chunk of entry.bytes()) {
    read += chunk.length;
    if (read > most) return null;
    chunks.push(chunk);
  }
  budget.left -= read;
  return Buffer.concat(chunks);
}
