import type { Listings } from "./bag-manifest";
import { isPayload, readBagPath } from "./bag-paths";
import { addFault, type Findings, type Listing } from "./bag-report";
import { linesOf } from "./tag-text";

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
  for (const { line, number } of linesOf(text)) {
    if (line.trim() === "") continue;
    const listed = { file, line: number };
    const [, written] = /^\S+[ \t]+(?:\d+|-)[ \t]+(.+)$/.exec(line) ?? [];
    if (written === undefined) {
      addFault(findings, "fetchForm", file, listed, line);
      continue;
    }
    const path = readBagPath(written, version, listed, findings);
    if (path === null) continue;
    if (!isPayload(path)) addFault(findings, "notPayload", path, listed);
    else if (!listings.files.has(path)) addFault(findings, "fetchUnlisted", path, listed);
    else fetched.set(path, listed);
  }
  return fetched;
}
