import type { Office } from "@/lib/law/actor";
import type {
  CaseFacts,
  FileFacts,
  FindingFacts,
  LiveSignature,
  Matter,
  ProceedingFacts,
  RuleSet,
  SpanFacts,
  Standing,
  Terms,
} from "@/lib/law/matter";
import type { BodyKind, Role } from "@/lib/law/words";

/** A matter changed in some facts only; everything not named stays as it was. */
export type Change = {
  act?: Matter["act"];
  actor?: Partial<Standing>;
  proceeding?: Partial<ProceedingFacts>;
  file?: Partial<FileFacts>;
  case?: Partial<CaseFacts>;
  finding?: Partial<FindingFacts>;
  rules?: Partial<RuleSet>;
  terms?: Partial<Terms>;
};

export function but(m: Matter, change: Change): Matter {
  const kase = m.case && { ...m.case, ...change.case };
  return {
    ...m,
    act: change.act ?? m.act,
    actor: { ...m.actor, ...change.actor },
    proceeding: m.proceeding && { ...m.proceeding, ...change.proceeding },
    file: m.file && { ...m.file, ...change.file },
    case: kase && (change.finding ? { ...kase, finding: { ...kase.finding!, ...change.finding } } : kase),
    rules: { ...m.rules, ...change.rules },
    terms: { ...m.terms, ...change.terms },
  };
}

const bodyOf: Record<Role, { bodyId: string; bodyKind: BodyKind }> = {
  archivist: { bodyId: "archive", bodyKind: "archive" },
  expert: { bodyId: "group", bodyKind: "group" },
  head: { bodyId: "group", bodyKind: "group" },
  representative: { bodyId: "agency-a", bodyKind: "agency" },
  member: { bodyId: "commission", bodyKind: "commission" },
  chair: { bodyId: "commission", bodyKind: "commission" },
  deputy: { bodyId: "commission", bodyKind: "commission" },
  secretary: { bodyId: "commission", bodyKind: "commission" },
  auditor: { bodyId: "office", bodyKind: "office" },
  administrator: { bodyId: "office", bodyKind: "office" },
};

export function office(role: Role, body: Partial<Office> = {}): Office {
  return { appointmentId: `${role}-1`, role, ...bodyOf[role], ...body };
}

export function person(id: string, ...offices: Office[]): Standing {
  return { id, offices, conflict: "none", deputyFor: null, cooling: false, keyed: false };
}

export const rules: RuleSet = {
  version: 7,
  members: 2,
  requireLegalAct: true,
  registerLimit: 200,
  requirePasskey: false,
  days: {},
  requiredClaims: ["identity", "charge", "organ", "measure", "ground", "applied"],
};

export const reason = { code: "incomplete", text: "The extract from the minutes is missing" } as const;

export const lifted: SpanFacts = {
  secrecy: "lift",
  ownerId: "agency-a",
  keptBased: false,
  ownerAnswer: null,
  access: "open",
  accessBased: false,
};
export const kept: SpanFacts = { ...lifted, secrecy: "keep", keptBased: true, ownerAnswer: "keep" };

export const file: FileFacts = {
  bodyId: "archive",
  standing: "closed",
  described: true,
  counted: true,
  grade: "secret",
  owners: ["agency-a"],
  spans: [lifted, { ...lifted, secrecy: "none", ownerId: null, access: "closed", accessBased: true }],
  certificate: false,
  attestedBy: null,
  refused: false,
};

export const finding: FindingFacts = {
  outcome: "full",
  earlierSearched: true,
  earlierActNamed: false,
  missingClaims: [],
  uncitedClaims: 0,
  unquotedCitations: 0,
  undecidedCharges: 0,
  refusedCharges: 0,
  rehabilitatedCharges: 2,
  exclusionChecked: true,
  secretCitations: 0,
};

export const kase: CaseFacts = {
  stage: "declassified",
  groupId: "group",
  regionalBodyId: null,
  refused: false,
  requiredFilesClosed: 0,
  requiredFiles: 1,
  joined: false,
  duplicatesOpen: 0,
  finding,
};

export const proceeding: ProceedingFacts = {
  id: "proceeding",
  step: "study",
  version: 4,
  round: 1,
  openedBy: "opener",
  single: null,
  suspended: false,
  deferred: false,
  dossierHash: "dossier-1",
  authors: ["author"],
  author: "author",
  reader: "reader",
  signatures: [],
  refusedBy: [],
  objectionsOpen: 0,
  questionsOpen: 0,
  legalAct: null,
  correction: null,
};

/** A live signature on the decision of round 1, by somebody named after the slot. */
export function signed(slot: string, more: Partial<LiveSignature> = {}): LiveSignature {
  return {
    id: `signature-${slot}`,
    slot,
    accountId: `by-${slot}`,
    question: "decide/1",
    answer: "for",
    outcome: null,
    ...more,
  };
}

/** What was on the actor's screen. */
export const shown: Terms = { version: 4, dossierHash: "dossier-1" };

const blank = { rules, file: null, case: null };
type Base = Pick<Matter, "kind" | "act" | "actor"> & {
  proceeding: Partial<ProceedingFacts> | null;
  terms?: Terms;
};

export function ofFile(base: Omit<Base, "kind">, facts: Partial<FileFacts> = {}): Matter {
  return {
    ...blank,
    ...base,
    kind: "declassification",
    proceeding: base.proceeding && { ...proceeding, ...base.proceeding },
    file: { ...file, ...facts },
    terms: { ...shown, ...base.terms },
  };
}

export function ofCase(base: Omit<Base, "kind">, facts: Partial<CaseFacts> = {}): Matter {
  return {
    ...blank,
    ...base,
    kind: "rehabilitation",
    proceeding: base.proceeding && { ...proceeding, ...base.proceeding },
    case: { ...kase, ...facts },
    terms: { ...shown, ...base.terms },
  };
}
