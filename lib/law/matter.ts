import type { Office } from "./actor";
import type { Act, Work } from "./acts";
import type { BodyKind, Favourable, OpenStep, Outcome, ProceedingKind, ReasonCode, Step } from "./words";

/** Counts and switches that the law takes from configuration. A decision names the version it was judged by. */
export type RuleSet = {
  version: number;
  /** Members who sign before the chair (LAW D10, R7). */
  members: number;
  requireLegalAct: boolean;
  /** Items one act may sign by register. */
  registerLimit: number;
  /** Signatures are given with a passkey alone; otherwise by whoever has none with the password again. */
  requirePasskey: boolean;
  /** Days a step may take before it counts as overdue. */
  days: Partial<Record<OpenStep, number>>;
  requiredClaims: readonly string[];
};

/** The actor as the law sees them: offices now, and their standing towards this subject. */
export type Standing = {
  id: string;
  offices: readonly Office[];
  /** The newest conflict answers over every case concerned: one conflict is a conflict. */
  conflict: "unanswered" | "none" | "conflict";
  /** Why a deputy chair may act now: the chair is absent, recused, barred, or the office is vacant. */
  deputyFor: "absent" | "recused" | "barred" | "vacant" | null;
  /** Password and passkeys were replaced a short while ago: nothing is signed yet. */
  cooling: boolean;
  /** Has a passkey, and so signs with nothing else. */
  keyed: boolean;
};

export type LiveSignature = {
  id: string;
  slot: string;
  accountId: string;
  /** `decide/1`, `reopen/1`, `correct/3`: on one question a person fills at most one slot. */
  question: string;
  answer: "for" | "against";
  outcome: Outcome | null;
};

export type SpanFacts = {
  secrecy: "none" | "lift" | "keep" | null;
  ownerId: string | null;
  /** A kept span has basis, grade, and a date on which it is looked at again. */
  keptBased: boolean;
  ownerAnswer: "lift" | "keep" | null;
  access: "open" | "redacted" | "closed" | null;
  /** A closed or redacted span names its basis. */
  accessBased: boolean;
};

export type FileFacts = {
  bodyId: string | null;
  standing: "closed" | "declassified" | "never_secret";
  described: boolean;
  counted: boolean;
  grade: string | null;
  owners: readonly string[];
  spans: readonly SpanFacts[];
  /** The owner supplied an unclassified archival certificate in place of kept evidence (D9). */
  certificate: boolean;
  attestedBy: string | null;
  /** Its newest proceeding was refused: it is reopened (B7), never opened anew before another bench. */
  refused: boolean;
};

export type FindingFacts = {
  outcome: Outcome | null;
  earlierSearched: boolean;
  earlierActNamed: boolean;
  missingClaims: readonly string[];
  uncitedClaims: number;
  unquotedCitations: number;
  undecidedCharges: number;
  refusedCharges: number;
  rehabilitatedCharges: number;
  exclusionChecked: boolean;
  secretCitations: number;
};

export type CaseFacts = {
  stage: "archived" | "declassified" | "rehabilitated";
  groupId: string | null;
  regionalBodyId: string | null;
  /** As of a file: refused before, so only reopened. */
  refused: boolean;
  /** It points to another case of the same episode, which leads. */
  joined: boolean;
  requiredFilesClosed: number;
  requiredFiles: number;
  duplicatesOpen: number;
  /** The version in hand: the draft at the step of study, afterwards the newest submitted. */
  finding: FindingFacts | null;
};

export type LegalActFacts = { favourable: boolean; enteredBy: string; complete: boolean };

export type ProceedingFacts = {
  id: string;
  step: Step;
  version: number;
  round: number;
  openedBy: string;
  single: string | null;
  suspended: boolean;
  deferred: boolean;
  dossierHash: string | null;
  authors: readonly string[];
  author: string | null;
  reader: string | null;
  signatures: readonly LiveSignature[];
  /** Who refused in an earlier round: barred from the fresh bench (B7). */
  refusedBy: readonly string[];
  objectionsOpen: number;
  questionsOpen: number;
  legalAct: LegalActFacts | null;
  correction: CorrectionFacts | null;
};

export type CorrectionFacts = { number: number; proposedBy: string; seconded: boolean };

/** What the actor asks for. Only the fields that the act reads are looked at. */
export type Terms = {
  /** The version and dossier that were on the actor's screen. */
  version?: number;
  dossierHash?: string;
  reason?: { code: ReasonCode; text: string };
  basis?: string;
  missing?: string;
  outcome?: Outcome;
  /** Where a return, or an unfavourable legal act, leads. */
  toStep?: OpenStep;
  agencyId?: string;
  /** In an owner's reply: is every kept span given a basis and a review date? */
  keptBased?: boolean;
  certificate?: boolean;
  motion?: "own" | "application" | "inventory";
  applicationId?: string;
  text?: string;
  until?: string;
  conflict?: string;
  assignee?: { accountId: string; expert: boolean; conflict: boolean };
  register?: boolean;
  /** How the signer showed who they are; left out where nothing is signed yet. */
  method?: "password" | "passkey";
  act?: { complete: boolean; favourable: boolean };
  clerical?: boolean;
  source?: string;
};

/**
 * Everything that `decide` may look at. It reads nothing else, and knows no clock. `proceeding` is the one the
 * act is about, open or decided; null where one is to be opened.
 */
export type Matter = {
  act: Act | Work;
  actor: Standing;
  kind: ProceedingKind;
  proceeding: ProceedingFacts | null;
  file: FileFacts | null;
  case: CaseFacts | null;
  rules: RuleSet;
  terms: Terms;
};

export type { BodyKind, Favourable };
