import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buffer } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { pack, type Header } from "tar-stream";
import { afterAll } from "vitest";
import { ZipFile } from "yazl";
import { openPackage } from "@/lib/files/open-package";
import type { Entry, Limits, Package } from "@/lib/files/package";
import { readPackage, type Reading } from "@/lib/files/read-package";

/** A directory for one file of tests, gone when they are over. */
export function makeHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), "aqtalu-packages-"));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  return home;
}

/** A fresh directory in the home with these files in it. */
export function directory(home: string, name: string, files: Record<string, string>): string {
  const place = path.join(home, name);
  mkdirSync(place);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(place, file)), { recursive: true });
    writeFileSync(path.join(place, file), text);
  }
  return place;
}

export interface Packed {
  path: string;
  bytes?: Uint8Array | string;
  /** A Unix mode, with the kind of the file in its upper bits. */
  mode?: number;
  header?: Partial<Header>;
}

/** A zip of these files. */
export async function zip(files: readonly Packed[], compress = true): Promise<Buffer> {
  const made = new ZipFile();
  for (const { path: name, bytes = "", mode = 0o100644 } of files) {
    if (name.endsWith("/")) made.addEmptyDirectory(name);
    else made.addBuffer(Buffer.from(bytes), name, { mode, compress });
  }
  made.end();
  return buffer(made.outputStream);
}

/** A tar of these files. */
export async function tar(files: readonly Packed[]): Promise<Buffer> {
  const made = pack();
  for (const { path: name, bytes = "", header } of files) {
    const type = name.endsWith("/") ? "directory" : "file";
    if (type === "directory" || header?.type) made.entry({ name, type, ...header });
    else made.entry({ name, ...header }, Buffer.from(bytes));
  }
  made.finalize();
  return buffer(made as AsyncIterable<Buffer>);
}

export const tarGz = async (files: readonly Packed[]): Promise<Buffer> => gzipSync(await tar(files));

/** Every file below a directory, as a packer would take it. */
export async function filesBelow(directory: string): Promise<Packed[]> {
  const found = await readdir(directory, { recursive: true, withFileTypes: true });
  const names = found
    .filter((one) => one.isFile())
    .map((one) => path.relative(directory, path.join(one.parentPath, one.name)));
  return Promise.all(
    names.sort().map(async (name) => ({ path: name, bytes: await readFile(path.join(directory, name)) })),
  );
}

export const roomy: Limits = { bytes: 1e9, entries: 10_000 };

/** Opens what should be a package. */
export async function openAt(place: string, limits = roomy): Promise<Package> {
  const opening = await openPackage(place, limits);
  if (!opening.ok) throw new Error(JSON.stringify(opening.fault));
  return opening.value;
}

let made = 0;

/** Writes these bytes into the home and opens them. */
export async function openBytes(home: string, bytes: Uint8Array, limits = roomy): Promise<Package> {
  made += 1;
  const place = path.join(home, `delivery-${made}`);
  writeFileSync(place, bytes);
  return openAt(place, limits);
}

/** Reads a whole package; the text of every file that was handed over. */
export async function readAll(source: Package): Promise<Reading & { texts: Record<string, string> }> {
  const texts: Record<string, string> = {};
  const reading = await readPackage(source, async (entry: Entry) => {
    if (entry.kind === "directory") return;
    const chunks: Uint8Array[] = [];
    for await (const chunk of entry.bytes()) chunks.push(chunk);
    texts[entry.path] = Buffer.concat(chunks).toString();
  });
  return { ...reading, texts };
}

/** Each fault as its code and the entry it names. */
export const codesOf = ({ faults }: Pick<Reading, "faults">): [string, string | null][] =>
  faults.map(({ code, path: at }) => [code, at]);

/** Puts other bytes in the place of every occurrence: names and sizes that no packer would write. */
export function forge(bytes: Buffer, from: string | Buffer, to: string | Buffer): Buffer {
  const [search, put] = [Buffer.from(from), Buffer.from(to)];
  if (search.length !== put.length) throw new Error("what is forged must be as long as what was there");
  const forged = Buffer.from(bytes);
  let times = 0;
  for (let at = forged.indexOf(search); at >= 0; at = forged.indexOf(search, at + put.length)) {
    put.copy(forged, at);
    times += 1;
  }
  if (times === 0) throw new Error("what should be forged is not there");
  return forged;
}

/** Writes a number into the central directory record of the first entry of a zip. */
export function forgeCentral(bytes: Buffer, offset: number, value: number, size: 2 | 4): Buffer {
  const forged = Buffer.from(bytes);
  const record = forged.indexOf("PK\x01\x02", "latin1");
  forged.writeUIntLE(value, record + offset, size);
  return forged;
}
