import { readBagPath, isPayload } from "./bag-paths";
import { addFault, addWarning, type Findings, type Listing } from "./bag-report";
import { foldPath } from "./entry-path";
import { linesOf } from "./tag-text";

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
 * that each payload manifest has to name each payload file, `most` how many paths may be named at all.
 */
export interface Listings {
  files: Map<string, ListedFile>;
  folds: Map<string, ListedFile[]>;
  payloadManifests: string[];
  everyManifest: boolean;
  most: number;
}

export const makeListings = (everyManifest: boolean, most: number): Listings => ({
  files: new Map(),
  folds: new Map(),
  payloadManifests: [],
  everyManifest,
  most,
});

/** The hash function in the name of a manifest: null when the file is no manifest, undefined when it is unknown. */
export function algorithmOf(file: string): string | null | undefined {
  const [, name] = /^(?:tag)?manifest-([^/]+)\.txt$/.exec(file) ?? [];
  if (name === undefined) return null;
  const algorithm = name.toLowerCase().replace(/^sha-/, "sha");
  return Object.hasOwn(ALGORITHMS, algorithm) ? algorithm : undefined;
}

/** The manifest that is being read, and where its lines go. */
interface Reading {
  algorithm: string;
  ofPayload: boolean;
  version: string | null;
  listings: Listings;
  findings: Findings;
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
  const reading: Reading = { algorithm, ofPayload, version, listings, findings };
  for (const { line, number } of linesOf(text)) {
    if (line.trim() !== "") readLine(line, { file, line: number }, reading);
  }
}

function readLine(line: string, listed: Listing, reading: Reading): void {
  const { algorithm, ofPayload, version, listings, findings } = reading;
  const [, hash, star, written] = /^([0-9A-Fa-f]+)[ \t]+(\*?)(.+)$/.exec(line) ?? [];
  if (hash === undefined || written === undefined) {
    return addFault(findings, "lineForm", listed.file, listed, line);
  }
  if (hash.length !== ALGORITHMS[algorithm]) return addFault(findings, "hashForm", written, listed, hash);
  const path = readBagPath(written, version, listed, findings);
  if (path === null) return;
  if (star) addWarning(findings, "md5sumForm", path, listed);
  if (ofPayload && !isPayload(path)) return addFault(findings, "notPayload", path, listed);
  const file = listings.files.get(path) ?? addFile(listings, path, written);
  if (file === null) return addFault(findings, "tooManyEntries", path, listed, `${listings.most}`);
  addSum(file, { algorithm, hex: hash.toLowerCase(), listed }, findings);
}

function addSum(file: ListedFile, sum: Sum, findings: Findings): void {
  const before = file.sums.find(({ listed }) => listed.file === sum.listed.file);
  if (before === undefined) file.sums.push(sum);
  else if (before.hex === sum.hex) addWarning(findings, "repeatedLine", file.path, sum.listed);
  else addFault(findings, "repeatedDiffers", file.path, sum.listed, `${before.hex} ≠ ${sum.hex}`);
}

function addFile(listings: Listings, path: string, written: string): ListedFile | null {
  if (listings.files.size >= listings.most) return null;
  const file: ListedFile = { path, written, sums: [], foundAs: null };
  listings.files.set(path, file);
  for (const fold of new Set([foldPath(path), foldPath(written)])) {
    const alike = listings.folds.get(fold);
    if (alike === undefined) listings.folds.set(fold, [file]);
    else alike.push(file);
  }
  return file;
}
