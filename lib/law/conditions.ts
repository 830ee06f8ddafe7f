import { isFavourable, openSteps, type OpenStep, type Slot } from "./words";
import type { Act } from "./acts";
import type { FindingFacts, LiveSignature, Matter, ProceedingFacts } from "./matter";

/**
 * The predicates that law.ts names in `provided`. Each is pure and answers one question; `true` means that
 * the condition is met. A condition without a sentence in messages/<locale>/law.json does not compile.
 */
type RowInHand = { act: Act; slot: Slot | null };
type Predicate = (m: Matter, row: RowInHand) => boolean;

const given = (text: string | undefined): boolean => (text ?? "").trim().length > 0;

function onTheQuestion(m: Matter, row: RowInHand): readonly LiveSignature[] {
  const asked = questionOf(m.proceeding, row);
  return (m.proceeding?.signatures ?? []).filter((s) => s.question === asked);
}

const inSlot = (m: Matter, row: RowInHand, slot: string): readonly LiveSignature[] =>
  onTheQuestion(m, row).filter((s) => s.slot === slot || s.slot.startsWith(`${slot}:`));

const finding = (m: Matter, holds: (f: FindingFacts) => boolean): boolean =>
  m.case?.finding != null && holds(m.case.finding);

function benchSays(m: Matter, row: RowInHand, answer: "for" | "against"): boolean {
  return inSlot(m, row, "member").every((s) => s.answer === answer);
}

function expectedOutcomes(f: FindingFacts): boolean {
  if (f.outcome === null) return false;
  if (f.undecidedCharges > 0) return false;
  if (f.outcome === "full") return f.refusedCharges === 0;
  if (f.outcome === "part") return f.refusedCharges > 0 && f.rehabilitatedCharges > 0;
  if (f.outcome === "refused") return f.rehabilitatedCharges === 0;
  return true;
}

const isCorrection = (row: Pick<RowInHand, "slot">): boolean =>
  row.slot === "correct_second" || row.slot === "correct_chair";

/** The question a signature answers: the decision of this round, its reopening, or one correction. */
export function questionOf(p: ProceedingFacts | null, row: Pick<RowInHand, "slot">): string {
  if (row.slot === "reopen_member" || row.slot === "reopen_chair") return `reopen/${p?.round ?? 1}`;
  if (isCorrection(row)) return `correct/${p?.correction?.number ?? 0}`;
  return `decide/${p?.round ?? 1}`;
}

/** Is `to` a step before `from` that this kind of proceeding has? */
export function isEarlier(kind: Matter["kind"], from: string, to: OpenStep): boolean {
  const path: readonly OpenStep[] =
    kind === "declassification"
      ? ["study", "second_reading", "owners", "signing"]
      : ["study", "second_reading", "regional", "signing", "legal_act", "court"];
  return path.includes(to) && openSteps.indexOf(to) < openSteps.indexOf(from as OpenStep);
}

