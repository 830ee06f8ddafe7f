import { randomUUID } from "node:crypto";
import type { Rules } from "@/lib/law/rule-set";
import { nowhere } from "../support/actions";
import type { Row } from "./row";
import type { Subject } from "./subjects";

/** Who tries, what it is tried on, and the password that a signature asks for. */
export type Try = { subject: Subject; act: string | undefined; password: string };
type Input = (given: Try) => unknown;

/** A version that no proceeding has reached: an act by whoever may is stopped there and changes nothing. */
const late = 999_999;
const today = "2026-01-15";
const hash = "0".repeat(64);
const text = "as the matrix has it";
const why = { reasonCode: "other", reasonText: text };
const period = { act: text, from: today };

const frame = ({ subject }: Try) => ({
  ...{ proceeding: subject.proceeding, version: late, dossierHash: hash },
  ...{ key: randomUUID(), locale: "en" },
});
const plain =
  (more: Record<string, unknown> = {}): Input =>
  (given) => ({ ...frame(given), ...more });

const legalAct = {
  ...{ actKind: "prosecutor", issuer: text, number: "1", date: today, favourable: "yes" },
  scanSha256: hash,
};
const nobody = { accountId: nowhere };

/** An item of a list: what it is, at which version, over which dossier. */
const item = (subject: Subject, act: string | undefined): string =>
  `${act === "open" ? subject.case : subject.proceeding}:${late}:${hash}`;

const onFile =
  (more: Record<string, unknown>): Input =>
  ({ subject }) => ({ fileId: subject.file, version: late, told: 0, ...more });

const noSecrecy = { secrecy: null, grade: null, ownerId: null, basis: null, reviewDate: null };
const noAccess = { access: null, accessBasis: null, closedUntil: null };
/** One range that covers no file. */
const range = (answer: object) => [{ from: 900_000, to: 900_001, answer }];
const rules: Rules = {
  ...{ members: 9, requireLegalAct: false, requirePasskey: false, registerLimit: 1, days: { owners: 1 } },
  requiredClaims: ["identity", "measure", "applied"],
};
const person = { name: "Матрицаев Жоқ", variants: [] };
const announced = {
  ...{ title: text, basis: text, due: today },
  items: [{ fonds: "1", inventories: "1", files: 1 }],
};
const counts = [{ nth: 1, files: 1 }];
const draft = {
  fields: {
    ...{ earlierSearch: "", earlierFound: null, earlierAct: "", earlierCovers: false, ground: "" },
    ...{ exclusionFound: null, exclusionCheck: "", summary: "", whole: null, commonVersionId: null },
  },
  charges: [],
  claims: [],
};

