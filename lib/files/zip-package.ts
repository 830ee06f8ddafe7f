import { crc32, createInflateRaw } from "node:zlib";
import { getFileNameLowLevel, openPromise, type Entry, type ZipFile } from "yauzl";
import { expand } from "./expansion";
import type { HeldEntry } from "./package";
import { asNamed, named, stop } from "./package-stop";

const STORED = 0;
const DEFLATED = 8;
const NAME_IS_UTF8 = 0x800;
const UNICODE_PATH = 0x7075;

/** Entries as the central directory of a zip lists them. Names and sizes are judged here, not by the library. */
export async function* walkZip(place: string): AsyncGenerator<HeldEntry> {
  let current: string | null = null;
  const here = (): string | null => current;
  const options = { decodeStrings: false, validateEntrySizes: false, strictFileNames: true };
  const zip = await asNamed(openPromise(place, options), here);
  for await (const entry of named(zip.eachEntry(), here)) {
    const name = readName(entry);
    current = name.path;
    yield {
      ...name,
      size: entry.uncompressedSize,
      kind: kindOf(entry, name.path),
      ...refuse(entry),
      bytes: () => readEntry(zip, entry, name.path),
    };
  }
}

/**
 * UTF-8 where it is marked, or where it can be nothing else. What is left was packed by a Windows of the region, whose
 * code page is 866: a guess, and said to be one.
 */
function readName(entry: Entry): { path: string; nameGuessed: boolean } {
  const { fileNameRaw: raw, generalPurposeBitFlag: flags, extraFields } = entry;
  const marked = (flags & NAME_IS_UTF8) !== 0 || extraFields.some(({ id }) => id === UNICODE_PATH);
  if (marked) return { path: getFileNameLowLevel(flags, raw, extraFields, true), nameGuessed: false };
  try {
    return {
      path: new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw),
      nameGuessed: false,
    };
  } catch {
    return { path: new TextDecoder("ibm866").decode(raw), nameGuessed: true };
  }
}

/** The upper half of the attributes is a Unix mode where there is one: a link is a file with such a mode. */
function kindOf(entry: Entry, name: string): HeldEntry["kind"] {
  const format = (entry.externalFileAttributes >>> 16) & 0o170000;
  if (format === 0o120000) return "link";
  if (name.endsWith("/")) return "directory";
  return format === 0 || format === 0o100000 ? "file" : "other";
}

function refuse(entry: Entry): Pick<HeldEntry, "fault"> {
  const method = entry.compressionMethod;
  if (entry.isEncrypted()) return { fault: { code: "encrypted", detail: "" } };
  if (method === STORED || method === DEFLATED) return {};
  return { fault: { code: "methodUnknown", detail: `${method}` } };
}

/** The bytes of an entry, which have the size and the checksum that were promised, or end in a fault. */
async function* readEntry(zip: ZipFile, entry: Entry, path: string): AsyncGenerator<Uint8Array> {
  const here = (): string => path;
  const opened = await asNamed(zip.openReadStreamPromise(entry, { decodeFileData: false }), here);
  const packed: AsyncIterable<Uint8Array> = named(opened as AsyncIterable<Uint8Array>, here);
  const bytes: AsyncIterable<Uint8Array> =
    entry.compressionMethod === STORED
      ? packed
      : named(expand(packed, createInflateRaw(), here), here, "damaged");
  let size = 0;
  let sum = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    sum = crc32(chunk, sum);
    yield chunk;
  }
  if (size !== entry.uncompressedSize) stop("sizeDiffers", path, `${entry.uncompressedSize} → ${size}`);
  if (sum !== entry.crc32) stop("checksumDiffers", path);
}
