import { gunzipSync, gzipSync } from "node:zlib";
import { systemClock } from "@/lib/clock";
import type { Actor, Office } from "@/lib/law/actor";
import { done, refused, type Result } from "@/lib/result";
import { appClient, appPool, type Queryable } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { insertProposal, lockProposal, reviseProposal, settleProposal } from "@/lib/store/intake";
import { inTransaction, type Tx } from "@/lib/store/transaction";
import { acceptIn, hashFile, proposeFile, type Desk, type IntakeFile } from "./accept";
import { importerOf, importingOffice, snapshotOf } from "./importer";
import type { Outcome } from "./problem";
import type { Importer } from "./proposal";
import { propose } from "./propose";
import { LARGEST_UPLOAD, readUpload } from "./read-upload";
import type { IntakeRefusal, Reading, Settled, Summary } from "./view";

/** What an intake is done with: the database twice, once for reads outside the transaction. */
export type IntakeDesk = Desk & { pool: Queryable };

export const ownDesk = (): IntakeDesk => ({ prisma: appClient(), pool: appPool(), clock: systemClock });

/** Reads an upload, compares it and keeps the proposal; null for whoever imports nothing. */
export async function keepProposal(
  desk: IntakeDesk,
  actor: Actor,
  file: IntakeFile,
): Promise<Outcome<{ id: string }> | null> {
  const office = importingOffice(actor);
  if (!office) return null;
  const proposed = await proposeFile(desk, file, await importerOf(desk.pool, actor, office));
  if (!proposed.ok) return proposed;
  const id = newId();
  await insertProposal(desk.pool, {
    ...{ id, createdBy: actor.accountId, createdAt: desk.clock(), fileName: file.name },
    ...{ sha256: hashFile(file.bytes), kind: proposed.value.kind, summary: proposed.value },
    packed: gzipSync(file.bytes).toString("base64"),
  });
  return { ok: true, value: { id } };
}

const gone = refused<IntakeRefusal>({ condition: "gone" });

/** Accepts a proposal as it was shown. A second time answers the same and changes nothing. */
export function acceptProposal(
  desk: IntakeDesk,
  actor: Actor,
  { id, digest }: { id: string; digest: string },
): Promise<Result<Settled, IntakeRefusal>> {
  return onProposal(desk, actor, id, async (tx, held, { importer, office }) => {
    if (held.state === "accepted") return done({ state: "accepted" });
    if (!held.bytes) return gone;
    if (held.summary.digest !== digest) return refused({ condition: "stale" });
    const file = { name: held.fileName, bytes: held.bytes };
    const upload = await readUpload(file.bytes, file.name, held.summary.reading);
    if (!upload.ok) return gone;
    const asked = { file, importer, actor: snapshotOf(actor, office), digest };
    const accepted = await acceptIn(tx, desk, asked, upload.value);
    if (!accepted.ok) return gone;
    if (accepted.value.state === "stale") return putBack(tx, id, accepted.value.summary);
    await settleProposal(tx, id, "accepted", desk.clock());
    return done({ state: "accepted" });
  });
}

/** Reads the file of an open proposal once more, in another encoding or with another separator. */
export function rereadProposal(
  desk: IntakeDesk,
  actor: Actor,
  { id, ...reading }: { id: string } & Partial<Reading>,
): Promise<Result<Settled, IntakeRefusal>> {
  return onProposal(desk, actor, id, async (tx, held, { importer }) => {
    if (!held.bytes) return gone;
    const upload = await readUpload(held.bytes, held.fileName, reading);
    const proposal = upload.ok ? await propose(tx, upload.value, importer) : upload;
    if (!proposal.ok) return refused({ condition: "unreadable", problem: proposal.problem });
    await reviseProposal(tx, id, proposal.value.summary);
    return done({ state: "open" });
  });
}

/** A proposal that nobody else decides meanwhile; its bytes are there while it is open. */
type Held = { state: string; fileName: string; summary: Summary; bytes: Uint8Array | null };
type By = { importer: Importer; office: Office };

async function onProposal(
  desk: IntakeDesk,
  actor: Actor,
  id: string,
  work: (tx: Tx, held: Held, by: By) => Promise<Result<Settled, IntakeRefusal>>,
): Promise<Result<Settled, IntakeRefusal>> {
  const office = importingOffice(actor);
  if (!office) return gone;
  const importer = await importerOf(desk.pool, actor, office);
  return inTransaction(desk.prisma, async (tx) => {
    const held = await lockProposal(tx, actor.accountId, id);
    if (!held) return gone;
    const { state, fileName, gzip } = held;
    const bytes = state === "open" && gzip ? unpack(gzip) : null;
    return work(tx, { state, fileName, summary: held.summary as Summary, bytes }, { importer, office });
  });
}

/** The bytes of a proposal as they came. */
export const unpack = (gzip: string): Uint8Array => gunzipSync(Buffer.from(gzip, "base64"), unpacking);
const unpacking = { maxOutputLength: LARGEST_UPLOAD };

async function putBack(tx: Tx, id: string, summary: Summary): Promise<Result<Settled, IntakeRefusal>> {
  await reviseProposal(tx, id, summary);
  return refused({ condition: "stale" });
}

/** Lays a proposal aside; nothing of it has been written. */
export async function dropProposal(
  desk: IntakeDesk,
  actor: Actor,
  id: string,
): Promise<Result<Settled, IntakeRefusal>> {
  if (!importingOffice(actor)) return gone;
  return inTransaction(desk.prisma, async (tx): Promise<Result<Settled, IntakeRefusal>> => {
    const held = await lockProposal(tx, actor.accountId, id);
    if (!held || held.state === "accepted") return gone;
    if (held.state === "open") await settleProposal(tx, id, "dropped", desk.clock());
    return done({ state: "dropped" });
  });
}
