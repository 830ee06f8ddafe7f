"use server";

import { action } from "@/lib/action";
import { askFor, authenticate } from "@/lib/auth/again";
import { answerConflicts as answerAll } from "@/lib/cases/answer-conflicts";
import { assignList } from "@/lib/cases/assign";
import { answerDuplicate as compareCases } from "@/lib/cases/duplicates";
import { joinAsked } from "@/lib/cases/join";
import { performAct } from "@/lib/cases/perform-act";
import {
  assignInput,
  conflictInput,
  duplicateInput,
  joinForm,
  inputOf,
  registerInput,
  signInput,
  viewInput,
} from "@/lib/cases/schema";
import { performList, prepareList, prepareOne, signOne } from "@/lib/cases/sign";
import { markSeen } from "@/lib/cases/view-mark";

export const openCase = action({
  input: inputOf("open"),
  run: (actor, input, { now }) => performAct(actor, "open", input, now),
  revalidate: () => ["/"],
});

export const propose = action({
  input: inputOf("propose"),
  run: (actor, input, { now }) => performAct(actor, "propose", input, now),
  revalidate: () => ["/"],
});

export const returnToStep = action({
  input: inputOf("return"),
  run: (actor, input, { now }) => performAct(actor, "return", input, now),
  revalidate: () => ["/"],
});

export const ask = action({
  input: inputOf("ask"),
  run: (actor, input, { now }) => performAct(actor, "ask", input, now),
  revalidate: () => ["/"],
});

export const answerQuestion = action({
  input: inputOf("answer_question"),
  run: (actor, input, { now }) => performAct(actor, "answer_question", input, now),
  revalidate: () => ["/"],
});

export const answerObjection = action({
  input: inputOf("answer_objection"),
  run: (actor, input, { now }) => performAct(actor, "answer_objection", input, now),
  revalidate: () => ["/"],
});

export const defer = action({
  input: inputOf("defer"),
  run: (actor, input, { now }) => performAct(actor, "defer", input, now),
  revalidate: () => ["/"],
});

export const resume = action({
  input: inputOf("resume"),
  run: (actor, input, { now }) => performAct(actor, "resume", input, now),
  revalidate: () => ["/"],
});

export const withdraw = action({
  input: inputOf("withdraw"),
  run: (actor, input, { now }) => performAct(actor, "withdraw", input, now),
  revalidate: () => ["/"],
});

export const declareConflict = action({
  input: inputOf("declare_conflict"),
  run: (actor, input, { now }) => performAct(actor, "declare_conflict", input, now),
  revalidate: () => ["/"],
});

export const takeOut = action({
  input: inputOf("take_out"),
  run: (actor, input, { now }) => performAct(actor, "take_out", input, now),
  revalidate: () => ["/"],
});

export const supplyCertificate = action({
  input: inputOf("supply_certificate"),
  run: (actor, input, { now }) => performAct(actor, "supply_certificate", input, now),
  revalidate: () => ["/"],
});

export const enterAct = action({
  input: inputOf("enter_act"),
  run: (actor, input, { now }) => performAct(actor, "enter_act", input, now),
  revalidate: () => ["/"],
});

export const proposeCorrection = action({
  input: inputOf("correct_propose"),
  run: (actor, input, { now }) => performAct(actor, "correct_propose", input, now),
  revalidate: () => ["/"],
});

/** What a passkey is to be asked for, before a decision is signed; nothing is written. */
export const prepareSignature = action({
  input: signInput,
  run: (actor, input, { now }) => prepareOne(actor, input, now, askFor(actor)),
});

/** The same, before a list is signed. */
export const prepareRegister = action({
  input: registerInput,
  run: (actor, input, { now }) => prepareList(actor, input, now, askFor(actor)),
});

/** Signs one decision, with a passkey or after the password was typed again. */
export const sign = action({
  input: signInput,
  run: (actor, input, { now }) => signOne(actor, input, now, authenticate(actor)),
  revalidate: () => ["/"],
});

/** One act for a list, with a result for each item. */
export const performRegister = action({
  input: registerInput,
  run: (actor, input, { now }) => performList(actor, input, now, authenticate(actor)),
});

export const answerConflicts = action({
  input: conflictInput,
  run: (actor, input, { now }) => answerAll(actor, input, now),
});

export const assign = action({
  input: assignInput,
  run: (actor, input, { now }) => assignList(actor, input, now),
});

export const answerDuplicate = action({
  input: duplicateInput,
  run: (actor, input, { now }) => compareCases(actor, input, now),
  revalidate: (_, input) => [`/cases/${input.caseId}`],
});

export const joinCases = action({
  input: joinForm,
  run: (actor, input, { now }) => joinAsked(actor, input, now),
  revalidate: (_, { caseId, otherId }) => [`/cases/${caseId}`, `/cases/${otherId}`],
});

/** Remembers that this person had the dossier open; sent by the page itself, never by a prefetch. */
export const markViewed = action({
  input: viewInput,
  run: (actor, input, { now }) => markSeen(actor, input, now),
});
