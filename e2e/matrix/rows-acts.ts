import { experts, presiding, readers } from "./players";
import type { Row } from "./row";
import type { SubjectName } from "./subjects";

const stale = "versionShown";

/** Acts of a proceeding that are no signatures. */
const acts: Row[] = [
  {
    action: "proceedings#openCase",
    on: "granted",
    may: "secretary head",
    then: "caseDeclassified",
    law: "R1",
  },
  { action: "proceedings#propose", on: "fileStudy", may: experts, then: stale, law: "D4" },
  { action: "proceedings#returnToStep", on: "entered", may: "secretary", then: stale, law: "B1" },
  { action: "proceedings#ask", on: "signing", may: readers, then: stale, law: "B2" },
  { action: "proceedings#answerQuestion", on: "signing", may: experts, then: stale, law: "B2a" },
  { action: "proceedings#answerObjection", on: "signing", may: experts, then: stale, law: "R5 R5a R5b" },
  { action: "proceedings#defer", on: "signing", may: "secretary chair", then: stale, law: "B3" },
  { action: "proceedings#resume", on: "signing", may: "secretary chair", then: stale, law: "B3a" },
  { action: "proceedings#withdraw", on: "attested", may: "archivist secretary", then: stale, law: "B4" },
  {
    ...{ action: "proceedings#declareConflict", on: "study", may: "expert", then: stale, law: "B5" },
    leaveOut: "stranger",
  },
  { action: "proceedings#takeOut", on: "signing", may: readers, then: stale, law: "B6" },
  { action: "proceedings#supplyCertificate", on: "owners", may: "representative", then: stale, law: "D9" },
  { action: "proceedings#enterAct", on: "legalAct", may: "secretary", then: stale, law: "R9 R12" },
  { action: "proceedings#proposeCorrection", on: "granted", may: "secretary", then: stale, law: "B8" },
];

type Signing = [act: string, on: SubjectName, may: string, law: string];

const signatures: Signing[] = [
  ["confirm", "attested", `archivist ${experts}`, "D2"],
  ["concur", "fileReading", experts, "D5"],
  ["concur", "reading", experts, "R3"],
  ["disagree", "fileReading", experts, "D6"],
  ["disagree", "reading", experts, "R4"],
  ["lift", "owners", "representative", "D7"],
  ["keep", "owners", "representative", "D8"],
  ["sign", "fileSigning", `member ${presiding}`, "D10 D11"],
  ["refuse", "fileSigning", `member ${presiding}`, "D12 D13"],
  ["conclude", "regional", "regional", "R6"],
  ["sign", "signing", `member ${presiding}`, "R7 R8"],
  ["confirm_act", "entered", "secretary", "R10 R12a"],
  ["confirm_unfavourable", "entered", "secretary", "R11 R12b"],
  ["reopen_second", "refused", "member", "B7"],
  ["reopen", "refused", presiding, "B7a"],
  ["correct_second", "granted", `secretary ${experts}`, "B8a"],
  ["correct_sign", "granted", presiding, "B8b"],
];

/** The same signatures by register, and the two works that a register may hold. */
const registers: Signing[] = [
  ...signatures.filter(([act]) =>
    ["confirm", "concur", "lift", "sign", "conclude", "confirm_act"].includes(act),
  ),
  ["enter_act", "legalAct", "secretary", "R9 R12"],
];

const signs = ([act, on, may, law]: Signing): Row => ({
  action: "proceedings#sign",
  ...{ act, on, may, law, then: stale },
});
const listed = (signing: Signing): Row => ({ ...signs(signing), action: "proceedings#performRegister" });

/** Acts for a list, and answers that are no acts of a proceeding. */
const lists: Row[] = [
  {
    ...{ action: "proceedings#performRegister", act: "open", on: "granted", law: "R1" },
    ...{ may: "secretary head", then: "caseDeclassified" },
  },
  {
    ...{ action: "proceedings#assign", act: "assign_author", on: "study", law: "B9" },
    ...{ may: "head secretary", then: stale },
  },
  {
    ...{ action: "proceedings#assign", act: "assign_reader", on: "study", law: "B9a" },
    ...{ may: "head secretary", then: stale },
  },
  {
    ...{ action: "proceedings#answerConflicts", law: "P15", then: "granted" },
    may: `${readers} representative regional`,
  },
  {
    ...{ action: "proceedings#answerDuplicate", on: "study", law: "P16" },
    ...{ may: "secretary head archivist", then: "unknown" },
  },
  // A case and itself: the law is asked first.
  { action: "proceedings#joinCases", on: "study", may: "secretary", then: "joinedAlready", law: "P31 P32" },
  { action: "proceedings#prepareSignature", may: "everybody", then: "unknown" },
  { action: "proceedings#prepareRegister", may: "everybody", then: "granted" },
  { action: "proceedings#markViewed", may: "everybody", then: "granted" },
];

export const actRows: readonly Row[] = [
  ...acts,
  ...signatures.map(signs),
  ...registers.map(listed),
  ...lists,
];
