import { emptyBody, type VersionBody } from "@/lib/store/finding-writes";
import type { EpisodeRow, VersionRow } from "@/lib/store/findings";
import { deriveOutcome, emptyFields, isAnswered, isFilled, type Draft } from "./view";

const orNull = (text: string): string | null => (isFilled(text) ? text.trim() : null);

/** What is stored of a draft. An answer that is not complete yet (a refusal without its reason) waits outside. */
export function toBody(draft: Draft): VersionBody {
  const { fields, claims } = draft;
  const outcome = deriveOutcome(draft);
  const charges = draft.charges.map((c) =>
    outcome === "already" ? { ...c, outcome: "rehabilitate" as const, reason: "" } : c,
  );
  return {
    ...emptyBody,
    commonVersionId: fields.commonVersionId,
    outcome,
    ground: orNull(fields.ground),
    earlierAct: fields.earlierFound === false ? null : orNull(fields.earlierAct),
    earlierSearch: orNull(fields.earlierSearch),
    exclusionCheck: orNull(fields.exclusionCheck),
    exclusionFound: fields.exclusionFound,
    summary: orNull(fields.summary),
    claims: claims.map((claim) => ({
      ...claim,
      text: claim.text.trim(),
      citations: claim.citations.map((c) => ({
        ...c,
        quote: c.quote.trim(),
        translation: orNull(c.translation),
        reliability: orNull(c.reliability),
      })),
    })),
    charges: charges.filter(isAnswered).map((c) => ({
      chargeId: c.chargeId,
      outcome: c.outcome!,
      reason: orNull(c.reason),
    })),
  };
}

/** A stored version as the editor holds it. */
export function toDraft(version: VersionBody, charges: EpisodeRow["charges"]): Draft {
  const answered = new Map(version.charges.map((c) => [c.chargeId, c]));
  const whole = version.outcome === "refused" ? "refuse" : version.outcome === "full" ? "rehabilitate" : null;
  return {
    fields: {
      ...emptyFields,
      earlierSearch: version.earlierSearch ?? "",
      earlierFound: version.earlierSearch === null ? null : version.earlierAct !== null,
      earlierAct: version.earlierAct ?? "",
      earlierCovers: version.outcome === "already",
      ground: version.ground ?? "",
      exclusionFound: version.exclusionFound,
      exclusionCheck: version.exclusionCheck ?? "",
      summary: version.summary ?? "",
      whole: charges.length === 0 ? whole : null,
      commonVersionId: version.commonVersionId,
    },
    charges: charges.map(({ id }) => ({
      chargeId: id,
      outcome: answered.get(id)?.outcome ?? null,
      reason: answered.get(id)?.reason ?? "",
    })),
    claims: version.claims.map((claim) => ({
      ...claim,
      citations: claim.citations.map((c) => ({
        ...c,
        translation: c.translation ?? "",
        reliability: c.reliability ?? "",
      })),
    })),
  };
}

/** The newest version as a draft's body: where a returned finding is written again. */
export const copyOf = ({ ...version }: VersionRow): VersionBody => version;
