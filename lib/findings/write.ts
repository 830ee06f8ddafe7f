import type { Actor } from "@/lib/law/actor";
import { decideWork } from "@/lib/law/decide-work";
import { performWork, type Left, type Touched, type WorkResult } from "@/lib/proceedings/perform-work";
import type { Desk } from "@/lib/proceedings/perform";
import type { Locale } from "@/lib/i18n/locales";
import { insertFinding, insertVersion, replaceDraft, takeOver, emptyBody } from "@/lib/store/finding-writes";
import { findVersion, loadStudy, overTx, type DraftPlace, type StudyRow } from "@/lib/store/findings";
import { loadRules } from "@/lib/store/matters";
import { reachOf, seenSubjects } from "@/lib/store/reach";
import { loadWorkFacts } from "@/lib/store/touched";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { checkCitations } from "./check";
import { prefill } from "./prefill";
import { copyOf, toBody, toDraft } from "./rows";
import type { Draft } from "./view";
import type { CitationFault, Saved } from "./view-answers";

type Opened = { versionId: string };

/**
 * The draft of the assigned author, made when they first open the editor: filled in from the registered
 * episode, or copied from the version last submitted. `left` means that there was one already.
 */
export async function openDraft(
  desk: Desk,
  actor: Actor,
  asked: { caseId: string; language: Locale },
): Promise<WorkResult<Opened, "there">> {
  return performWork<Opened, "there">(desk, actor, {
    work: "save_draft",
    about: { caseId: asked.caseId },
    touch: (tx, at) => makeDraft(tx, actor, asked, at),
  });
}

async function makeDraft(
  tx: Tx,
  actor: Actor,
  { caseId, language }: { caseId: string; language: Locale },
  at: Date,
): Promise<Touched<Opened> | Left<"there">> {
  const study = (await loadStudy(overTx(tx), await reachOf(tx, actor), caseId, actor.accountId))!;
  const { newest } = study;
  const head = { authorId: actor.accountId, at };
  if (newest && !newest.submittedAt) {
    if (newest.authorId === actor.accountId) return { left: "there" };
    await takeOver(tx, study.proceeding!.id, newest, actor.accountId);
    return { value: { versionId: newest.id }, facts: { version: newest.number, from: newest.authorId } };
  }
  if (newest) {
    const held = await tx.findings.findFirstOrThrow({ where: { case_id: caseId }, select: { id: true } });
    const number = newest.number + 1;
    const versionId = await insertVersion(tx, { ...head, findingId: held.id, number }, copyOf(newest));
    return { value: { versionId }, facts: { version: number } };
  }
  const findingId = await insertFinding(tx, { caseId }, actor.accountId);
  const claims = await prefill(study.episode, (await loadRules(tx, at)).requiredClaims, language);
  const versionId = await insertVersion(tx, { ...head, findingId, number: 1 }, { ...emptyBody, claims });
  return { value: { versionId }, facts: { version: 1, language } };
}

type SaveInput = { versionId: string; draftVersion: number; draft: Draft };

/**
 * Saves a draft if the version shown is the one there. The history has one entry for each version (openDraft),
 * not one for each pause in typing, so this goes by article P14 as performWork does and leaves no entry.
 */
export async function saveDraft(desk: Desk, actor: Actor, input: SaveInput): Promise<Saved> {
  const saved = await inTransaction(desk.prisma, (tx) => saveIn(tx, desk, actor, input));
  if (saved.kind !== "refused" || !saved.about) return saved;
  // A refusal does belong to the history: there it is judged once more and entered.
  const again = await performWork<null, "changed">(desk, actor, {
    work: "save_draft",
    about: saved.about,
    touch: async () => ({ left: "changed" }),
  });
  return !again.ok && "refusal" in again ? { kind: "refused", refusal: again.refusal } : { kind: "unknown" };
}

type About = { caseId: string } | { fileId: string };

async function saveIn(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { versionId, draftVersion, draft }: SaveInput,
): Promise<Saved & { about?: About }> {
  const place = await findVersion(overTx(tx), versionId);
  const about = place && aboutOf(place);
  if (!place || !about || !(await isSeen(tx, actor, place))) return { kind: "unknown" };
  if (place.submitted) return { kind: "submitted" };
  const facts = await loadWorkFacts(tx, actor.accountId, about);
  const ruling = decideWork({ ...facts, work: "save_draft", offices: actor.offices });
  if (!ruling.granted) return { kind: "refused", refusal: ruling.refusal, about };
  if (!place.caseId) return { kind: "unknown" };
  const study = (await loadStudy(overTx(tx), await reachOf(tx, actor), place.caseId, actor.accountId))!;
  const faults = { ...faultsOf(draft, study), ...(await commonFault(tx, draft, study)) };
  if (Object.keys(faults).length > 0) return { kind: "faults", faults };
  const at = desk.clock();
  const next = await replaceDraft(tx, versionId, draftVersion, toBody(withinCase(draft, study)), at);
  if (next !== null) return { kind: "saved", draftVersion: next, savedAt: at.toISOString() };
  const theirs = study.newest!;
  return {
    kind: "stale",
    draftVersion: theirs.draftVersion,
    savedAt: theirs.savedAt,
    theirs: toDraft(theirs, study.episode.charges),
  };
}

const aboutOf = (place: DraftPlace): About | null =>
  place.caseId ? { caseId: place.caseId } : place.fileId ? { fileId: place.fileId } : null;

async function isSeen(tx: Tx, actor: Actor, { caseId, fileId }: DraftPlace): Promise<boolean> {
  const subject = { id: caseId ?? fileId ?? "", caseId, fileId: caseId ? null : fileId };
  return (await seenSubjects(tx, await reachOf(tx, actor), [subject])).has(subject.id);
}

function faultsOf(draft: Draft, study: StudyRow): Record<string, CitationFault> {
  const known = new Set(study.newest!.claims.flatMap((c) => c.citations.map((one) => one.id)));
  return checkCitations(draft, study.files, known);
}

/** Only charges of this very case are answered. */
function withinCase(draft: Draft, study: StudyRow): Draft {
  const own = new Set(study.episode.charges.map((c) => c.id));
  return { ...draft, charges: draft.charges.filter((c) => own.has(c.chargeId)) };
}

async function commonFault(tx: Tx, draft: Draft, study: StudyRow): Promise<Record<string, "notShared">> {
  const { commonVersionId } = draft.fields;
  if (!commonVersionId) return {};
  const place = await findVersion(overTx(tx), commonVersionId);
  const shared = place?.submitted && study.files.some((f) => f.id === place.fileId);
  return shared ? {} : { commonVersionId: "notShared" };
}
