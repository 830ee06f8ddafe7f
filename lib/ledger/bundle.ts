import { canonicalText, parseCanonical } from "@/lib/ledger/canonical-text";
import { isObject, splitEntry } from "@/lib/ledger/closed";
import type { Folded } from "@/lib/ledger/fold";

/** A history on its way to somebody who checks it: lines of canonical JSON, in this order. */
export const FORMAT = "history 1";
export type BundleKind = "full" | "pseudonymous";
export type Header = {
  aqtalu: string;
  checkpoints: number;
  entries: number;
  kind: BundleKind;
  origin: string;
};

/** An entry as it is kept, with the leaf under which it stands. `text` is null where a leaf has lost its entry. */
export type KeptEntry = { readonly text: string | null; readonly salt: Buffer; readonly leaf: Buffer };

export const headerLine = (header: Omit<Header, "aqtalu">): string =>
  canonicalText({ aqtalu: FORMAT, ...header });
export const checkpointLine = (note: string): string => canonicalText({ checkpoint: note });
export const trailerLine = (sha256: string): string => canonicalText({ sha256 });

/** The line of an entry. A pseudonymous one holds the open part alone, and no salt. */
export function entryLine(kind: BundleKind, index: number, { text, salt, leaf }: KeptEntry): string {
  const end = `"index":${index},"leaf":"${leaf.toString("base64")}"`;
  if (text === null) return `{"entry":null,${end}}`;
  const value = parseCanonical(text)?.value;
  // What is no entry travels as a text; without names, as an empty one.
  if (!isObject(value) || "closed" in value)
    return `{"entry":${kind === "full" ? JSON.stringify(text) : '""'},${end}}`;
  if (kind === "full") return `{"entry":${text},${end},"salt":"${salt.toString("base64")}"}`;
  const { open } = splitEntry(value, salt);
  return `{"entry":${canonicalText(open)},${end}}`;
}

const stateKinds = ["cases", "decisions", "files", "proceedings", "rules", "signatures"] as const;

export type StateRow = { readonly of: string; readonly id: string; readonly text: string };

/** The live tables, by table, then by id; each row with its line. */
export function* stateRows(state: Folded): Generator<StateRow> {
  for (const of of stateKinds) {
    const held = state[of] as ReadonlyMap<string, unknown>;
    for (const id of [...held.keys()].sort())
      yield { of, id, text: canonicalText({ id, is: held.get(id), of }) };
  }
}

export function* stateLines(state: Folded): Generator<string> {
  for (const { text } of stateRows(state)) yield text;
}

export type EntryLine = { entry: unknown; index: number; leaf: Buffer; salt: Buffer | null };

/** Reads a line and says which it is; null for a line that this format does not have, or in another form. */
export function readLine(
  text: string,
):
  | { is: "header"; header: Header }
  | { is: "checkpoint"; note: string }
  | { is: "entry"; line: EntryLine }
  | { is: "state"; id: string; of: string }
  | { is: "trailer"; sha256: string }
  | null {
  const value = parseCanonical(text)?.value;
  if (!isObject(value)) return null;
  switch (Object.keys(value).join(" ")) {
    case "aqtalu checkpoints entries kind origin":
      return isHeader(value) ? { is: "header", header: value } : null;
    case "checkpoint":
      return typeof value.checkpoint === "string" ? { is: "checkpoint", note: value.checkpoint } : null;
    case "entry index leaf":
    case "entry index leaf salt": {
      const [leaf, salt] = [bytesOf(value.leaf), "salt" in value ? bytesOf(value.salt) : null];
      if (!leaf || ("salt" in value && !salt) || typeof value.index !== "number") return null;
      return { is: "entry", line: { entry: value.entry, index: value.index, leaf, salt } };
    }
    case "id is of":
      if (typeof value.id !== "string" || typeof value.of !== "string") return null;
      return { is: "state", id: value.id, of: value.of };
    case "sha256":
      return typeof value.sha256 === "string" ? { is: "trailer", sha256: value.sha256 } : null;
    default:
      return null;
  }
}

function isHeader(value: object): value is Header {
  const { aqtalu, checkpoints, entries, kind, origin } = value as Partial<Record<keyof Header, unknown>>;
  return (
    aqtalu === FORMAT &&
    [checkpoints, entries].every((count) => Number.isSafeInteger(count) && (count as number) >= 0) &&
    (kind === "full" || kind === "pseudonymous") &&
    typeof origin === "string"
  );
}

/** 32 bytes in base64, in the one spelling that there is. */
export function bytesOf(value: unknown): Buffer | null {
  if (typeof value !== "string") return null;
  const bytes = Buffer.from(value, "base64");
  return bytes.length === 32 && bytes.toString("base64") === value ? bytes : null;
}
