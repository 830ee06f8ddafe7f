import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openKeepers, type Keepers } from "@/lib/history/keepers";
import { Publisher } from "@/lib/history/publish";
import { Sequencer } from "@/lib/history/sequence";
import { trustIn, verifyHistory } from "@/lib/history/verify";
import type { Verdict } from "@/lib/ledger/fault";
import type { Connection } from "@/lib/store/client";
import type { EntryDraft } from "@/lib/store/events";

/** An entry about nothing, for tests of what is done with entries. */
export const draft = (about: string = randomUUID()): EntryDraft => ({
  actor: { id: null, name: "somebody", role: null, body: null, delegation: null },
  at: new Date(),
  payload: { kind: "account", what: "sessions_ended", account: about, facts: {} },
});

/** A signer and two witnesses in directories of their own. */
export async function freshKeepers(): Promise<Keepers & { data: string; drop(): Promise<void> }> {
  const data = await mkdtemp(path.join(tmpdir(), "aqtalu-ledger-"));
  const keepers = await openKeepers({
    data,
    url: "http://aqtalu.test",
    logKey: null,
    logSigner: null,
    witnessDirectories: [path.join(data, "near"), path.join(data, "far")],
    httpWitnesses: [],
  });
  return { ...keepers, data, drop: () => rm(data, { recursive: true, force: true }) };
}

/** Gives every entry its place, signs the head and has it witnessed. */
export async function seal(db: Connection, keepers: Keepers): Promise<number> {
  const client = await db.pool.connect();
  try {
    const sequencer = await Sequencer.open(client, keepers.signer.key.name);
    while ((await sequencer.round()) > 0);
    const troubles: unknown[] = [];
    const publisher = await Publisher.open(db.pool, keepers, (_, fault) => void troubles.push(fault));
    await publisher.sign(sequencer.head());
    publisher.tell();
    await publisher.settle();
    if (troubles.length > 0) throw troubles[0];
    return sequencer.size;
  } finally {
    client.release();
  }
}

export async function check(db: Connection, keepers: Keepers, seen?: readonly string[]): Promise<Verdict> {
  const client = await db.pool.connect();
  try {
    return await verifyHistory(client, trustIn(keepers, seen));
  } finally {
    client.release();
  }
}

/** The verdict over a history that was sealed just now: for tests that made it and ask whether it is whole. */
export async function sealAndCheck(db: Connection): Promise<Verdict> {
  const keepers = await freshKeepers();
  try {
    await seal(db, keepers);
    return await check(db, keepers);
  } finally {
    await keepers.drop();
  }
}
