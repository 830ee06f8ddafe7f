import { isOpen, openSteps, type Step } from "@/lib/law/words";
import type { WorldProceeding } from "../world";

/** An act of prosecutor or court that nobody confirmed does not outlive the step it was entered at. */
export function leaveBehind(p: WorldProceeding, from: Step, to: Step): void {
  if (from !== to && (from === "legal_act" || from === "court") && isOpen(to)) {
    if (openSteps.indexOf(to) < openSteps.indexOf(from)) p.legalAct = null;
  }
}
