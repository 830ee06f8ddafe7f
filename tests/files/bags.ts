import { createHash } from "node:crypto";
import type { Packed } from "./packing";

/** A hash in hex, MD5 if nothing else is said. */
export const hash = (text: string, algorithm = "md5"): string =>
  createHash(algorithm).update(text).digest("hex");
/** A line of a manifest. */
export const line = (name: string, text: string, algorithm = "md5"): string =>
  `${hash(text, algorithm)}  ${name}\n`;

export type Files = Record<string, string | Uint8Array>;

/** A sound bag of version 0.97 with one file, but for these files; undefined takes one away. */
export function bag(changes: Record<string, string | Uint8Array | undefined> = {}): Files {
  const files: Record<string, string | Uint8Array | undefined> = {
    "bagit.txt": "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
    "manifest-md5.txt": line("data/a.txt", "a"),
    "data/a.txt": "a",
    ...changes,
  };
  return Object.fromEntries(
    Object.entries(files).filter((one): one is [string, string | Uint8Array] => one[1] !== undefined),
  );
}

/** The files as a packer takes them. */
export const packed = (files: Files): Packed[] =>
  Object.entries(files).map(([name, bytes]) => ({ path: name, bytes }));
