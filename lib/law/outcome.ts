import type { Act } from "./acts";
import type { Matter } from "./matter";
import type { Outcome, Step } from "./words";

/** What a final step decides. `never_secret` and `declassified` are outcomes of a file, the rest of a case. */
export type DecisionMade = {
  result: "granted" | "refused";
  outcome: Outcome | "declassified" | "never_secret";
};

/** The outcome that the chair signed, where the decision falls later (at the legal act). */
function signedOutcome(m: Matter): Outcome | null {
  const asked = `decide/${m.proceeding?.round ?? 1}`;
  return m.proceeding?.signatures.find((s) => s.slot === "chair" && s.question === asked)?.outcome ?? null;
}

/** The decision that reaching `to` makes, or null where the step is not final. */
export function decisionOf(m: Matter, row: { act: Act }, to: Step): DecisionMade | null {
  if (to !== "granted" && to !== "refused") return null;
  if (m.proceeding?.step === to) return null;
  if (to === "refused") return { result: "refused", outcome: "refused" };
  if (m.kind === "declassification") {
    return { result: "granted", outcome: row.act === "confirm" ? "never_secret" : "declassified" };
  }
  const outcome = row.act === "sign" ? (m.terms.outcome ?? null) : signedOutcome(m);
  if (!outcome || outcome === "refused")
    throw new Error("a favourable decision without a favourable outcome");
  return { result: "granted", outcome };
}
