import { createHash } from "node:crypto";
import { canonicalText, type JsonObject } from "@/lib/ledger/canonical-text";

/** Facts that hold an id, a code, a date or a number. What people write stands under other names. */
export const OPEN_FACTS: ReadonlySet<string> = new Set([
  ...["agency", "agencyId", "answer", "applicationId", "appointment", "article", "assignee", "body"],
  ...["clearance", "common", "conflict", "delegation", "from", "hash", "kind", "language", "material"],
  ...["mention", "motion", "other", "role", "sessions", "sheet", "to", "until", "version"],
]);

/** Places of an entry that hold a name or a reason, whatever its kind. */
export const CLOSED_PATHS = [
  ["actor", "name"],
  ["payload", "reason", "text"],
  ["payload", "decision", "basis"],
  ["payload", "decision", "reason"],
  ["payload", "signature", "statement", "hash"],
] as const;

/**
 * And by the kind of the payload: the key under which an archive knows something, the name of a file; and hashes
 * without salt, by which a name could be guessed.
 */
export const CLOSED_OF_KIND: Readonly<Record<string, readonly string[]>> = {
  arrived: ["hash", "source"],
  imported: ["file", "sha256"],
  statement: ["assertion", "hash", "signed"],
};

/**
 * An entry in two parts: what anybody may read, and the names and reasons, by their path. The open part holds
 * a commitment to the closed one (`closed`: SHA-256 of salt ‖ canonical form, in hex), so that it alone gives
 * the leaf, and tells nothing of the closed part to somebody without the salt.
 */
export type SplitEntry = { readonly open: JsonObject; readonly closed: JsonObject };

/**
 * Splits an entry (docs/ledger.md, "Two parts"). Expects properties in canonical order, and keeps them in it.
 * Throws a TypeError when the entry is no object or has a part named `closed` already.
 */
export function splitEntry(entry: unknown, salt: Uint8Array): SplitEntry {
  if (!isObject(entry) || "closed" in entry) throw new TypeError("entry: not of the shape that is split");
  const closed: Record<string, unknown> = {};
  let open: JsonObject = entry;
  for (const path of CLOSED_PATHS) open = moveOut(open, path, [], closed);
  const payload = isObject(open.payload) ? open.payload : {};
  const kind = typeof payload.kind === "string" ? payload.kind : "";
  for (const name of Object.hasOwn(CLOSED_OF_KIND, kind) ? CLOSED_OF_KIND[kind]! : [])
    open = moveOut(open, ["payload", name], [], closed);
  if (isObject(payload.facts)) {
    for (const [name, value] of Object.entries(payload.facts)) {
      if (OPEN_FACTS.has(name) && !(value !== null && typeof value === "object")) continue;
      open = moveOut(open, ["payload", "facts", name], [], closed);
    }
  }
  const sorted = Object.fromEntries(Object.entries(closed).sort(([a], [b]) => (a < b ? -1 : 1)));
  const commitment = createHash("sha256").update(salt).update(canonicalText(sorted)).digest("hex");
  return { open: insertClosed(open, commitment), closed: sorted };
}

/** A copy without what stands at the path, which `into` receives under the path's name. */
function moveOut(
  from: JsonObject,
  [name, ...rest]: readonly string[],
  above: readonly string[],
  into: Record<string, unknown>,
): JsonObject {
  if (name === undefined || !Object.hasOwn(from, name)) return from;
  const value = from[name];
  if (rest.length > 0) {
    if (!isObject(value)) return from;
    const kept = moveOut(value, rest, [...above, name], into);
    return kept === value ? from : { ...from, [name]: kept };
  }
  into[[...above, name].join(".")] = value;
  return Object.fromEntries(Object.entries(from).filter(([key]) => key !== name));
}

/** The commitment takes its place in canonical order. */
function insertClosed(open: JsonObject, closed: string): JsonObject {
  const entries = Object.entries(open);
  const at = entries.findIndex(([name]) => name > "closed");
  entries.splice(at < 0 ? entries.length : at, 0, ["closed", closed]);
  return Object.fromEntries(entries);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