export const conditions = {
  // Standing, on every row
  versionShown: (m) => m.proceeding === null || m.terms.version === m.proceeding.version,
  // A conflict can be declared at any time: nothing else frees the slot.
  notSuspended: (m) => !m.proceeding?.suspended || m.act === "declare_conflict",
  notDeferred: (m) => !m.proceeding?.deferred || ["resume", "withdraw", "declare_conflict"].includes(m.act),

  // Standing, on every signature
  cooledDown: (m) => !m.actor.cooling,
  methodSuffices: (m) => m.terms.method !== "password" || !(m.rules.requirePasskey || m.actor.keyed),
  conflictAnswered: (m) => m.actor.conflict !== "unanswered",
  noConflict: (m) => m.actor.conflict !== "conflict",
  wroteNothing: (m) => !m.proceeding?.authors.includes(m.actor.id),
  keepsApart: (m) => !m.actor.offices.some((o) => o.role === "auditor" || o.role === "administrator"),
  slotFree: (m, row) =>
    row.slot === "member"
      ? inSlot(m, row, "member").length < m.rules.members
      : inSlot(m, row, row.slot === "owner" ? `owner:${m.terms.agencyId ?? ""}` : (row.slot ?? "")).length ===
        0,
  oneSlotEach: (m, row) => !onTheQuestion(m, row).some((s) => s.accountId === m.actor.id),
  dossierShown: (m) => m.proceeding?.dossierHash != null && m.terms.dossierHash === m.proceeding.dossierHash,
  registerAllowed: (m, row) => !m.terms.register || maySignByRegister(m, row),

  // The file
  fileClosed: (m) => m.file?.standing === "closed",
  notRefusedBefore: (m) => !m.file?.refused && !m.case?.refused,
  described: (m) => m.file?.described === true,
  noGrade: (m) => m.file?.grade === null,
  noOwner: (m) => m.file?.owners.length === 0,
  notAttester: (m) => m.file?.attestedBy !== m.actor.id,
  sheetsCounted: (m) => m.file?.counted === true,
  ownersNamed: (m) => (m.file?.owners.length ?? 0) > 0,
  everySpanAnswered: (m) =>
    (m.file?.spans.length ?? 0) > 0 && m.file!.spans.every((s) => s.secrecy !== null && s.access !== null),
  everySpanOwned: (m) =>
    m.file?.spans.every((s) => s.secrecy === "none" || m.file!.owners.includes(s.ownerId ?? "")) === true,
  everyAnswerBased: (m) =>
    m.file?.spans.every(
      (s) => (s.secrecy !== "keep" || s.keptBased) && (s.access === "open" || s.accessBased),
    ) === true,
  ownsSpans: (m) =>
    m.actor.offices.some((o) => o.role === "representative" && o.bodyId === m.terms.agencyId) &&
    m.file?.owners.includes(m.terms.agencyId ?? "") === true,
  keptBased: (m) => m.terms.keptBased === true,
  certificateAttached: (m) => m.terms.certificate === true && given(m.terms.text),
  evidenceFreed: (m) =>
    m.file?.certificate === true ||
    m.file?.spans.some((s) => s.secrecy === "none" || s.ownerAnswer === "lift") === true,
  reviewNamed: (m) => given(m.terms.until),

  // Assignment
  assignedAsAuthor: (m) => m.proceeding?.author === m.actor.id,
  assignedAsReader: (m) => m.proceeding?.reader === m.actor.id,
  signedNothing: (m) => !m.proceeding?.signatures.some((s) => s.accountId === m.actor.id),
  isAuthor: (m) => m.proceeding?.authors.includes(m.actor.id) === true,
  assigneeExpert: (m) => m.terms.assignee?.expert === true,
  assigneeNotReader: (m) => m.terms.assignee?.accountId !== m.proceeding?.reader,
  assigneeNotAuthor: (m) =>
    m.terms.assignee?.accountId !== m.proceeding?.author &&
    !m.proceeding?.authors.includes(m.terms.assignee?.accountId ?? ""),
  assigneeNotSelf: (m) => m.terms.assignee?.accountId !== m.actor.id,
  assigneeUnconflicted: (m) => m.terms.assignee?.conflict !== true,
  assigneeFree: (m) => !m.proceeding?.signatures.some((s) => s.accountId === m.terms.assignee?.accountId),

  // What is said with the act
  reasonGiven: (m) => m.terms.reason != null && given(m.terms.reason.text),
  reasonWhereAgainst: (m) => m.terms.outcome !== "refused" || given(m.terms.reason?.text),
  reasonWhereRefused: (m) => m.terms.outcome !== "refused" || given(m.terms.reason?.text),
  basisGiven: (m) => given(m.terms.basis),
  textGiven: (m) => given(m.terms.text),
  missingNamed: (m) => given(m.terms.missing),
  untilNamed: (m) => given(m.terms.until),
  conflictNamed: (m) => given(m.terms.conflict),
  motionNamed: (m) =>
    m.terms.motion === "own" || (m.terms.motion === "application" && given(m.terms.applicationId)),
  earlierStepNamed: (m) =>
    m.proceeding !== null &&
    m.terms.toStep !== undefined &&
    isEarlier(m.kind, m.proceeding.step, m.terms.toStep) &&
    (m.terms.toStep !== "regional" || m.case?.regionalBodyId != null),
  newEvidence: (m) => ["new_evidence", "appeal", "order"].includes(m.terms.reason?.code ?? ""),

  // Questions, objections, deferral
  objectionsAnswered: (m) => m.proceeding?.objectionsOpen === 0,
  objectionOpen: (m) => (m.proceeding?.objectionsOpen ?? 0) > 0,
  questionsClosed: (m) => m.proceeding?.questionsOpen === 0,
  questionOpen: (m) => (m.proceeding?.questionsOpen ?? 0) > 0,
  isDeferred: (m) => m.proceeding?.deferred === true,
  notSingle: (m) => m.proceeding?.single === null,

  // The case and its finding
  notJoined: (m) => m.case?.joined !== true,
  caseDeclassified: (m) => m.case?.stage === "declassified",
  duplicatesAnswered: (m) => m.case?.duplicatesOpen === 0,
  earlierActSearched: (m) =>
    finding(m, (f) => f.earlierSearched && (f.outcome !== "already" || f.earlierActNamed)),
  claimsComplete: (m) => finding(m, (f) => f.missingClaims.length === 0),
  claimsCited: (m) => finding(m, (f) => f.uncitedClaims === 0 && f.unquotedCitations === 0),
  chargesDecided: (m) => finding(m, expectedOutcomes),
  exclusionChecked: (m) => finding(m, (f) => f.exclusionChecked),
  nothingSecretCited: (m) => finding(m, (f) => f.secretCitations === 0),
  noFileAwaited: (m) => m.case?.requiredFilesClosed === 0 && m.case.requiredFiles > 0,
  outcomeProposed: (m) =>
    m.terms.outcome !== undefined &&
    (m.terms.outcome === m.case?.finding?.outcome || m.terms.outcome === "refused"),

  // The bench
  unfavourableActFollowed: (m, row) =>
    m.terms.outcome === "refused" || !inSlot(m, row, "act").some((s) => s.answer === "against"),
  membersFilled: (m, row) => inSlot(m, row, "member").length >= m.rules.members,
  benchFor: (m, row) => benchSays(m, row, "for"),
  benchAgainst: (m, row) => benchSays(m, row, "against"),
  benchAgrees: (m, row) => inSlot(m, row, "member").every((s) => s.outcome === m.terms.outcome),
  deputyMayAct: (m) =>
    m.actor.offices.some((o) => o.role === "chair" && o.bodyKind === "commission") ||
    m.actor.deputyFor !== null,
  onFreshBench: (m, row) => isCorrection(row) || !m.proceeding?.refusedBy.includes(m.actor.id),
  memberAsksReopening: (m, row) => inSlot(m, row, "reopen_member").length > 0,

  // The legal act
  noActEntered: (m) => m.proceeding?.legalAct == null,
  actEntered: (m) => m.proceeding?.legalAct?.complete === true,
  actComplete: (m) => m.terms.act?.complete === true,
  notEnterer: (m) => m.proceeding?.legalAct?.enteredBy !== m.actor.id,
  actFavourable: (m) => m.proceeding?.legalAct?.favourable === true,
  actUnfavourable: (m) => m.proceeding?.legalAct?.favourable === false,
  courtOrSigning: (m) => m.terms.toStep === "court" || m.terms.toStep === "signing",

  // Corrections
  noCorrectionOpen: (m) => m.proceeding?.correction == null,
  correctionOpen: (m) => m.proceeding?.correction != null,
  correctionSeconded: (m) => m.proceeding?.correction?.seconded === true,
  notProposer: (m) => m.proceeding?.correction?.proposedBy !== m.actor.id,
  clericalOnly: (m) => m.terms.clerical === true && given(m.terms.text),
  sourceNamed: (m) => given(m.terms.source),
} satisfies Record<string, Predicate>;

/** By register only: undisputed, favourable, nothing open, nothing kept back (DOMAIN "Signing by register"). */
function maySignByRegister(m: Matter, row: RowInHand): boolean {
  const p = m.proceeding;
  if (!p || p.single !== null || p.questionsOpen > 0 || p.objectionsOpen > 0) return false;
  if (["refuse", "disagree", "keep", "confirm_unfavourable"].includes(row.act)) return false;
  if (m.case && m.terms.outcome && (!isFavourable(m.terms.outcome) || m.terms.outcome === "part"))
    return false;
  return true;
}

export type Condition = keyof typeof conditions;
