import type { RuleSet } from "@/lib/law/matter";
import type { Outcome } from "@/lib/law/words";
import type { SignAct } from "./view-forms";
import type { Subject } from "./view-subject";

/** Keys, in the namespace `sign`, of what a signature leads to, in the order in which it happens. */
export function followsOf(
  act: SignAct,
  subject: Pick<Subject, "kind" | "proceeding" | "regional">,
  outcome: Outcome | null,
  rules: RuleSet,
  presiding: boolean,
): { key: string; step?: string }[] {
  const { kind, proceeding } = subject;
  const file = kind === "declassification";
  const onward = file ? "owners" : subject.regional ? "regional" : "signing";
  switch (act) {
    case "concur":
      return [{ key: "follows.concur", step: onward }, { key: "follows.void" }];
    case "disagree":
      return [{ key: "follows.concur", step: onward }, { key: "follows.single" }];
    case "lift":
      return [{ key: "follows.owners" }, { key: "follows.void" }];
    case "keep":
      return [{ key: "follows.owners" }, { key: "follows.single" }];
    case "conclude":
      return [{ key: "follows.concur", step: "signing" }];
    case "confirm":
      return [{ key: "follows.granted" }, { key: "follows.cases" }];
    case "confirm_act":
      return [{ key: "follows.granted" }, { key: "follows.released" }];
    case "confirm_unfavourable":
      return [{ key: "follows.single" }];
    case "refuse":
      return presiding ? [{ key: "follows.refused" }] : [{ key: "follows.chair" }];
    case "reopen_second":
      return [{ key: "follows.chair" }];
    case "reopen":
      return [{ key: "follows.study" }];
    case "correct_second":
    case "correct_sign":
      return [{ key: "follows.corrected" }];
    case "sign":
      return presiding ? last() : [...turn(), { key: "follows.void" }];
  }
  function turn() {
    const live =
      proceeding?.signatures.filter((s) => s.voidAt === null && s.slot.startsWith("member:")).length ?? 0;
    return [{ key: live + 1 < rules.members ? "follows.member" : "follows.chair" }];
  }
  function last() {
    if (file) return [{ key: "follows.granted" }, { key: "follows.cases" }];
    if (outcome === "refused") return [{ key: "follows.refused" }];
    if (rules.requireLegalAct || outcome === "already") return [{ key: "follows.legal_act" }];
    return [{ key: "follows.granted" }, { key: "follows.released" }];
  }
}
