import type { PlainAct } from "@/lib/cases/view-forms";
import type { ActDone, FormAction } from "@/lib/cases/view-told";
import * as actions from "./actions";

/** Which server action does which act of a dialog. */
export const plainActions = {
  open: actions.openCase,
  propose: actions.propose,
  return: actions.returnToStep,
  ask: actions.ask,
  answer_question: actions.answerQuestion,
  answer_objection: actions.answerObjection,
  defer: actions.defer,
  resume: actions.resume,
  withdraw: actions.withdraw,
  declare_conflict: actions.declareConflict,
  take_out: actions.takeOut,
  supply_certificate: actions.supplyCertificate,
  enter_act: actions.enterAct,
  correct_propose: actions.proposeCorrection,
} satisfies Record<PlainAct, FormAction<ActDone>>;
