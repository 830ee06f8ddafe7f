import type { Given } from "../support/given";
import { office, reason, signed } from "../support/matter";

const deputy = { id: "deputy", offices: [office("deputy")] };
const seconded = signed("reopen_member", { question: "reopen/1" });
const assignee = (accountId: string, expert = true, conflict = false) => ({
  assignee: { accountId, expert, conflict },
});

const said = (article: string): Given => [
  article,
  "reasonGiven",
  "the reason is blank",
  { terms: { reason: { code: "other", text: " " } } },
];

export const both: readonly Given[] = [
  ["B1", "earlierStepNamed", "no step is named", { terms: { toStep: undefined } }],
  ["B1", "earlierStepNamed", "the step is the present one", { terms: { toStep: "signing" } }],
  ["B1", "earlierStepNamed", "the step lies ahead", { terms: { toStep: "legal_act" } }],
  ["B1", "earlierStepNamed", "the step is of the other procedure", { terms: { toStep: "owners" } }],
  [
    "B1",
    "earlierStepNamed",
    "the case came through no regional commission",
    { terms: { toStep: "regional" } },
    { terms: { toStep: "regional" }, case: { regionalBodyId: "region" } },
  ],
  said("B1"),
  ["B1", "missingNamed", "what is missing is not said", { terms: { missing: "" } }],

  ["B2", "textGiven", "the question is blank", { terms: { text: "" } }],
  ["B2a", "isAuthor", "who answers did not write it", { actor: { id: "somebody" } }],
  ["B2a", "questionOpen", "there is no open question", { proceeding: { questionsOpen: 0 } }],
  ["B2a", "textGiven", "the answer is blank", { terms: { text: " " } }],

  said("B3"),
  ["B3", "untilNamed", "no day is named", { terms: { until: "" } }],
  ["B3a", "isDeferred", "nothing is deferred", { proceeding: { deferred: false } }],
  said("B4"),
  ["B5", "conflictNamed", "the kind of conflict is not said", { terms: { conflict: "" } }],
  said("B6"),
  ["B6", "notSingle", "it is single already", { proceeding: { single: "kept" } }],

  ["B7", "notJoined", "the case is joined to another", { case: { joined: true } }],
  ["B7a", "notJoined", "the case is joined to another", { case: { joined: true } }],
  said("B7"),
  [
    "B7",
    "newEvidence",
    "the reason is no new evidence, appeal or order",
    { terms: { reason } },
    { terms: { reason: { code: "appeal", text: "The son appealed" } } },
  ],
  [
    "B7a",
    "deputyMayAct",
    "the chair is there",
    { actor: deputy },
    { actor: { ...deputy, deputyFor: "barred" } },
  ],
  ["B7a", "memberAsksReopening", "no member asks for it", { proceeding: { signatures: [] } }],
  [
    "B7a",
    "memberAsksReopening",
    "a member asked in an earlier round",
    { proceeding: { round: 2, signatures: [seconded] } },
    { proceeding: { round: 2, signatures: [{ ...seconded, question: "reopen/2" }] } },
  ],
  said("B7a"),
  ["B7a", "basisGiven", "no basis is named", { terms: { basis: "" } }],

  [
    "B8",
    "noCorrectionOpen",
    "one is open",
    { proceeding: { correction: { number: 1, proposedBy: "x", seconded: false } } },
  ],
  ["B8", "clericalOnly", "it would change the measure", { terms: { clerical: false } }],
  ["B8", "clericalOnly", "the new text is blank", { terms: { text: "" } }],
  ["B8", "sourceNamed", "no source is named", { terms: { source: " " } }],
  ["B8a", "correctionOpen", "none is proposed", { proceeding: { correction: null } }],
  [
    "B8a",
    "notProposer",
    "who proposed wants to second",
    { proceeding: { correction: { number: 1, proposedBy: "secretary", seconded: false } } },
  ],
  [
    "B8b",
    "deputyMayAct",
    "the chair is there",
    { actor: deputy },
    { actor: { ...deputy, deputyFor: "vacant" } },
  ],
  [
    "B8b",
    "correctionSeconded",
    "nobody has seconded it",
    { proceeding: { correction: { number: 1, proposedBy: "x", seconded: false } } },
  ],
  [
    "B8b",
    "notProposer",
    "who proposed wants to sign",
    { proceeding: { correction: { number: 1, proposedBy: "chair", seconded: true } } },
  ],

  ["B9", "assigneeExpert", "they are no expert", { terms: assignee("expert", false) }],
  ["B9", "assigneeNotReader", "they are the second reader", { terms: assignee("reader") }],
  [
    "B9",
    "assigneeFree",
    "they have signed here",
    { proceeding: { signatures: [signed("reader", { accountId: "expert" })] } },
    { proceeding: { signatures: [signed("reader", { accountId: "another" })] } },
  ],
  ["B9", "assigneeUnconflicted", "they declared a conflict", { terms: assignee("expert", true, true) }],
  ["B9a", "assigneeUnconflicted", "they declared a conflict", { terms: assignee("expert", true, true) }],
  ["B9a", "assigneeExpert", "nobody is named", { terms: { assignee: undefined } }],
  ["B9a", "assigneeNotAuthor", "they write it", { terms: assignee("author") }],
  [
    "B9a",
    "assigneeNotAuthor",
    "they wrote an earlier version",
    { proceeding: { author: "somebody", authors: ["expert", "somebody"] } },
    { proceeding: { author: "somebody", authors: ["somebody"] } },
  ],
  ["B9a", "assigneeNotSelf", "the head names themself", { terms: assignee("head") }],
  [
    "B9a",
    "assigneeFree",
    "they have signed here",
    { proceeding: { signatures: [signed("member:1", { accountId: "expert" })] } },
  ],
];
