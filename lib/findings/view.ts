import type { Favourable } from "@/lib/law/matter";
import type { ClaimKind, Outcome } from "@/lib/law/words";

/** A finding as it is being written: what the editor holds, what is saved, and what a later version starts from. */
export type CitationDraft = {
  id: string;
  fileId: string;
  from: number;
  to: number;
  quote: string;
  translation: string;
  /** A word of the vocabulary of reliability, or "" where nothing speaks against the source. */
  reliability: string;
};
export type ClaimDraft = {
  id: string;
  kind: ClaimKind;
  text: string;
  required: boolean;
  citations: CitationDraft[];
};
export type ChargeAnswer = { chargeId: string; outcome: "rehabilitate" | "refuse" | null; reason: string };
export type DraftFields = {
  earlierSearch: string;
  earlierFound: boolean | null;
  earlierAct: string;
  /** The earlier act covers everything: the outcome is "already rehabilitated". */
  earlierCovers: boolean;
  ground: string;
  exclusionFound: boolean | null;
  exclusionCheck: string;
  summary: string;
  /** The answer where the case has no charges: a measure without an accusation. */
  whole: "rehabilitate" | "refuse" | null;
  commonVersionId: string | null;
};
export type Draft = { fields: DraftFields; charges: ChargeAnswer[]; claims: ClaimDraft[] };

export const emptyFields: DraftFields = {
  earlierSearch: "",
  earlierFound: null,
  earlierAct: "",
  earlierCovers: false,
  ground: "",
  exclusionFound: null,
  exclusionCheck: "",
  summary: "",
  whole: null,
  commonVersionId: null,
};

/** An address may carry anything; the database takes only this. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(text);

export const isFilled = (text: string): boolean => text.trim() !== "";

export function isAnswered(answer: ChargeAnswer): boolean {
  return answer.outcome === "rehabilitate" || (answer.outcome === "refuse" && isFilled(answer.reason));
}

/** The outcome that follows from the answers; null while one is missing. The law (chargesDecided) asks the same. */
export function deriveOutcome({ fields, charges }: Pick<Draft, "fields" | "charges">): Outcome | null {
  if (fields.earlierFound && fields.earlierCovers && isFilled(fields.earlierAct)) return "already";
  if (charges.length === 0) return fields.whole && (fields.whole === "refuse" ? "refused" : "full");
  if (!charges.every(isAnswered)) return null;
  const refused = charges.filter((c) => c.outcome === "refuse").length;
  if (refused === 0) return "full" satisfies Favourable;
  return refused === charges.length ? "refused" : "part";
}

/** A claim that nothing supports yet: shown beside its sentence while it is written. */
export function isUnsupported(claim: Pick<ClaimDraft, "text" | "citations" | "kind">): boolean {
  return isFilled(claim.text) && claim.citations.length === 0 && claim.kind !== "exclusion";
}

/** Statements under interrogation were coerced: a claim that has nothing else is flagged. */
export function restsOnInterrogation(claim: {
  citations: readonly { reliability: string | null }[];
}): boolean {
  return claim.citations.length > 0 && claim.citations.every((c) => c.reliability === "interrogation");
}

/** Kinds of claims that many cases may share; the rest each case says for itself. */
export const sharedKinds: readonly ClaimKind[] = ["charge", "organ", "measure", "ground", "other"];

/** Claims of an own finding once a common one speaks for them: those without a citation give way. */
export function giveWay(claims: readonly ClaimDraft[], common: readonly { kind: ClaimKind }[]): ClaimDraft[] {
  const spoken = new Set(common.map((c) => c.kind));
  return claims.filter((c) => c.citations.length > 0 || !spoken.has(c.kind) || !sharedKinds.includes(c.kind));
}
