import { createHash } from "node:crypto";
import { isObject } from "@/lib/ledger/closed";

/** What a sample is drawn from: acts of proceedings, those that are signatures, those that decide. */
export const sampleKinds = ["acts", "signatures", "decisions"] as const;
export type SampleKind = (typeof sampleKinds)[number];

/** Which entries may be drawn. Moments are ISO 8601, `from` inclusive and `until` exclusive; null is any. */
export type SampleTerms = {
  of: SampleKind;
  /** Leaves of the tree from which it is drawn: what was written after is not among them. */
  size: number;
  from: string | null;
  until: string | null;
  act: string | null;
  article: string | null;
  actor: string | null;
};

/**
 * The place of a leaf in the order of drawing, 32 bytes: SHA-256(UTF-8(seed) ‖ 0x0A ‖ the leaf's index in decimal
 * digits). Whoever has the seed and a bundle finds the same order; nobody who wrote an entry could know it
 * before a seed that was not known then.
 */
export function rankOf(seed: string, index: number): Buffer {
  return createHash("sha256").update(`${seed}\n${index}`, "utf8").digest();
}

/**
 * Draws `count` of the candidates, given by the indices of their leaves: those that come first in the order of
 * drawing, in that order. A longer sample begins with the shorter one. Needs no order of the candidates.
 */
export function drawSample(seed: string, candidates: Iterable<number>, count: number): number[] {
  const ranked = Array.from(candidates, (index) => ({ index, rank: rankOf(seed, index) }));
  ranked.sort((a, b) => a.rank.compare(b.rank) || a.index - b.index);
  return ranked.slice(0, count).map(({ index }) => index);
}

/**
 * Is the entry of a leaf a candidate? Asks for nothing but the open part, so that a pseudonymous bundle serves as
 * well as a full one. Refused attempts are no acts.
 */
export function isCandidate(entry: unknown, index: number, terms: SampleTerms): boolean {
  if (index >= terms.size || !isObject(entry) || !isObject(entry.payload)) return false;
  const { payload, at, actor } = entry;
  if (payload.kind !== "act" || typeof at !== "string") return false;
  if (terms.of === "signatures" && !isObject(payload.signature)) return false;
  if (terms.of === "decisions" && !isObject(payload.decision)) return false;
  // One form and one zone: as texts they stand in the order of time.
  if ((terms.from !== null && at < terms.from) || (terms.until !== null && at >= terms.until)) return false;
  if (terms.actor !== null && (!isObject(actor) || actor.id !== terms.actor)) return false;
  return (
    (terms.act === null || payload.act === terms.act) &&
    (terms.article === null || payload.article === terms.article)
  );
}
