import { createHash } from "node:crypto";
import type { ListedFile, Listings } from "./bag-manifest";
import { isSystemFile } from "./bag-paths";
import { addFault, addWarning, type Findings, type Listing } from "./bag-report";
import { differenceOf } from "./entry-path";

/**
 * Names what manifests list and nothing in the bag is. A file system that takes two names for one keeps one of them,
 * and then the other name is no loss when the hashes agree; nor is an empty file that a system had left behind.
 * Returns how many of these empty files there are.
 */
export function nameMissing(
  listings: Listings,
  seen: ReadonlySet<string>,
  fetched: ReadonlyMap<string, Listing>,
  findings: Findings,
): number {
  let harmless = 0;
  for (const file of listings.files.values()) {
    const { path, foundAs } = file;
    const listed = file.sums[0]?.listed ?? null;
    if (seen.has(path)) continue;
    if (foundAs !== null && foundAs === file.written) {
      addWarning(findings, "percentNotEncoded", foundAs, listed, path);
    } else if (foundAs !== null) {
      addWarning(findings, differenceOf(path, foundAs), path, listed, foundAs);
    } else if (isSystemFile(path) && isEmpty(file)) {
      addWarning(findings, "systemFileMissing", path, listed);
      harmless += 1;
    } else {
      const place = fetched.get(path);
      addFault(findings, place ? "notFetched" : "missing", path, place ?? listed);
    }
  }
  return harmless;
}

const isEmpty = ({ sums }: ListedFile): boolean =>
  sums.every(({ algorithm, hex }) => createHash(algorithm).digest("hex") === hex);
