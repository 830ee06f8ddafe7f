import { createHash } from "node:crypto";
import type { ListedFile, Listings } from "./bag-manifest";
import { isPayload, isSystemFile } from "./bag-paths";
import { addFault, addWarning, type BagPayload, type Findings } from "./bag-report";
import { foldPath } from "./entry-path";
import type { Entry, Package } from "./package";
import { readPackage, type Reading } from "./read-package";

/** What came out of reading every byte of a bag. `seen` holds the paths of all its files. */
export interface Sums {
  payload: BagPayload[];
  seen: Set<string>;
  reading: Reading;
}

/**
 * Goes through a package, hashes every file with each function that a manifest used for it and compares. Files that
 * no manifest names are read all the same: a damaged one is damage.
 */
export async function compareSums(
  source: Package,
  base: string,
  listings: Listings,
  findings: Findings,
): Promise<Sums> {
  const payload: BagPayload[] = [];
  const seen = new Set<string>();
  const reading = await readPackage(source, async (entry) => {
    if (entry.kind === "directory") return;
    const path = entry.path.startsWith(base) ? entry.path.slice(base.length) : entry.path;
    if (isSystemFile(path)) addWarning(findings, "systemFile", path);
    seen.add(path);
    const belongs = entry.path.startsWith(base);
    const candidates = belongs ? candidatesFor(path, listings) : [];
    const { size, hashes } = await hashEntry(entry, candidates, belongs && isPayload(path));
    if (!belongs) return;
    judge(path, candidates, hashes, listings, findings);
    const sha256 = hashes.get("sha256");
    if (isPayload(path) && sha256 !== undefined) payload.push({ path, size, sha256 });
  });
  return { payload, seen, reading };
}

/** What manifests say of this path, and of those that some file systems take for it. */
function candidatesFor(path: string, { files, folds }: Listings): ListedFile[] {
  const exact = files.get(path);
  const alike = folds.get(foldPath(path)) ?? [];
  return exact === undefined ? alike : [exact, ...alike.filter((one) => one !== exact)];
}

async function hashEntry(
  entry: Entry,
  candidates: readonly ListedFile[],
  ofPayload: boolean,
): Promise<{ size: number; hashes: Map<string, string> }> {
  const names = new Set(candidates.flatMap(({ sums }) => sums.map(({ algorithm }) => algorithm)));
  if (ofPayload) names.add("sha256");
  const engines = [...names].map((name) => [name, createHash(name)] as const);
  let size = 0;
  for await (const chunk of entry.bytes()) {
    size += chunk.length;
    for (const [, engine] of engines) engine.update(chunk);
  }
  return { size, hashes: new Map(engines.map(([name, engine]) => [name, engine.digest("hex")])) };
}

function judge(
  path: string,
  candidates: readonly ListedFile[],
  hashes: ReadonlyMap<string, string>,
  listings: Listings,
  findings: Findings,
): void {
  const agreeing = candidates.filter((one) =>
    one.sums.every(({ algorithm, hex }) => hashes.get(algorithm) === hex),
  );
  for (const one of agreeing) one.foundAs ??= path;
  const exact = listings.files.get(path);
  if (exact !== undefined && !agreeing.includes(exact)) {
    exact.foundAs = path;
    for (const { algorithm, hex, listed } of exact.sums) {
      const found = hashes.get(algorithm) ?? "";
      if (found !== hex) addFault(findings, "hashDiffers", path, listed, `${hex} ≠ ${found}`);
    }
  }
  if (isPayload(path)) judgeListing(path, exact ? [exact] : agreeing, listings, findings);
}

/** Up to 0.97 one payload manifest has to name a file, since RFC 8493 (section 3) each of them has to. */
function judgeListing(
  path: string,
  found: readonly ListedFile[],
  listings: Listings,
  findings: Findings,
): void {
  const named = new Set(found.flatMap(({ sums }) => sums.map(({ listed }) => listed.file)));
  const lacking = listings.payloadManifests.filter((manifest) => !named.has(manifest));
  if (lacking.length === listings.payloadManifests.length) addFault(findings, "unlisted", path);
  else if (listings.everyManifest) {
    for (const file of lacking) addFault(findings, "unlisted", path, { file, line: null });
  }
}
