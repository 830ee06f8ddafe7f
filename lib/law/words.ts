/** The closed lists of words in which the law is written. The database holds the same lists as checks. */

export const roles = [
  "archivist",
  "expert",
  "head",
  "representative",
  "member",
  "chair",
  "deputy",
  "secretary",
  "auditor",
  "administrator",
] as const;
export type Role = (typeof roles)[number];

/** `office` holds auditors and administrators. A `regional` body's chair concludes; `agency` owns secrets. */
export const bodyKinds = ["commission", "regional", "group", "agency", "archive", "office"] as const;
export type BodyKind = (typeof bodyKinds)[number];

export const stages = ["archived", "declassified", "rehabilitated"] as const;
export type Stage = (typeof stages)[number];

export const proceedingKinds = ["declassification", "rehabilitation"] as const;
export type ProceedingKind = (typeof proceedingKinds)[number];

/** In the order of the work; `none` is a subject with no open proceeding. */
export const openSteps = [
  "attested",
  "study",
  "second_reading",
  "owners",
  "regional",
  "signing",
  "legal_act",
  "court",
] as const;
export const finalSteps = ["granted", "refused", "withdrawn", "revoked"] as const;
export type OpenStep = (typeof openSteps)[number];
export type FinalStep = (typeof finalSteps)[number];
export type Step = "none" | OpenStep | FinalStep;

export const outcomes = ["full", "part", "already", "refused"] as const;
export type Outcome = (typeof outcomes)[number];
export type Favourable = Exclude<Outcome, "refused">;

/** What a slot was filled with: agreement, its opposite, or (owners) both in one reply. */
export type Answer = "for" | "against";

/** Why an item can no longer be signed by register. */
export const singles = [
  "disagreement",
  "kept",
  "taken_out",
  "recusal",
  "reopened",
  "unfavourable_act",
  "outcome",
] as const;
export type Single = (typeof singles)[number];

/** Why a signature no longer counts. It is kept, with this beside it. */
export const voidReasons = ["returned", "edited", "recused", "reopened"] as const;
export type VoidReason = (typeof voidReasons)[number];

/** What the person who declares it has to do with the case. */
export const conflictKinds = ["relative", "party", "earlier_part", "acquaintance", "other"] as const;
export type ConflictKind = (typeof conflictKinds)[number];

export const reasonCodes = [
  "incomplete",
  "citation",
  "identity",
  "charge",
  "secrecy",
  "new_evidence",
  "appeal",
  "order",
  "duplicate",
  "clerical",
  "waiting",
  "other",
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

export const mentionRoles = ["accused", "relative", "witness", "informer", "official"] as const;
export type MentionRole = (typeof mentionRoles)[number];

/** Parts of a dossier and what lies around it: what an edit touches decides what falls back (law.ts, `edits`). */
export const parts = [
  "file_body", // sheet count, spans, their bases, owners
  "owner_reply",
  "identity", // of the person as decided, charges, organ, measure
  "finding", // with its common part and citations
  "cited_image",
  "secrecy_again",
  "around", // access answers, titles, notes, labels, assignments, scans that nobody cites
] as const;
export type Part = (typeof parts)[number];

export const claimKinds = [
  "identity",
  "charge",
  "organ",
  "measure",
  "ground",
  "applied",
  "exclusion",
  "other",
] as const;
export type ClaimKind = (typeof claimKinds)[number];

export function isOpen(step: Step): step is OpenStep {
  return (openSteps as readonly string[]).includes(step);
}

export function isFavourable(outcome: Outcome): outcome is Favourable {
  return outcome !== "refused";
}

/** What a signature can fill. `owner` is one slot an agency, `member` one a member of the bench. */
export const slots = [
  "confirm",
  "reader",
  "owner",
  "regional",
  "member",
  "chair",
  "act",
  "court",
  "reopen_member",
  "reopen_chair",
  "correct_second",
  "correct_chair",
] as const;
export type Slot = (typeof slots)[number];
