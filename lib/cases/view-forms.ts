import type { Act } from "@/lib/law/acts";

/** What each act asks for, besides what it is about. The forms and the checks of their input are both made of it. */
export const formFields = [
  "toStep",
  "nextStep",
  "reasonCode",
  "reasonText",
  "word",
  "missing",
  "text",
  "until",
  "review",
  "basis",
  "conflict",
  "motion",
  "applicationId",
  "conclusion",
  "agencyId",
  "keeps",
  "legalAct",
  "correction",
] as const;
export type FormField = (typeof formFields)[number];

/** Acts done in a dialog: nothing is signed. */
export const plainForms = {
  open: ["motion", "applicationId"],
  propose: [],
  return: ["toStep", "reasonCode", "reasonText", "missing"],
  ask: ["text"],
  answer_question: ["text"],
  answer_objection: ["text"],
  defer: ["reasonCode", "reasonText", "until"],
  resume: [],
  withdraw: ["reasonCode", "reasonText"],
  declare_conflict: ["conflict"],
  take_out: ["word"],
  supply_certificate: ["agencyId", "text"],
  enter_act: ["legalAct"],
  correct_propose: ["correction"],
} as const satisfies Partial<Record<Act, readonly FormField[]>>;
export type PlainAct = keyof typeof plainForms;

/** Acts that are signatures: each has the sign screen before it. */
export const signForms = {
  confirm: ["basis"],
  concur: [],
  disagree: ["reasonCode", "reasonText"],
  lift: ["agencyId"],
  keep: ["agencyId", "keeps"],
  conclude: ["conclusion"],
  sign: [],
  refuse: ["reasonCode", "reasonText"],
  confirm_act: ["basis"],
  confirm_unfavourable: ["nextStep", "reasonCode", "reasonText", "basis"],
  reopen_second: ["reasonCode", "reasonText"],
  reopen: ["reasonCode", "reasonText", "basis"],
  correct_second: [],
  correct_sign: [],
} as const satisfies Partial<Record<Act, readonly FormField[]>>;
export type SignAct = keyof typeof signForms;

export const isPlain = (act: string): act is PlainAct => act in plainForms;
export const isSigning = (act: string): act is SignAct => act in signForms;

/** What the person signing last answers for besides: the basis of the decision, and of a refusal its review. */
export function signFields(
  act: SignAct,
  asked: { presiding: boolean; refuses: boolean; file: boolean },
): readonly FormField[] {
  const own: readonly FormField[] = signForms[act];
  const reason: readonly FormField[] = act === "sign" && asked.refuses ? ["reasonCode", "reasonText"] : [];
  const last: readonly FormField[] = asked.presiding && (act === "sign" || act === "refuse") ? ["basis"] : [];
  const review: readonly FormField[] = act === "refuse" && asked.presiding && asked.file ? ["review"] : [];
  return [...own, ...reason, ...last, ...review];
}

/** In which order acts are offered: the first that is open is the question of the page. */
export const offered: readonly Act[] = [
  "answer_objection",
  "answer_question",
  "sign",
  "refuse",
  "confirm",
  "concur",
  "lift",
  "conclude",
  "confirm_act",
  "confirm_unfavourable",
  "reopen",
  "reopen_second",
  "correct_sign",
  "correct_second",
  "submit",
  "propose",
  "enter_act",
  "resume",
  "open",
];
