import type { Given } from "../support/given";
import { kept, lifted, office, signed } from "../support/matter";

const blank = { reason: { code: "other", text: "  " } } as const;
const spans = (...list: (typeof lifted)[]) => ({ file: { spans: list } });
const deputy = { actor: { id: "deputy", offices: [office("deputy")] } };
const standingIn = { actor: { ...deputy.actor, deputyFor: "absent" as const } };
const against = (n: number) => signed(`member:${n}`, { answer: "against" });

export const declassification: readonly Given[] = [
  ["D1", "fileClosed", "the file is open already", { file: { standing: "never_secret" } }],
  ["D1", "notRefusedBefore", "its declassification was refused", { file: { refused: true } }],
  ["D1", "described", "nobody has described the file", { file: { described: false } }],
  ["D1", "noGrade", "a stamp stands on the cover", { file: { grade: "secret" } }],
  ["D1", "noOwner", "an agency owns a secret in it", { file: { owners: ["agency-a"] } }],

  ["D2", "notAttester", "who attested wants to confirm too", { file: { attestedBy: "archivist" } }],
  ["D2", "noGrade", "a stamp was found after the attestation", { file: { grade: "secret" } }],
  ["D2", "noOwner", "an owner was named after the attestation", { file: { owners: ["agency-a"] } }],
  ["D2", "basisGiven", "no basis is named", { terms: { basis: " " } }],

  ["D3", "fileClosed", "the file is open already", { file: { standing: "declassified" } }],
  ["D3", "notRefusedBefore", "its declassification was refused", { file: { refused: true } }],
  ["D3", "described", "nobody has described the file", { file: { described: false } }],
  ["D3", "sheetsCounted", "the sheets are not counted", { file: { counted: false } }],
  ["D3", "ownersNamed", "no agency is named", { file: { owners: [] } }],

  ["D4", "assignedAsAuthor", "another expert is assigned", { proceeding: { author: "somebody" } }],
  ["D4", "assignedAsAuthor", "nobody is assigned", { proceeding: { author: null } }],
  [
    "D4",
    "signedNothing",
    "they signed its reopening",
    { proceeding: { signatures: [signed("reopen_member", { accountId: "author", question: "reopen/1" })] } },
    { proceeding: { signatures: [signed("reopen_member", { question: "reopen/1" })] } },
  ],
  ["D4", "everySpanAnswered", "a span has no answer on secrecy", spans({ ...lifted, secrecy: null })],
  ["D4", "everySpanAnswered", "a span has no answer on access", spans(lifted, { ...lifted, access: null })],
  ["D4", "everySpanAnswered", "the file has no spans", spans(), spans(lifted)],
  ["D4", "everySpanOwned", "a secret span has no owner", spans({ ...lifted, ownerId: null })],
  [
    "D4",
    "everySpanOwned",
    "a span's owner is not among those named",
    spans({ ...lifted, ownerId: "agency-b" }),
    { file: { spans: [{ ...lifted, ownerId: "agency-b" }], owners: ["agency-a", "agency-b"] } },
  ],
  ["D4", "everyAnswerBased", "a kept span has no basis", spans({ ...kept, keptBased: false }), spans(kept)],
  [
    "D4",
    "everyAnswerBased",
    "a closed span has no basis",
    spans({ ...lifted, access: "closed" }),
    spans({ ...lifted, access: "closed", accessBased: true }),
  ],

  ["D5", "assignedAsReader", "another expert is assigned", { proceeding: { reader: "somebody" } }],
  ["D6", "assignedAsReader", "nobody is assigned", { proceeding: { reader: null } }],
  ["D6", "reasonGiven", "the reason is blank", { terms: blank }],

  ["D7", "ownsSpans", "the agency is another one", { terms: { agencyId: "agency-b" } }],
  ["D8", "ownsSpans", "no agency is named", { terms: { agencyId: undefined } }],
  ["D8", "keptBased", "a kept span has no review date", { terms: { keptBased: false } }],
  ["D9", "ownsSpans", "the agency is another one", { terms: { agencyId: "agency-b" } }],
  ["D9", "certificateAttached", "no text is attached", { terms: { certificate: false } }],
  ["D9", "certificateAttached", "the certificate is blank", { terms: { text: "\n" } }],

  ["R5b", "isAuthor", "who answers did not write it", { actor: { id: "somebody" } }],
  ["R5b", "objectionOpen", "there is no open objection", { proceeding: { objectionsOpen: 0 } }],
  ["R5b", "textGiven", "the answer is blank", { terms: { text: "" } }],

  ["D10", "objectionsAnswered", "an objection stands", { proceeding: { objectionsOpen: 1 } }],
  ["D10", "questionsClosed", "a question is open", { proceeding: { questionsOpen: 2 } }],
  [
    "D10",
    "benchFor",
    "the first member refused",
    { proceeding: { signatures: [against(1)] } },
    { proceeding: { signatures: [signed("member:1")] } },
  ],
  ["D13", "objectionsAnswered", "an objection stands", { proceeding: { objectionsOpen: 1 } }],
  [
    "D13",
    "benchAgainst",
    "the first member signed",
    { proceeding: { signatures: [signed("member:1")] } },
    { proceeding: { signatures: [against(1)] } },
  ],
  ["D13", "reasonGiven", "no reason is given", { terms: { reason: undefined } }],

  ["D11", "deputyMayAct", "the chair is there", deputy, standingIn],
  ["D11", "objectionsAnswered", "an objection stands", { proceeding: { objectionsOpen: 1 } }],
  ["D11", "questionsClosed", "a question is open", { proceeding: { questionsOpen: 1 } }],
  [
    "D11",
    "membersFilled",
    "one of two members has signed",
    { proceeding: { signatures: [signed("member:1")] } },
  ],
  ["D11", "membersFilled", "the rules ask for three", { rules: { members: 3 } }],
  ["D11", "benchFor", "the members refused", { proceeding: { signatures: [against(1), against(2)] } }],
  [
    "D11",
    "evidenceFreed",
    "every span is kept",
    { file: { spans: [kept] } },
    { file: { spans: [kept], certificate: true } },
  ],
  [
    "D11",
    "everySpanAnswered",
    "the archive took its answer on access back",
    spans({ ...lifted, ownerAnswer: "lift", access: null }),
  ],
  ["D11", "basisGiven", "no basis is named", { terms: { basis: "" } }],

  ["D12", "deputyMayAct", "the chair is there", deputy, standingIn],
  ["D12", "membersFilled", "one of two members has refused", { proceeding: { signatures: [against(1)] } }],
  [
    "D12",
    "benchAgainst",
    "the members signed",
    { proceeding: { signatures: [signed("member:1"), signed("member:2")] } },
  ],
  ["D12", "reasonGiven", "the reason is blank", { terms: blank }],
  ["D12", "basisGiven", "no basis is named", { terms: { basis: undefined } }],
  ["D12", "reviewNamed", "no day of review is named", { terms: { until: undefined } }],
];
