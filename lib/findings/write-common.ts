import type { Actor } from "@/lib/law/actor";
import { decideWork } from "@/lib/law/decide-work";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork, type Left, type Touched, type WorkResult } from "@/lib/proceedings/perform-work";
import { loadCommon, type CommonDesk } from "@/lib/store/commons";
import { freezeVersion } from "@/lib/store/effects-findings";
import { emptyBody, insertFinding, insertVersion, replaceDraft } from "@/lib/store/finding-writes";
import { findVersion, overTx } from "@/lib/store/findings";
import { newId } from "@/lib/store/id";
import { reachOf } from "@/lib/store/reach";
import { loadWorkFacts } from "@/lib/store/touched";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { checkCitations } from "./check";
import { copyOf, toBody, toDraft } from "./rows";
import { sharedKinds, type Draft } from "./view";
import type { Saved } from "./view-answers";

type Made = { findingId: string };

/** A common finding of a file whose cases the actor studies: the claims that they share, still empty. */
export function createCommon(
  desk: Desk,
  actor: Actor,
  { fileId, title }: { fileId: string; title: string },
): Promise<WorkResult<Made>> {
  return performWork<Made>(desk, actor, {
    work: "save_draft",
    about: { fileId },
    touch: async (tx, at) => {
      const findingId = await insertFinding(tx, { fileId, title }, actor.accountId);
      const claims = sharedKinds
        .filter((kind) => kind !== "other")
        .map((kind) => ({ id: newId(), kind, text: "", required: true, citations: [] }));
      const head = { findingId, number: 1, authorId: actor.accountId, at };
      await insertVersion(tx, head, { ...emptyBody, claims });
      return { value: { findingId }, facts: { common: findingId, version: 1 } };
    },
  });
}

/** As saveDraft: against the version shown, by the same article, without an entry for each pause. */
export function saveCommon(
  desk: Desk,
  actor: Actor,
  input: { versionId: string; draftVersion: number; draft: Draft },
): Promise<Saved> {
  return inTransaction(desk.prisma, async (tx): Promise<Saved> => {
    const found = await own(tx, actor, input.versionId);
    if (!found) return { kind: "unknown" };
    const { common, submitted } = found;
    if (submitted) return { kind: "submitted" };
    const facts = await loadWorkFacts(tx, actor.accountId, { fileId: common.file.id });
    const ruling = decideWork({ ...facts, work: "save_draft", offices: actor.offices });
    if (!ruling.granted) return { kind: "refused", refusal: ruling.refusal };
    const known = new Set(common.newest.claims.flatMap((c) => c.citations.map((one) => one.id)));
    const faults = checkCitations(input.draft, [common.file], known);
    if (Object.keys(faults).length > 0) return { kind: "faults", faults };
    const at = desk.clock();
    const body = { ...emptyBody, claims: toBody(input.draft).claims };
    const next = await replaceDraft(tx, input.versionId, input.draftVersion, body, at);
    if (next !== null) return { kind: "saved", draftVersion: next, savedAt: at.toISOString() };
    const { draftVersion, savedAt } = common.newest;
    return { kind: "stale", draftVersion, savedAt, theirs: toDraft(common.newest, []) };
  });
}

async function own(
  tx: Tx,
  actor: Actor,
  versionId: string,
): Promise<{ common: CommonDesk; submitted: boolean } | null> {
  const place = await findVersion(overTx(tx), versionId);
  if (!place?.fileId) return null;
  const common = await loadCommon(overTx(tx), await reachOf(tx, actor), place.findingId, actor.accountId);
  return common?.finding.mine ? { common, submitted: place.submitted } : null;
}

export type ReleaseLeft = "incomplete" | "released" | "elsewhere";

/**
 * The draft becomes a version that findings may name and that never changes. Every claim in it must have a text,
 * a citation and its quote: the findings that share it are judged with it (R2).
 */
export function releaseCommon(
  desk: Desk,
  actor: Actor,
  { findingId, draftVersion }: { findingId: string; draftVersion: number },
  fileId: string,
): Promise<WorkResult<Made, ReleaseLeft>> {
  return change(desk, actor, findingId, fileId, async (tx, common, at) => {
    const { newest } = common;
    if (newest.submittedAt) return { left: "released" };
    if (newest.draftVersion !== draftVersion) return { left: "elsewhere" };
    const whole = newest.claims.every(
      (c) => c.text !== "" && c.citations.length > 0 && c.citations.every((one) => one.quote !== ""),
    );
    if (!whole || newest.claims.length === 0) return { left: "incomplete" };
    const hash = await freezeVersion(tx, newest.id, at);
    return { value: { findingId }, facts: { common: findingId, version: newest.number, hash } };
  });
}

/** Another version of a released common finding; those that name the one before keep it. */
export function reviseCommon(
  desk: Desk,
  actor: Actor,
  findingId: string,
  fileId: string,
): Promise<WorkResult<Made, ReleaseLeft>> {
  return change(desk, actor, findingId, fileId, async (tx, { newest }, at) => {
    if (!newest.submittedAt) return { left: "elsewhere" };
    const head = { findingId, number: newest.number + 1, authorId: actor.accountId, at };
    await insertVersion(tx, head, copyOf(newest));
    return { value: { findingId }, facts: { common: findingId, version: head.number } };
  });
}

function change(
  desk: Desk,
  actor: Actor,
  findingId: string,
  fileId: string,
  edit: (tx: Tx, common: CommonDesk, at: Date) => Promise<Touched<Made> | Left<ReleaseLeft>>,
): Promise<WorkResult<Made, ReleaseLeft>> {
  return performWork<Made, ReleaseLeft>(desk, actor, {
    work: "save_draft",
    about: { fileId },
    touch: async (tx, at) => {
      const common = await loadCommon(overTx(tx), await reachOf(tx, actor), findingId, actor.accountId);
      if (!common?.finding.mine || common.file.id !== fileId) return { left: "elsewhere" };
      return edit(tx, common, at);
    },
  });
}
