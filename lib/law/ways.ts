import { isFavourable, openSteps, type OpenStep, type Step } from "./words";
import { slotStep, slotOf } from "./slots";
import type { Matter } from "./matter";

/** Where an act leads when that depends on the matter. */
export const ways = {
  stays: (m: Matter): Step => m.proceeding?.step ?? "none",

  to_owners: (): Step => "owners",

  /** Regional conclusion only where the case came through a regional commission. */
  to_regional: (m: Matter): Step => (m.case?.regionalBodyId ? "regional" : "signing"),

  /**
   * The last of the agencies named as owners has signed with this reply: silence is never consent. A span still
   * bears the answer of a reply that was voided, so the signatures count, not the spans alone.
   */
  when_owners_answered: (m: Matter): Step => {
    const replied = (agency: string): boolean =>
      agency === m.terms.agencyId ||
      m.proceeding?.signatures.some(
        (s) => s.slot === `owner:${agency}` && s.question === `decide/${m.proceeding?.round}`,
      ) === true;
    const awaited =
      m.file?.owners.some((agency) => !replied(agency)) ||
      m.file?.spans.some(
        (s) => s.secrecy !== "none" && s.ownerAnswer === null && s.ownerId !== m.terms.agencyId,
      );
    return awaited ? "owners" : "signing";
  },

  /** An earlier act of rehabilitation is always recorded by two people; otherwise the rule set decides. */
  to_legal_act: (m: Matter): Step => {
    const outcome = m.terms.outcome ?? "refused";
    if (!isFavourable(outcome)) return "refused";
    return m.rules.requireLegalAct || outcome === "already" ? "legal_act" : "granted";
  },

  /** A recusal frees the person's slots; the work goes on from the earliest of them. */
  where_freed: (m: Matter): Step => {
    const p = m.proceeding;
    if (!p) return "none";
    const freed = p.signatures
      .filter((s) => s.accountId === m.actor.id && s.question === `decide/${p.round}`)
      .map((s) => slotStep[slotOf(s.slot)])
      .filter((step): step is OpenStep => step !== null);
    const order = (step: Step): number => openSteps.indexOf(step as OpenStep);
    return [p.step, ...freed].reduce((a, b) => (order(b) < order(a) ? b : a));
  },

  /** Return and unfavourable act name the step themselves; the conditions have checked it. */
  as_named: (m: Matter): Step => m.terms.toStep ?? m.proceeding?.step ?? "none",
} satisfies Record<string, (m: Matter) => Step>;

export type Way = keyof typeof ways;

export function isWay(to: string): to is Way {
  return to in ways;
}
