import { readDeclaration } from "./bag-declaration";
import { readFetch } from "./bag-fetch";
import { checkOxum, infoFileOf, readInfo } from "./bag-info";
import { algorithmOf, makeListings, readManifest, type Listings } from "./bag-manifest";
import { nameMissing } from "./bag-missing";
import { addFault, addWarning, type BagReport, type Findings, type Listing } from "./bag-report";
import { compareSums } from "./bag-sums";
import { gatherTagFiles, type TagFiles } from "./bag-tags";
import type { Package } from "./package";
import type { Reading } from "./read-package";
import { decodeTagFile } from "./tag-text";

/**
 * Says whether a package is a valid bag: complete, with every hash as its manifests give it (RFC 8493 section 3).
 * Versions 0.93 to 1.0. The package is read twice, the second time whole; memory grows with the number of files that
 * manifests name, not with their size. Throws what the disk says.
 */
export async function checkBag(source: Package): Promise<BagReport> {
  const report: BagReport = {
    valid: false,
    version: null,
    faults: [],
    warnings: [],
    info: [],
    payload: [],
  };
  const tags = await gatherTagFiles(source);
  if (tags.reading.ended) {
    addReading(tags.reading, tags.base, report);
    return report;
  }
  if (tags.tooLarge !== null) {
    addFault(report, "tagFilesTooLarge", tags.tooLarge.slice(tags.base.length));
    return report;
  }
  const { fetched, listings } = readTagFiles(tags, source.limits.entries, report);
  const { payload, seen, reading } = await compareSums(source, tags.base, listings, report);
  addReading(reading, tags.base, report);
  report.payload = payload;
  // What could not be read was not seen: it would be called missing, and counted so.
  if (reading.faults.length === 0) {
    const missing = nameMissing(listings, seen, fetched, report);
    checkOxum(infoFileOf(report.version), report.info, payload, missing, report);
  }
  report.valid = report.faults.length === 0;
  return report;
}

/** What was wrong with the container, with paths as they are in the bag. */
function addReading({ faults, warnings }: Reading, base: string, findings: Findings): void {
  const within = (path: string): string => (path.startsWith(base) ? path.slice(base.length) : path);
  for (const { code, path, detail } of faults) addFault(findings, code, within(path ?? ""), null, detail);
  for (const { code, path, detail } of warnings)
    addWarning(findings, code, within(path), null, within(detail));
}

function readTagFiles(
  { files, hasData }: TagFiles,
  most: number,
  report: BagReport,
): { listings: Listings; fetched: Map<string, Listing> } {
  const bagit = files.get("bagit.txt");
  if (bagit === undefined) addFault(report, "bagitMissing", "bagit.txt");
  if (!hasData) addFault(report, "dataMissing", "data/");
  const { version, encoding } = readDeclaration(bagit ?? null, report);
  report.version = version;
  const listings = makeListings(version === "1.0", most);
  const read = (file: string): string | null => {
    const bytes = files.get(file);
    if (!bytes) return null;
    const text = decodeTagFile(bytes, encoding);
    if (text === null) addFault(report, "notInEncoding", file, null, encoding);
    return text;
  };
  readManifests([...files.keys()].sort(), read, version, listings, report);
  const info = infoFileOf(version);
  report.info = readInfo(info, read(info) ?? "", report);
  return { listings, fetched: readFetch(read("fetch.txt") ?? "", version, listings, report) };
}

/** At least one payload manifest has to be there, in a hash function that can be checked. */
function readManifests(
  files: readonly string[],
  read: (file: string) => string | null,
  version: string | null,
  listings: Listings,
  findings: Findings,
): void {
  const manifests = files.filter((file) => algorithmOf(file) !== null);
  const ofPayload = manifests.filter((file) => file.startsWith("manifest-"));
  if (ofPayload.length === 0) addFault(findings, "manifestMissing", "");
  else if (ofPayload.every((file) => algorithmOf(file) === undefined)) {
    addFault(findings, "noKnownManifest", ofPayload[0] ?? "");
  }
  for (const file of manifests) {
    if (algorithmOf(file) === undefined) {
      addWarning(findings, "algorithmUnknown", file);
      continue;
    }
    const text = read(file);
    if (text !== null) readManifest(file, text, version, listings, findings);
  }
}
