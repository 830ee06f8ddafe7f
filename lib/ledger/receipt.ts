import { createHash } from "node:crypto";
import { assertionFault, type Assertion } from "@/lib/ledger/assertion";
import { canonicalText, parseCanonical } from "@/lib/ledger/canonical-text";
import { bytesOf } from "@/lib/ledger/bundle";
import { readEntryLine } from "@/lib/ledger/check-entry";
import { witnessedAt, type Trust } from "@/lib/ledger/check-heads";
import { readCheckpoint } from "@/lib/ledger/checkpoint";
import { isObject } from "@/lib/ledger/closed";
import type { Entry } from "@/lib/ledger/entry";
import type { Fault, FaultCode, Verdict } from "@/lib/ledger/fault";
import { leafHash } from "@/lib/ledger/leaf";
import { isEntry, isReceiptPasskey } from "@/lib/ledger/shape";
import { verifyInclusion } from "@/lib/ledger/merkle-verify";

const FORMAT = "receipt 1";

/** What proves one entry to somebody who has nothing else: docs/ledger.md, "Receipt". */
export type Receipt = {
  readonly checkpoint: string;
  readonly text: string;
  readonly salt: Buffer;
  readonly index: number;
  readonly proof: readonly Buffer[];
  /** What the signer was shown and signed, where the entry is a signature. */
  readonly statement: unknown;
  /** What the signer's passkey answered, where one did. */
  readonly passkey?: ReceiptPasskey | null;
};
export type ReceiptPasskey = { readonly assertion: Assertion; readonly key: string; readonly site: string };

/** The one line of a receipt, without its line break. */
export function printReceipt(receipt: Receipt): string {
  const { checkpoint, text, salt, index, proof, statement, passkey } = receipt;
  return canonicalText({
    aqtalu: FORMAT,
    checkpoint,
    entry: JSON.parse(text) as unknown,
    index,
    proof: proof.map((hash) => hash.toString("base64")),
    salt: salt.toString("base64"),
    statement,
    ...(passkey && { passkey }),
  });
}

/** Whether a file begins as a receipt does. */
export const isReceipt = (start: string): boolean => start.startsWith(`{"aqtalu":"${FORMAT}",`);

type Parts = Omit<Receipt, "text"> & { entry: unknown };

function readReceipt(text: string): Parts | null {
  const value = parseCanonical(text)?.value;
  if (!isObject(value) || value.aqtalu !== FORMAT || !forms.has(Object.keys(value).join(" "))) return null;
  const passkey = Object.hasOwn(value, "passkey") ? value.passkey : null;
  if (passkey !== null && !isReceiptPasskey(passkey)) return null;
  const { checkpoint, entry, index, proof, statement } = value;
  const salt = bytesOf(value.salt);
  const path = Array.isArray(proof) ? proof.map(bytesOf) : [null];
  if (!salt || path.includes(null) || typeof checkpoint !== "string" || !Number.isSafeInteger(index))
    return null;
  return { checkpoint, entry, index: index as number, proof: path as Buffer[], salt, statement, passkey };
}

const forms: ReadonlySet<string> = new Set([
  "aqtalu checkpoint entry index proof salt statement",
  "aqtalu checkpoint entry index passkey proof salt statement",
]);

/** Checks a receipt: `text` is its line without the line break. */
export function checkReceipt(text: string, trust: Trust): Verdict {
  const faults: Fault[] = [];
  const read = readReceipt(text);
  const fault = (code: FaultCode, what: string, index = read?.index ?? null): void =>
    void faults.push({ code, at: "receipt", index, what, since: null });
  const verdict = (size: number, provenAt: number | null): Verdict => {
    const proven = faults.length === 0 ? size : 0;
    const first = faults.find(({ index }) => index !== null)?.index ?? null;
    const says =
      read && proven ? { entry: read.entry as Entry, statement: textIn(read.statement) } : undefined;
    return {
      kind: "receipt",
      entries: size,
      proven,
      provenAt: proven ? provenAt : null,
      faults,
      first,
      says,
    };
  };
  if (!read) {
    fault("line", "is not a receipt in canonical form", null);
    return verdict(0, null);
  }
  const { entry, index, salt, proof, statement } = read;
  const head = readCheckpoint(read.checkpoint, trust.log, trust.witnesses);
  if (!head?.signed || head.unknown.length > 0)
    fault("checkpoint", "its checkpoint is not signed by the log, or under a false or unknown line");
  const witnessed = head ? witnessedAt(head, trust.quorum) : null;
  if (head?.signed && witnessed === null) fault("late", "its checkpoint is not witnessed");
  const bytes = Buffer.from(canonicalText(entry), "utf8");
  const leaf = isEntry(entry, "full") ? leafHash(bytes, salt) : Buffer.alloc(32);
  const entered = readEntryLine({ entry, index, leaf, salt }, "full");
  if ("code" in entered) fault(entered.code, entered.what);
  else if (!fitsStatement(entered.entry, statement))
    fault("statement", "is not the statement that was signed");
  else if (read.passkey && !fitsPasskey(entered.entry, read.passkey))
    fault("signature", "is not what the passkey signed");
  if (head && !verifyInclusion({ index, size: head.size, leafHash: leaf, root: head.root, proof }))
    fault("root", "the proof does not lead from the entry to the root");
  return verdict(head?.size ?? 0, witnessed);
}

/** A signature carries the hash of its statement; a receipt may leave the statement out. */
function fitsStatement({ payload }: Entry, statement: unknown): boolean {
  if (statement === null) return true;
  const signed = payload.kind === "act" ? payload.signature?.statement : null;
  return signed?.hash === createHash("sha256").update(canonicalText(statement)).digest("hex");
}

/** Whether the passkey answered the hash that the signature carries; whose it is the history says. */
function fitsPasskey({ payload }: Entry, { assertion, key, site }: ReceiptPasskey): boolean {
  const signed = payload.kind === "act" ? payload.signature?.statement : null;
  if (signed?.method !== "passkey" || !/^[0-9a-f]{64}$/.test(signed.hash)) return false;
  return assertionFault(assertion, { credential: assertion.credential, key, site }, signed.hash) === null;
}

const textIn = (statement: unknown): string | null =>
  isObject(statement) && typeof statement.text === "string" ? statement.text : null;
