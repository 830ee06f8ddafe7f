import { createHash } from "node:crypto";
import { Readable, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ZipFile, type ReadStreamOptions } from "yazl";
import { encodeBagPath } from "./bag-paths";
import type { BagPayload } from "./bag-report";
import { judgePath } from "./entry-path";
import type { PackageFaultCode } from "./package";

/** A file for the payload: its path below "data/", and its bytes, which are asked for once and in order. */
export interface BagFile {
  path: string;
  open(): AsyncIterable<Uint8Array>;
}

export type BagWriting =
  { ok: true; payload: BagPayload[] } | { ok: false; code: PackageFaultCode | "infoForm"; detail: string };

/**
 * A zip keeps local time without a zone: the same day on whatever clock. Nothing is compressed, so that the bytes hang
 * on no version of a compressor, and a scan of an empty sheet is no bomb.
 */
const entryOptions = (): Partial<ReadStreamOptions> => ({
  mtime: new Date(1981, 0, 1),
  mode: 0o100644,
  forceDosTimestamp: true,
  compress: false,
});

/**
 * Writes a bag of BagIt 1.0 (RFC 8493) as a zip, in one directory of this name, with SHA-256 manifests of payload and
 * tag files and a Payload-Oxum. The same files, information and name give the same bytes. Refuses before the first
 * byte what no bag should hold; throws what reading a file or writing the zip throws, and the zip is then cut.
 */
export async function writeBag(
  files: readonly BagFile[],
  info: readonly (readonly [label: string, value: string])[],
  into: Writable,
  name = "bag",
): Promise<BagWriting> {
  const refused = refuse(files, info, name);
  if (refused !== null) return refused;
  const payload: BagPayload[] = [];
  const zip = new ZipFile();
  const reading = new Set<Readable>();
  for (const file of [...files].sort((one, other) => (one.path < other.path ? -1 : 1))) {
    const path = `data/${file.path}`;
    addLazily(zip, `${name}/${path}`, reading, () => hashWhile(path, file.open(), payload));
  }
  if (files.length === 0) {
    const { mtime, forceDosTimestamp } = entryOptions();
    zip.addEmptyDirectory(`${name}/data/`, { mtime, forceDosTimestamp, mode: 0o040755 });
  }
  const tags = new Map<string, string>();
  for (const [file, make] of tagFiles(info, payload, tags)) {
    addLazily(zip, `${name}/${file}`, reading, () => {
      const text = make();
      tags.set(file, createHash("sha256").update(text).digest("hex"));
      return [Buffer.from(text)];
    });
  }
  zip.end();
  try {
    await pipeline(zip.outputStream, into);
  } finally {
    for (const source of reading) source.destroy();
  }
  return { ok: true, payload };
}

/** Each tag file is made when its turn comes: by then what it tells of has been written. */
function tagFiles(
  info: readonly (readonly [string, string])[],
  payload: readonly BagPayload[],
  tags: ReadonlyMap<string, string>,
): [file: string, make: () => string][] {
  const oxum = (): string =>
    `Payload-Oxum: ${payload.reduce((sum, { size }) => sum + size, 0)}.${payload.length}\n`;
  return [
    ["manifest-sha256.txt", () => payload.map(({ path, sha256 }) => lineOf(sha256, path)).join("")],
    ["bagit.txt", () => "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"],
    ["bag-info.txt", () => info.map(([label, value]) => `${label}: ${value}\n`).join("") + oxum()],
    ["tagmanifest-sha256.txt", () => [...tags].map(([path, sha256]) => lineOf(sha256, path)).join("")],
  ];
}

const lineOf = (sha256: string, path: string): string => `${sha256}  ${encodeBagPath(path)}\n`;

/**
 * The library listens to no fault of what it reads: it is carried to the end of the zip, which breaks off. `reading`
 * holds what is open, to be closed when the zip breaks off for a reason of its own.
 */
function addLazily(
  zip: ZipFile,
  path: string,
  reading: Set<Readable>,
  open: () => AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): void {
  zip.addReadStreamLazy(path, entryOptions(), (take) => {
    const source = Readable.from(open(), { objectMode: false });
    reading.add(source);
    source.on("error", (fault) => (zip.outputStream as Readable).destroy(fault));
    source.on("close", () => reading.delete(source));
    take(null, source);
  });
}

async function* hashWhile(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  payload: BagPayload[],
): AsyncGenerator<Uint8Array> {
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of bytes) {
    hash.update(chunk);
    size += chunk.length;
    yield chunk;
  }
  payload.push({ path, size, sha256: hash.digest("hex") });
}

/** A path has to be written as it is judged; a label or a value may not break its line. */
function refuse(
  files: readonly BagFile[],
  info: readonly (readonly [string, string])[],
  name: string,
): BagWriting | null {
  const paths = new Set<string>();
  for (const path of [name, ...files.map((file) => `data/${file.path}`)]) {
    const outcome = judgePath(path);
    if (!outcome.ok) return { ok: false, code: outcome.code, detail: path };
    if (outcome.path !== path || path === "data") return { ok: false, code: "pathForm", detail: path };
    if (paths.has(path)) return { ok: false, code: "repeatedPath", detail: path };
    paths.add(path);
  }
  const below = files.find(({ path }) => directoriesOf(`data/${path}`).some((one) => paths.has(one)));
  if (below) return { ok: false, code: "repeatedPath", detail: `data/${below.path}` };
  if (name.includes("/")) return { ok: false, code: "pathForm", detail: name };
  const broken = info.find(
    ([label, value]) =>
      !/^[^\s:]([^:\r\n]*[^\s:])?$/.test(label) ||
      /[\r\n]/.test(value) ||
      label.toLowerCase() === "payload-oxum",
  );
  return broken ? { ok: false, code: "infoForm", detail: broken.join(": ") } : null;
}

const directoriesOf = (path: string): string[] => {
  const names = path.split("/").slice(0, -1);
  return names.map((_, index) => names.slice(0, index + 1).join("/"));
};
