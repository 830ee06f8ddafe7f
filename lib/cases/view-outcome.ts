import type { Outcome } from "@/lib/law/words";
import type { ProceedingShown } from "@/lib/store/proceeding-page";

type Bench = Pick<ProceedingShown, "signatures" | "round">;

const liveOf = (p: Bench): ProceedingShown["signatures"] =>
  p.signatures.filter((s) => s.voidAt === null && s.question === `decide/${p.round}`);

/** Has a member signed an outcome? From then on only the same one can be signed. */
export const benchBegun = (p: Bench): boolean => liveOf(p).some((s) => s.slot.startsWith("member:"));

/**
 * The outcome that is there to be signed: what the bench has begun to sign, refusal where the prosecutor or court
 * did not agree, otherwise what the finding proposes.
 */
export function outcomeToSign(p: Pick<ProceedingShown, "signatures" | "round" | "outcome">): Outcome | null {
  const live = liveOf(p);
  const begun = live.find((s) => s.slot.startsWith("member:"))?.outcome;
  if (begun) return begun;
  const declined = live.some((s) => s.slot === "act" && s.answer === "against");
  return declined ? "refused" : p.outcome;
}
