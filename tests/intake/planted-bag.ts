import { createHash } from "node:crypto";
import type { Packed } from "../files/packing";

export const table = "Архив;Фонд;Опись;Номер дела\nЦГА;77;1;1\nЦГА;77;1;2\n";
const name = "data/list.csv";

const hashWith = (algorithm: string, bytes: Uint8Array | string): string =>
  createHash(algorithm).update(bytes).digest("hex");

/** A bag of the suite with a table in its payload, named in its manifests: what was sound stays so, what was not too. */
export function plantTable(files: readonly Packed[]): Packed[] {
  const before = files
    .filter(({ path }) => /^[^/]+\.txt$/.test(path))
    .map(({ path, bytes = "" }) => [path, Buffer.from(bytes as Uint8Array)] as const);
  const tags = new Map<string, Buffer>(before);
  for (const [path, bytes] of before) {
    const [, algorithm] = /^manifest-(\w+)\.txt$/.exec(path) ?? [];
    if (algorithm) {
      const line = `${hashWith(algorithm, table)}  ${name}\n`;
      tags.set(
        path,
        rewrite(bytes, (text) => text.replace(/([^\r\n])$/, "$1\n") + line),
      );
    } else if (path === "bag-info.txt") tags.set(path, rewrite(bytes, countIn));
  }
  for (const [path, bytes] of before) {
    const [, algorithm] = /^tagmanifest-(\w+)\.txt$/.exec(path) ?? [];
    if (!algorithm) continue;
    const rehash = (text: string): string =>
      before.reduce(
        (left, [tag, old]) => left.replace(hashWith(algorithm, old), hashWith(algorithm, tags.get(tag)!)),
        text,
      );
    tags.set(path, rewrite(bytes, rehash));
  }
  const left = files.map((file) => ({ ...file, bytes: tags.get(file.path) ?? file.bytes }));
  return [...left, { path: name, bytes: table }];
}

/** In its own encoding, of which nothing is asked but how wide it is. */
function rewrite(bytes: Buffer, change: (text: string) => string): Buffer {
  if (!bytes.includes(0)) return Buffer.from(change(bytes.toString("latin1")), "latin1");
  const big = bytes[0] === 0xfe || bytes[0] === 0;
  const little = big ? Buffer.from(bytes).swap16() : bytes;
  const changed = Buffer.from(change(little.toString("utf16le")), "utf16le");
  return big ? changed.swap16() : changed;
}

function countIn(text: string): string {
  const more = (_: string, lead: string, size: string, count: string): string =>
    `${lead}${Number(size) + Buffer.byteLength(table)}.${Number(count) + 1}`;
  return text.replace(/(Payload-Oxum: )(\d+)\.(\d+)/i, more);
}
