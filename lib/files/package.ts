/** Why a delivered package, or one entry of it, is refused. */
export const packageFaults = [
  "notPackage",
  "truncated",
  "damaged",
  "sizeDiffers",
  "checksumDiffers",
  "encrypted",
  "methodUnknown",
  "nameEncoding",
  "pathClimbs",
  "pathAbsolute",
  "pathShortcut",
  "pathBackslash",
  "pathForm",
  "tooDeep",
  "link",
  "notFile",
  "repeatedPath",
  "expandsTooMuch",
  "tooLarge",
  "tooManyEntries",
  "tooManyFaults",
  "changed",
] as const;
export type PackageFaultCode = (typeof packageFaults)[number];

/** `path` is the entry as the package writes it, null where the package as a whole is meant. */
export interface PackageFault {
  code: PackageFaultCode;
  path: string | null;
  detail: string;
}

/** What is taken as it is, but may not survive on another system. `detail` is the other path, if there is one. */
export type PackageWarningCode = "sameButForCase" | "sameButForNormalization" | "nameEncodingGuessed";
export interface PackageWarning {
  code: PackageWarningCode;
  path: string;
  detail: string;
}

/** How much may be read: real bytes of all files together, and entries. */
export interface Limits {
  bytes: number;
  entries: number;
}

/**
 * One entry as its container holds it, before its path and kind were judged. `size` is what the container claims,
 * in bytes. `fault` says that the container itself refuses the entry. `bytes` may be read once, and only until the
 * next entry is asked for.
 */
export interface HeldEntry {
  path: string;
  size: number;
  kind: "file" | "directory" | "link" | "other";
  nameGuessed?: boolean;
  fault?: { code: PackageFaultCode; detail: string };
  bytes(): AsyncIterable<Uint8Array>;
}

/** An entry that may be taken: `path` is relative, uses "/" and holds no "." or "..". */
export interface Entry {
  path: string;
  size: number;
  kind: "file" | "directory";
  bytes(): AsyncIterable<Uint8Array>;
}

/**
 * What was delivered: a directory, a zip or a tar. `walk` may be called again and again and always starts anew.
 * `packedSize` is the size in bytes of a compressed file, null where nothing is compressed. Archives inside are files
 * like any other: nothing opens them.
 */
export interface Package {
  kind: "directory" | "zip" | "tar";
  limits: Limits;
  packedSize: number | null;
  walk(): AsyncIterable<HeldEntry>;
}
