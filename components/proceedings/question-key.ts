import type { Subject } from "@/lib/cases/view-subject";
import { outcomeToSign } from "@/lib/cases/view-outcome";
import type { Act } from "@/lib/law/acts";

/** Key, in the namespace `sign`, of the question that an act puts about this subject. */
export function questionKey(
  act: Act,
  { kind, proceeding }: Pick<Subject, "kind" | "proceeding">,
  outcome?: string,
): string {
  if (act === "sign") {
    return kind === "declassification"
      ? "question.sign.declassification"
      : `question.sign.rehabilitation.${outcome ?? (proceeding && outcomeToSign(proceeding)) ?? "full"}`;
  }
  return act === "concur" ? `question.concur.${kind}` : `question.${act}`;
}