/** What each action is sent: whole and sound, so that a refusal is about the person, not about the input. */
export const inputs: Record<Row["action"], Input> = {
  "proceedings#openCase": ({ subject }) => ({
    ...{ subject: subject.case, version: 0, key: randomUUID(), locale: "en", motion: "own" },
  }),
  "proceedings#propose": plain(),
  "proceedings#returnToStep": plain({ ...why, toStep: "study", missing: text }),
  "proceedings#ask": plain({ text }),
  "proceedings#answerQuestion": plain({ text }),
  "proceedings#answerObjection": plain({ text }),
  "proceedings#defer": plain({ ...why, until: today }),
  "proceedings#resume": plain(),
  "proceedings#withdraw": plain(why),
  "proceedings#declareConflict": plain({ conflict: "other" }),
  "proceedings#takeOut": plain({ word: text }),
  "proceedings#supplyCertificate": plain({ agencyId: nowhere, text }),
  "proceedings#enterAct": plain(legalAct),
  "proceedings#proposeCorrection": plain({ field: "name", newText: text, source: text }),
  "proceedings#sign": (given) => ({
    ...frame(given),
    ...why,
    ...{ act: given.act, password: given.password, outcome: "full", basis: text, toStep: "court" },
  }),
  "proceedings#prepareSignature": () => ({
    ...{ proceeding: nowhere, version: 0, dossierHash: "", key: randomUUID(), locale: "en", act: "sign" },
  }),
  "proceedings#prepareRegister": () => ({
    ...{ key: randomUUID(), locale: "en", act: "sign", item: `${nowhere}:0:` },
  }),
  "proceedings#performRegister": ({ subject, act, password }) => ({
    ...{ key: randomUUID(), locale: "en", act, password, outcome: "full", basis: text },
    ...{ item: item(subject, act), ...(act === "enter_act" && legalAct) },
  }),
  "proceedings#assign": ({ subject, act }) => ({
    ...{ key: randomUUID(), locale: "en", item: item(subject, act) },
    [act === "assign_reader" ? "reader" : "author"]: nowhere,
  }),
  "proceedings#answerConflicts": () => ({ locale: "en", subject: `c:${nowhere}`, answer: "none" }),
  "proceedings#answerDuplicate": ({ subject }) => ({
    ...{ locale: "en", caseId: subject.case, otherId: nowhere, answer: "other", note: text },
  }),
  "proceedings#joinCases": ({ subject }) => ({
    ...{ locale: "en", caseId: subject.case, otherId: subject.case, act: "point", note: text },
  }),
  "proceedings#markViewed": () => ({ proceeding: nowhere, hash }),
  "files/[id]#describeFile": onFile({ title: text }),
  "files/[id]#countSheets": onFile({ foliation: "1–3" }),
  "files/[id]#nameOwners": onFile({ grade: "", owners: [] }),
  "files/[id]#saveSecrecy": onFile({ spans: range(noSecrecy) }),
  "files/[id]#saveAccess": onFile({ spans: range(noAccess) }),
  "files/[id]#describeMaterial": onFile({ kind: "protocol", title: text, sheets: "99999" }),
  "files/[id]#nameMention": onFile({ name: text, role: "witness", access: "closed", sheet: "99999" }),
  "files/[id]#openDeclassification": ({ subject, act }) => ({ fileId: subject.file, key: randomUUID(), act }),
  "files/[id]/sheets/[label]#readClosedSheet": onFile({ position: 900_000, purpose: text }),
  "files/[id]/register#registerCase": ({ subject }) => ({
    ...{ fileId: subject.file, bond: "supporting", episode: "1937", ...person, charges: [], measures: [] },
  }),
  "files/[id]/link#linkFile": ({ subject }) => ({
    ...{ fileId: subject.file, caseId: subject.case, bond: "required" },
  }),
  "people/[id]#editPerson": ({ subject }) => ({
    personId: subject.person,
    version: late,
    told: 0,
    ...person,
  }),
  // Somebody and themselves: the law is asked first.
  "people/[id]#comparePeople": ({ subject }) => ({
    ...{ personId: subject.person, otherId: subject.person, answer: "first", note: text },
  }),
  "people/[id]#editCase": ({ subject }) => ({
    ...{ caseId: subject.case, version: late, told: 0, episode: "1937", charges: [], measures: [] },
  }),
  "cases/[id]/finding#openDraft": ({ subject }) => ({ caseId: subject.case }),
  "cases/[id]/finding#saveDraft": ({ subject }) => ({ versionId: subject.other, draftVersion: late, draft }),
  "cases/[id]/finding#submitFinding": ({ subject }) => ({
    ...{ key: randomUUID(), proceeding: subject.proceeding, version: late },
    ...{ versionId: nowhere, draftVersion: 1 },
  }),
  "findings#createCommon": ({ subject }) => ({ fileId: subject.file, title: text }),
  "findings#saveCommon": ({ subject }) => ({ versionId: subject.other, draftVersion: late, draft }),
  "findings#releaseCommon": ({ subject }) => ({
    ...{ findingId: subject.person, fileId: subject.file, draftVersion: late },
  }),
  "findings#reviseCommon": ({ subject }) => ({ findingId: subject.person, fileId: subject.file }),
  "findings#submitFindings": ({ subject }) => ({
    ...{ key: randomUUID(), findingId: nowhere, earlierSearch: text, exclusionCheck: text },
    item: `${subject.case}:${subject.proceeding}:${late}`,
  }),
  "cases/[id]/reading#keepMarks": () => ({ versionId: nowhere, keys: [] }),
  "intake#beginImport": () => ({ id: nowhere, name: text, sha256: hash, encoding: "", separator: "" }),
  "intake#steerImport": ({ subject }) => ({ id: subject.other, wish: "pause" }),
  "intake#acceptImport": ({ subject }) => ({ id: subject.other, digest: hash }),
  "intake#chooseOfImport": ({ subject }) => ({ id: subject.other, digest: hash, added: "on", things: [] }),
  "intake#rereadImport": ({ subject }) => ({ id: subject.other, encoding: "utf-8", separator: "comma" }),
  "intake#mapImport": ({ subject }) => ({ id: subject.other, name: "", columns: [""] }),
  "intake#dropImport": ({ subject }) => ({ id: subject.other }),
  "intake#undoImport": ({ subject }) => ({ id: subject.other }),
  "intake#forgetMapping": () => ({ id: nowhere }),
  "transfers#linkImport": ({ subject }) => ({ id: subject.other, transferId: nowhere }),
  "transfers#announceTransfer": () => ({ id: randomUUID(), fromId: nowhere, toId: nowhere, ...announced }),
  "transfers#announceAgain": () => ({ id: nowhere, shown: late, ...announced }),
  "transfers#checkAccessions": () => ({ csv: text }),
  "transfers#announceAccessions": () => ({ key: nowhere, csv: text }),
  "transfers#withdrawTransfer": () => ({ id: nowhere, shown: late, ...why }),
  "transfers#receiveTransfer": ({ subject }) => ({ id: subject.other, shown: late, counts }),
  "transfers#checkTransfer": ({ subject }) => ({ id: subject.other, shown: late, counts }),
  "transfers#acceptTransfer": ({ subject }) => ({ id: subject.other, shown: late }),
  "transfers#returnTransfer": ({ subject }) => ({ id: subject.other, shown: late, ...why }),
  "accounts#createAccount": () => ({ login: "chair", name: text, locale: "kk" }),
  "accounts#issueCode": () => nobody,
  "accounts#proposeReset": () => ({ ...nobody, reason: text }),
  "accounts#confirmReset": () => ({ ...nobody, reset: nowhere }),
  "accounts#withdrawReset": () => ({ ...nobody, reset: nowhere }),
  "accounts#endAccountSessions": () => nobody,
  "accounts#disableAccount": () => nobody,
  "accounts#recordAbsence": () => ({ ...nobody, from: today, to: today, reason: text }),
  "accounts#proposeAppointment": () => ({ ...nobody, ...period, role: "expert", bodyId: nowhere }),
  "accounts#proposeClearance": () => ({ ...nobody, ...period, agencyId: "all" }),
  "accounts#proposeDelegation": () => ({ ...nobody, ...period, appointmentId: nowhere, to: today }),
  "accounts#confirmGrant": ({ subject, act }) =>
    act === "expert"
      ? { accountId: subject.person, kind: "appointment", id: subject.other }
      : { ...nobody, kind: "appointment", id: nowhere },
  "accounts#endGrant": () => ({ ...nobody, kind: "appointment", id: nowhere }),
  "rules#proposeRuleSet": () => ({ rules, label: text, act: text, reason: text, day: "2026-01-01" }),
  "rules#confirmRuleSet": ({ password }) => ({ version: 999_999, password }),
  "rules#withdrawRuleSet": () => ({ version: 999_999, reason: text }),
  "profile#changePassword": () => ({ current: text, password: "short", again: "short" }),
  // Without a password, so that no try is counted.
  "profile#startPasskey": () => ({ password: "" }),
  "profile#vouch": () => ({ response: "{}" }),
  "profile#keepPasskey": () => ({ response: "{}", label: text }),
  "profile#endPasskey": () => ({ id: nowhere, password: "" }),
  "profile#startFactor": () => ({ password: "" }),
  "profile#confirmFactor": () => ({ code: "" }),
  "profile#dropFactor": () => ({ code: "", password: "" }),
  "sign-in/code#passCode": () => ({ code: "" }),
  "sign-in/code#prepareCode": () => ({}),
  "profile#endSession": () => ({ sessionId: nowhere }),
  // Nothing is ended: the other browsers of these people are at work.
  "profile#endOthers": () => text,
  "sign-in/password#choosePassword": () => ({ password: "short", again: "short" }),
  "sign-in#signOut": () => text,
};
