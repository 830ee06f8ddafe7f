import type { Listings } from "./bag-manifest";
import { isPayload, readBagPath } from "./bag-paths";
import { addFault, type Findings, type Listing } from "./bag-report";
import { splitLines } from "./tag-text";

/**
 * Reads fetch.txt: an address, a length in bytes or "-", and the path of a payload file that manifests name
 * (RFC 8493 section 2.2.3). Returns where each path is named. Nothing is ever fetched: an address in a delivery is
 * not one that a server should visit.
 */
export function readFetch(
  text: string,
  version: string | null,
  listings: Listings,
  findings: Findings,
): Map<string, Listing> {
  const file = "fetch.txt";
  const fetched = new Map<string, Listing>();
  splitLines(text).forEach((line, index) => {
    if (line.trim() === "") return;
    const listed = { file, line: index + 1 };
    const [, written] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    if (written === undefined) return addFault(findings, "fetchForm", file, listed, line);
    const path = readBagPath(written, version, listed, findings);
    if (path === null) return;
    if (!isPayload(path)) return addFault(findings, "notPayload", path, listed);
    if (!listings.files.has(path)) return addFault(findings, "fetchUnlisted", path, listed);
    fetched.set(path, listed);
  });
  return fetched;
}
