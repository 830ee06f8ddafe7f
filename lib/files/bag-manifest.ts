import { readBagPath, isPayload } from "./bag-paths";
import { addFault, addWarning, type Findings, type Listing } from "./bag-report";
import { foldPath } from "./entry-path";
import { splitLines } from "./tag-text";

/** Hash functions by the name that a manifest bears, with the length of their hex form. */
const ALGORITHMS: Record<string, number> = {
  md5: 32,
  sha1: 40,
  sha224: 56,
  sha256: 64,
  sha384: 96,
  sha512: 128,
};

/** One hash that a manifest gives for a path. */
export interface Sum {
  algorithm: string;
  hex: string;
  listed: Listing;
}

/**
 * A path that manifests name. `written` holds its other spelling, where a percent sign may or may not have been
 * encoded. `foundAs` is the file that was found with these hashes.
 */
export interface ListedFile {
  path: string;
  written: string;
  sums: Sum[];
  foundAs: string | null;
}

/**
 * All that the manifests of a bag say. `folds` finds paths that some file systems take for one. `everyManifest` says
 * that each payload manifest has to name each payload file.
 */
export interface Listings {
  files: Map<string, ListedFile>;
  folds: Map<string, ListedFile[]>;
  payloadManifests: string[];
  everyManifest: boolean;
}

export const makeListings = (everyManifest: boolean): Listings => ({
  files: new Map(),
  folds: new Map(),
  payloadManifests: [],
  everyManifest,
});

/** The hash function in the name of a manifest: null when the file is no manifest, undefined when it is unknown. */
export function algorithmOf(file: string): string | null | undefined {
  const [, name] = /^(?:tag)?manifest-([^/]+)\.txt$/.exec(file) ?? [];
  if (name === undefined) return null;
  const algorithm = name.toLowerCase().replace(/^sha-/, "sha");
  return Object.hasOwn(ALGORITHMS, algorithm) ? algorithm : undefined;
}

/**
 * Reads a payload or tag manifest: lines of a hash, white space and a path (RFC 8493 sections 2.1.3 and 2.2.1).
 * A path that a manifest names twice is taken once when both hashes agree.
 */
export function readManifest(
  file: string,
  text: string,
  version: string | null,
  listings: Listings,
  findings: Findings,
): void {
  const algorithm = algorithmOf(file);
  if (!algorithm) throw new Error(`${file} is no manifest that can be read`);
  const ofPayload = file.startsWith("manifest-");
  if (ofPayload) listings.payloadManifests.push(file);
  splitLines(text).forEach((line, index) => {
    if (line.trim() === "") return;
    const listed = { file, line: index + 1 };
    const [, hash, star, written] = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line) ?? [];
    if (hash === undefined || written === undefined)
      return addFault(findings, "lineForm", file, listed, line);
    if (hash.length !== ALGORITHMS[algorithm]) return addFault(findings, "hashForm", written, listed, hash);
    const path = readBagPath(written, version, listed, findings);
    if (path === null) return;
    if (star) addWarning(findings, "md5sumForm", path, listed);
    if (ofPayload && !isPayload(path)) return addFault(findings, "notPayload", path, listed);
    addSum(listings, path, written, { algorithm, hex: hash.toLowerCase(), listed }, findings);
  });
}

function addSum(listings: Listings, path: string, written: string, sum: Sum, findings: Findings): void {
  const file = listings.files.get(path) ?? addFile(listings, path, written);
  const before = file.sums.find(({ listed }) => listed.file === sum.listed.file);
  if (before === undefined) file.sums.push(sum);
  else if (before.hex === sum.hex) addWarning(findings, "repeatedLine", path, sum.listed);
  else addFault(findings, "repeatedDiffers", path, sum.listed, `${before.hex} ≠ ${sum.hex}`);
}

function addFile(listings: Listings, path: string, written: string): ListedFile {
  const file: ListedFile = { path, written, sums: [], foundAs: null };
  listings.files.set(path, file);
  for (const fold of new Set([foldPath(path), foldPath(written)])) {
    listings.folds.set(fold, [...(listings.folds.get(fold) ?? []), file]);
  }
  return file;
}
