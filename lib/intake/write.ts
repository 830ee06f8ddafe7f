import { rm } from "node:fs/promises";
import { systemClock } from "@/lib/clock";
import { deliveryRoot, hashOfFile, moveBlob } from "@/lib/files/blobs";
import type { Actor } from "@/lib/law/actor";
import { done, refused, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { saveMapping } from "@/lib/store/import-mappings";
import { insertProposal, lockProposal, settleProposal, type LockedProposal } from "@/lib/store/intake";
import { listWrites } from "@/lib/store/intake-undo";
import { dropStaged } from "@/lib/store/intake-staging";
import { addJob, lockLiveJob, steerJob, type JobKind, type Wish } from "@/lib/store/jobs";
import { inPlainTransaction, type PlainTx } from "@/lib/store/transaction";
import type { Desk } from "./accept";
import { mapOf } from "./column-map";
import type { Column } from "./columns";
import { importingOffice, snapshotOf } from "./importer";
import { placeOfUpload, sizeOfUpload } from "./receive";
import type { IntakeRefusal, Settled } from "./view-standing";
import type { Asked, Leave, Reading } from "./view";

export const ownDesk = (): Desk => ({ pool: appPool(), clock: systemClock });

const gone = refused<IntakeRefusal>({ condition: "gone" });
type Answer = Result<Settled, IntakeRefusal>;
type Tx = PlainTx;

export type Beginning = Partial<Reading> & {
  /** The upload, and then the import, under one id: whoever begins it twice has begun it once. */
  id: string;
  name: string;
  /** Of the file as it lies with the sender. */
  sha256: string;
};

/** Takes over a file that has arrived whole and has it read. Until then, nothing of it is an import. */
export async function beginImport(desk: Desk, actor: Actor, beginning: Beginning): Promise<Answer> {
  if (!importingOffice(actor)) return gone;
  const { id, name, sha256, ...asked } = beginning;
  const place = placeOfUpload(actor, id);
  const size = await sizeOfUpload(actor, id);
  if (size === null) {
    const begun = await inPlainTransaction(desk.pool, (tx) => lockProposal(tx, actor.accountId, id));
    return begun ? done({ id, state: begun.state }) : refused({ condition: "notArrived" });
  }
  if ((await hashOfFile(place)) !== sha256) {
    await rm(place);
    return refused({ condition: "damaged" });
  }
  await moveBlob(place, sha256, deliveryRoot());
  const at = desk.clock();
  return inPlainTransaction(desk.pool, async (tx): Promise<Answer> => {
    const sent = { id, sha256, size, asked, createdBy: actor.accountId, createdAt: at, fileName: name };
    if (await insertProposal(tx, sent)) await addWork(tx, desk, actor, "analyse", { id, size });
    return done({ id, state: "analysing" });
  });
}

const addWork = (
  tx: Tx,
  desk: Desk,
  actor: Actor,
  kind: JobKind,
  { id, size }: { id: string; size: number },
): Promise<void> => {
  const askedAs = snapshotOf(actor, importingOffice(actor)!);
  return addJob(tx, { id: newId(), kind, importId: id, askedAs, at: desk.clock(), size });
};

/** Has a proposal written as it was shown. A second time answers the same and changes nothing. */
export function acceptProposal(
  desk: Desk,
  actor: Actor,
  { id, digest }: { id: string; digest: string },
): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, held) => {
    const { state } = held;
    if (state === "accepting" || state === "accepted") return done({ id, state });
    if (state !== "open") return gone;
    if (held.digest !== digest) return refused({ condition: "stale" });
    await settleProposal(tx, id, { state: "accepting", leftOut: 0 });
    await addWork(tx, desk, actor, "accept", { id, size: held.size });
    return done({ id, state: "accepting" });
  });
}

