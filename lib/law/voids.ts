import type { Act } from "./acts";
import { fallsBack } from "./law";
import type { LiveSignature, Matter, ProceedingFacts } from "./matter";
import { slotOf, slotStep } from "./slots";
import {
  isOpen,
  openSteps,
  type OpenStep,
  type Part,
  type ProceedingKind,
  type Step,
  type VoidReason,
} from "./words";

export type Voided = { id: string; reason: VoidReason };

/** Live signatures on the decision in hand whose step is `step` or later. */
export function signaturesFrom(p: ProceedingFacts, step: Step): readonly LiveSignature[] {
  const from = openSteps.indexOf(step as OpenStep);
  return p.signatures.filter((s) => {
    const at = slotStep[slotOf(s.slot)];
    return s.question === `decide/${p.round}` && at !== null && openSteps.indexOf(at) >= from;
  });
}

/** The signatures that an act voids: kept, marked void, with the reason. */
export function voidedBy(m: Matter, row: { act: Act }, to: Step): readonly Voided[] {
  const p = m.proceeding;
  if (!p) return [];
  if (row.act === "return") return mark(signaturesFrom(p, to), "returned");
  if (row.act === "confirm_unfavourable" && to === "signing") return mark(signaturesFrom(p, to), "returned");
  if (row.act === "declare_conflict") {
    const own = p.signatures.filter((s) => s.accountId === m.actor.id && s.question === `decide/${p.round}`);
    return mark(to === p.step ? own : signaturesFrom(p, to), "recused");
  }
  return [];
}

const mark = (signatures: readonly LiveSignature[], reason: Voided["reason"]): Voided[] =>
  signatures.map((s) => ({ id: s.id, reason }));

export type FallBack = { to: OpenStep | "suspended"; voids: readonly Voided[] };

/**
 * What an edit of `part` does to an open proceeding: null where it does nothing. Only a proceeding that is
 * past the step falls back to it; one that stands there loses what was signed there already, and before that
 * there is nothing to void. After a decision nothing is undone by an edit.
 */
export function fallBack(kind: ProceedingKind, p: ProceedingFacts, part: Part): FallBack | null {
  const rule = fallsBack.find((f) => f.edits === part && f.in === kind);
  if (!rule || !isOpen(p.step)) return null;
  if (rule.to === "suspended") return { to: "suspended", voids: [] };
  if (openSteps.indexOf(p.step) < openSteps.indexOf(rule.to)) return null;
  const voids = mark(signaturesFrom(p, rule.to), "edited");
  return p.step === rule.to && voids.length === 0 ? null : { to: rule.to, voids };
}

/**
 * What a conflict found later does: the person's live signatures on the decision in hand are void, and the work
 * goes on from the earliest of their steps. Null where they have signed nothing.
 */
export function freedBy(p: ProceedingFacts, conflicted: readonly string[]): FallBack | null {
  if (!isOpen(p.step)) return null;
  const own = p.signatures.filter(
    (s) => conflicted.includes(s.accountId) && s.question === `decide/${p.round}`,
  );
  const steps = own.map((s) => slotStep[slotOf(s.slot)]).filter((step): step is OpenStep => step !== null);
  if (own.length === 0) return null;
  const to = [p.step, ...steps].reduce((a, b) => (openSteps.indexOf(b) < openSteps.indexOf(a) ? b : a));
  return { to, voids: mark(to === p.step ? own : signaturesFrom(p, to), "recused") };
}
