import { bytesOf } from "@/lib/ledger/bundle";
import { canonicalText, parseCanonical } from "@/lib/ledger/canonical-text";
import { witnessedAt, type Trust } from "@/lib/ledger/check-heads";
import { readCheckpoint } from "@/lib/ledger/checkpoint";
import { isObject } from "@/lib/ledger/closed";
import type { Fault, FaultCode, Verdict } from "@/lib/ledger/fault";
import { verifyConsistency } from "@/lib/ledger/merkle-verify";

const FORMAT = "consistency 1";

/** What proves that one signed head goes on from another: docs/ledger.md, "Two heads". */
export type Consistency = {
  readonly older: string;
  readonly newer: string;
  readonly proof: readonly Buffer[];
};

/** The one line of the file, without its line break. */
export function printConsistency({ older, newer, proof }: Consistency): string {
  return canonicalText({ aqtalu: FORMAT, newer, older, proof: proof.map((hash) => hash.toString("base64")) });
}

/** Whether a file begins as this one does. */
export const isConsistency = (start: string): boolean => start.startsWith(`{"aqtalu":"${FORMAT}",`);

function readConsistency(text: string): Consistency | null {
  const value = parseCanonical(text)?.value;
  if (!isObject(value) || Object.keys(value).join(" ") !== "aqtalu newer older proof") return null;
  const { aqtalu, newer, older, proof } = value;
  const hashes = Array.isArray(proof) ? proof.map(bytesOf) : [null];
  if (aqtalu !== FORMAT || typeof newer !== "string" || typeof older !== "string" || hashes.includes(null))
    return null;
  return { newer, older, proof: hashes as Buffer[] };
}

/**
 * Checks the proof between two heads: `text` is its line without the line break. Proven are the entries under the newer
 * head; the time is when that was witnessed, null where it was not.
 */
export function checkConsistency(text: string, trust: Trust): Verdict {
  const faults: Fault[] = [];
  const fault = (code: FaultCode, what: string): void =>
    void faults.push({ code, at: "consistency", index: null, what, since: null });
  const read = readConsistency(text);
  if (!read) fault("line", "is not a proof between two heads in canonical form");
  const [older, newer] = [read?.older, read?.newer].map((note) =>
    note === undefined ? null : readCheckpoint(note, trust.log, trust.witnesses),
  );
  const genuine = [older, newer].every((head) => head?.signed && head.unknown.length === 0);
  if (read && !genuine)
    fault("checkpoint", "one of its heads is not signed by the log, or under a false or unknown line");
  if (read && older && newer && !holds(older, newer, read.proof))
    fault("root", "the proof does not lead from the older head to the newer one");
  const entries = newer?.size ?? 0;
  const whole = faults.length === 0;
  return {
    ...{ kind: "consistency", entries, proven: whole ? entries : 0, faults, first: null },
    provenAt: whole && newer ? witnessedAt(newer, trust.quorum) : null,
  };
}

type Sized = { readonly size: number; readonly root: Buffer };

const holds = (older: Sized, newer: Sized, proof: readonly Buffer[]): boolean =>
  verifyConsistency({
    ...{ older: older.size, newer: newer.size, proof },
    ...{ olderRoot: older.root, newerRoot: newer.root },
  });