/** Has the file of a proposal read once more, in another encoding or with another separator. */
export function rereadProposal(
  desk: Desk,
  actor: Actor,
  { id, ...asked }: { id: string } & Partial<Reading>,
): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, held) => {
    if (held.state !== "open" && held.state !== "unreadable") return gone;
    const { leave } = held.asked as Asked;
    return readAgain(tx, desk, actor, { id, size: held.size, asked: { ...asked, leave } });
  });
}

export type MappingAsked = { id: string; name: string; columns: (Column | null)[] };

/** Has a table read with its columns as somebody says they are. Under a name they are kept for the tables to come. */
export function mapProposal(desk: Desk, actor: Actor, { id, name, columns }: MappingAsked): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, held) => {
    if (held.state !== "open" && held.state !== "unreadable") return gone;
    if (held.headings?.length !== columns.length) return refused({ condition: "stale" });
    const map = mapOf(held.headings, columns);
    const bodyId = importingOffice(actor)?.bodyId;
    if (name !== "" && bodyId) {
      const saved = { id: newId(), bodyId, savedBy: actor.accountId, savedAt: desk.clock() };
      await saveMapping(tx, { ...saved, name, columns: map });
    }
    const asked = { ...held.asked, columns: map, mapping: name || null };
    return readAgain(tx, desk, actor, { ...held, id, asked });
  });
}

export type ChoiceAsked = { id: string; digest: string; leave: Leave };

/** Has a proposal compared anew without what somebody leaves out of it; nothing left out is all of it. */
export function chooseOfProposal(
  desk: Desk,
  actor: Actor,
  { id, digest, leave }: ChoiceAsked,
): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, held) => {
    if (held.state !== "open") return gone;
    if (held.digest !== digest) return refused({ condition: "stale" });
    return readAgain(tx, desk, actor, { ...held, id, asked: { ...held.asked, leave } });
  });
}

async function readAgain(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  { id, size, asked }: { id: string; size: number; asked: object },
): Promise<Answer> {
  await dropStaged(tx, id);
  await settleProposal(tx, id, { state: "analysing", summary: null, problem: null, leftOut: 0, asked });
  await addWork(tx, desk, actor, "analyse", { id, size });
  return done({ id, state: "analysing" });
}

/** Declines a proposal; nothing of it has been written. */
export function dropProposal(desk: Desk, actor: Actor, id: string): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, { state }) => {
    if (state === "dropped") return done({ id, state });
    if (state !== "open" && state !== "unreadable") return gone;
    await dropStaged(tx, id);
    await settleProposal(tx, id, { state: "dropped" });
    return done({ id, state: "dropped" });
  });
}

/**
 * Has all of an import undone that was written. Whether anybody has worked on it is looked at when it is done: this
 * answers at once.
 */
export function undoImport(desk: Desk, actor: Actor, id: string): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, { state, size }) => {
    if (state === "undoing" || state === "undone") return done({ id, state });
    if (state !== "accepted" && state !== "dropped") return gone;
    if ((await listWrites(tx, id)).length === 0) return gone;
    await settleProposal(tx, id, { state: "undoing", problem: null });
    await addWork(tx, desk, actor, "undo", { id, size });
    return done({ id, state: "undoing" });
  });
}

/** Asks the job of an import to pause, to go on, or to end. What it has written by then is whole. */
export function steerImport(
  desk: Desk,
  actor: Actor,
  { id, wish }: { id: string; wish: Wish | "resume" },
): Promise<Answer> {
  return onProposal(desk, actor, id, async (tx, { state }) => {
    const job = await lockLiveJob(tx, id);
    if (!job) return refused({ condition: "noJob" });
    await steerJob(tx, job.id, wish);
    return done({ id, state });
  });
}

/** A proposal that nobody else decides meanwhile, by somebody who may. */
async function onProposal(
  desk: Desk,
  actor: Actor,
  id: string,
  work: (tx: Tx, held: LockedProposal) => Promise<Answer>,
): Promise<Answer> {
  if (!importingOffice(actor)) return gone;
  return inPlainTransaction(desk.pool, async (tx) => {
    const held = await lockProposal(tx, actor.accountId, id);
    return held ? work(tx, held) : gone;
  });
}
