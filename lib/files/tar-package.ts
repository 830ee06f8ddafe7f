import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { extract, type Header } from "tar-stream";
import { expand } from "./expansion";
import type { HeldEntry } from "./package";
import { named, stop } from "./package-stop";

/** A tar ends in two empty blocks. */
const END_BYTES = 1024;

/** Entries in the order in which a tar holds them, out of a gzip or not. */
export async function* walkTar(place: string, gzipped: boolean): AsyncGenerator<HeldEntry> {
  let current: string | null = null;
  const here = (): string | null => current;
  const file: AsyncIterable<Uint8Array> = createReadStream(place);
  const end = { zeros: 0 };
  const source = watchEnd(gzipped ? named(expand(file, createGunzip(), here), here) : file, end);
  const archive = extract();
  // A fault of the source destroys the archive, and the loop below throws it.
  pipeline(Readable.from(source, { objectMode: false }), archive, () => undefined);
  for await (const entry of named(archive, here)) {
    const { header } = entry;
    current = header.name;
    // An entry left half read would tear down the whole archive: the rest of it is read past.
    const chunks = (entry as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    const bytes = named(keepOpen(chunks), here);
    yield { path: header.name, size: header.size ?? 0, kind: kindOf(header), bytes: () => bytes };
    for await (const rest of named(keepOpen(chunks), here)) void rest;
  }
  if (end.zeros < END_BYTES) stop("truncated", current, "no end of archive");
}

function kindOf({ type }: Header): HeldEntry["kind"] {
  if (type === "file" || type === "contiguous-file") return "file";
  if (type === "directory") return "directory";
  return type === "link" || type === "symlink" ? "link" : "other";
}

async function* keepOpen(chunks: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  for (let step = await chunks.next(); !step.done; step = await chunks.next()) yield step.value;
}

/** Counts the zero bytes at the end: without them the archive was cut between two entries. */
async function* watchEnd(
  source: AsyncIterable<Uint8Array>,
  end: { zeros: number },
): AsyncGenerator<Uint8Array> {
  for await (const chunk of source) {
    let last = chunk.length;
    while (last > 0 && chunk.length - last < END_BYTES && chunk[last - 1] === 0) last -= 1;
    end.zeros = last === 0 ? end.zeros + chunk.length : chunk.length - last;
    yield chunk;
  }
}
