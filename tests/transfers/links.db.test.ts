import { describe, expect, test } from "vitest";
import { acceptProposal, dropProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { linkImport } from "@/lib/transfers/link-import";
import { readTransfer } from "@/lib/transfers/read";
import { readLink } from "@/lib/transfers/read-links";
import {
  acceptTransfer,
  announceTransfer,
  checkTransfer,
  receiveTransfer,
  returnTransfer,
} from "@/lib/transfers/write";
import { importNow, ownDataFolder, send, workOff } from "@/tests/intake/jobs";
import { sealAndCheck } from "@/tests/support/ledger";
import { announcementOf, archives, counts, openRoom } from "./room";

const room = openRoom();
ownDataFolder();
const intake = () => ({ pool: room.db.pool, clock: room.desk.clock });

async function received(more = {}, by: Actor = room.people.archivist): Promise<string> {
  const wanted = announcementOf(more);
  expect(await announceTransfer(room.desk, by, wanted)).toMatchObject({ ok: true });
  expect(await step("receive", wanted.id)).toMatchObject({ ok: true });
  return wanted.id;
}

function step(act: "receive" | "check" | "accept" | "return", id: string) {
  const { desk, people } = room;
  if (act === "receive") return receiveTransfer(desk, people.taker, { id, shown: 1, counts: counts(118, 5) });
  if (act === "check") return checkTransfer(desk, people.taker, { id, shown: 2, counts: counts(118, 5) });
  if (act === "accept") return acceptTransfer(desk, people.taker, { id, shown: 3 });
  return returnTransfer(desk, people.taker, { id, shown: 3, reasonCode: "other", reasonText: "Look again" });
}

let fonds = 200;
/** A list of three files of a fonds of its own. */
async function sent(by: Actor = room.people.taker): Promise<string> {
  fonds += 1;
  const rows = [1, 2, 3].map((nth) => `ЦЦ;${fonds};1;${nth}`).join("\n");
  const bytes = Buffer.from(`Архив;Фонд;Опись;Дело\n${rows}\n`);
  const id = await send(intake(), by, bytes, { name: `list ${fonds}.csv` });
  await workOff(intake());
  return id;
}

async function takeIn(id: string, by: Actor = room.people.taker): Promise<void> {
  const { summary } = await importNow(room.db, id);
  expect(await acceptProposal(intake(), by, { id, digest: summary!.digest })).toMatchObject({ ok: true });
  await workOff(intake());
  expect(await importNow(room.db, id)).toMatchObject({ state: "accepted" });
}

const link = (by: Actor, id: string, transferId: string | null) =>
  linkImport(room.desk, by, { id, transferId });
const refusedBy = (condition: string) => ({ ok: false, kind: "refusal", refusals: [{ condition }] });
const importsOf = async (id: string, by: Actor) => (await readTransfer(by, id, room.db.steady))?.imports;
const linkOf = (id: string, by: Actor) => readLink(by, id, room.db.steady);
const told = async () => {
  const { rows } = await room.db.pool.query<{ payload: unknown; actor: unknown }>(
    `select convert_from(bytes, 'UTF8')::jsonb->'payload' as payload, convert_from(bytes, 'UTF8')::jsonb->'actor' as actor
     from events where act = 'link_import' order by seq`,
  );
  return rows;
};

test("an import belongs to a transfer, which shows what of it has been taken in, to each what they may see", async () => {
  const { taker, taker2, auditor, archivist } = room.people;
  const id = await received();
  const first = await sent();
  expect(await linkOf(first, taker)).toMatchObject({ belongs: null, choices: [{ id, state: "received" }] });
  expect(await importsOf(id, taker)).toEqual({ listed: [], others: { count: 0, files: 0 }, files: 0 });
  expect(await link(taker, first, id)).toEqual({ ok: true, value: { id: first, transfers: [id] } });
  const listed = { id: first, fileName: `list ${fonds}.csv`, state: "open", files: 0 };
  expect(await importsOf(id, taker)).toMatchObject({ listed: [listed], files: 0 });
  await takeIn(first);
  const second = await sent(taker2);
  expect(await link(taker, second, id)).toMatchObject({ ok: true });
  const both = [
    { ...listed, state: "accepted", files: 3 },
    { id: second, state: "open", files: 0 },
  ];
  const none = { count: 0, files: 0 };
  expect(await importsOf(id, taker)).toMatchObject({ listed: both, others: none, files: 3 });
  for (const other of [auditor, archivist])
    expect(await importsOf(id, other)).toEqual({ listed: [], others: { count: 2, files: 3 }, files: 3 });
  expect(await linkOf(second, taker2)).toMatchObject({ belongs: { id }, choices: [{ id }] });
  for (const other of [auditor, archivist]) expect(await linkOf(second, other)).toBeNull();
});

test("each change is told once, with import and transfer, and the history holds", async () => {
  const { taker } = room.people;
  const [one, two] = [await received(), await received()];
  const id = await sent();
  await link(taker, id, one);
  expect(await link(taker, id, one)).toEqual({ ok: true, value: { id, transfers: [] } });
  expect(await link(taker, id, two)).toEqual({ ok: true, value: { id, transfers: [one, two] } });
  expect(await link(taker, id, null)).toEqual({ ok: true, value: { id, transfers: [two] } });
  const entries = await told();
  expect(entries.map(({ payload }) => payload)).toMatchObject([
    {
      work: "link_import",
      article: "P26",
      about: { import: id, transfer: one },
      facts: { from: null, to: one },
    },
    { about: { import: id, transfer: two }, facts: { from: one, to: two, file: `list ${fonds}.csv` } },
    { about: { import: id, transfer: two }, facts: { from: two, to: null } },
  ]);
  expect(entries[0]!.actor).toMatchObject({ id: taker.accountId, body: archives.centre });
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("until the transfer is accepted: then what belongs to it stays, and more may still be added", async () => {
  const { taker } = room.people;
  const [id, other] = [await received(), await received()];
  const [early, late] = [await sent(), await sent()];
  await link(taker, early, id);
  await step("check", id);
  expect(await link(taker, early, other)).toMatchObject({ ok: true });
  expect(await link(taker, early, id)).toMatchObject({ ok: true });
  await step("accept", id);
  for (const away of [null, other])
    expect(await link(taker, early, away)).toMatchObject(refusedBy("stillOpen"));
  expect(await link(taker, early, id)).toMatchObject({ ok: true });
  expect(await linkOf(early, taker)).toMatchObject({ belongs: { id, state: "accepted" }, choices: [] });
  expect(await link(taker, late, id)).toMatchObject({ ok: true });
  const refusals = (await told()).filter(({ payload }) => (payload as { kind: string }).kind === "refusal");
  expect(refusals).toMatchObject([{ payload: { about: { import: early } } }, {}]);
});

test("one that went back keeps what belongs to it, and none is added until it is received again", async () => {
  const { taker } = room.people;
  const id = await received();
  const [there, more] = [await sent(), await sent()];
  await link(taker, there, id);
  await step("check", id);
  await step("return", id);
  expect(await linkOf(there, taker)).toMatchObject({ belongs: { id, state: "returned" }, choices: [{ id }] });
  expect(await linkOf(more, taker)).toBeNull();
  expect(await link(taker, more, id)).toMatchObject(refusedBy("cameIn"));
  expect(await link(taker, there, null)).toMatchObject({ ok: true });
});

describe("refused", () => {
  test("to whoever may not, and what they may not see answers as what is not there", async () => {
    const { taker, archivist, outsider, secretary1, both } = room.people;
    const [id, elsewhere] = [await received(), announcementOf({ toId: archives.third })];
    await announceTransfer(room.desk, archivist, elsewhere);
    const mine = await sent();
    expect(await link(secretary1, mine, id)).toMatchObject(refusedBy("heldRole"));
    for (const other of [archivist, outsider]) {
      const closed = await link(other, mine, id);
      expect(closed).toEqual(await link(other, newId(), id));
      expect(closed).toMatchObject(refusedBy("importThere"));
    }
    const [closed, nothing] = [await link(taker, mine, elsewhere.id), await link(taker, mine, newId())];
    expect(closed).toEqual(nothing);
    expect(closed).toMatchObject(refusedBy("transferThere"));
    const theirs = await sent(archivist);
    expect(await link(archivist, theirs, id)).toMatchObject(refusedBy("ofItsArchive"));
    expect(await linkOf(theirs, archivist)).toBeNull();
    const own = await received({}, both);
    expect(await link(both, mine, own)).toMatchObject(refusedBy("notAnnouncer"));
    expect((await linkOf(mine, both))!.choices).toMatchObject([{ id }]);
    expect(await link(both, mine, id)).toMatchObject({ ok: true });
  });

  test("of one that was declined, which the transfer shows no more", async () => {
    const { taker } = room.people;
    const id = await received();
    const [before, after] = [await sent(), await sent()];
    await link(taker, before, id);
    for (const one of [before, after]) await dropProposal(intake(), taker, one);
    expect(await link(taker, after, id)).toMatchObject(refusedBy("importThere"));
    expect(await linkOf(before, taker)).toBeNull();
    expect(await importsOf(id, taker)).toMatchObject({ listed: [], files: 0 });
  });

  test("by the database itself", async () => {
    const { taker, archivist } = room.people;
    const [id, announced] = [await received(), announcementOf()];
    await announceTransfer(room.desk, archivist, announced);
    const one = await sent();
    const set = (transfer: string | null) =>
      room.db.pool.query("update import_proposals set transfer_id = $2 where id = $1", [one, transfer]).then(
        () => "let in",
        ({ constraint }: { constraint: string }) => constraint,
      );
    expect(await set(announced.id)).toBe("transfers_guarded");
    expect(await set(newId())).toBe("transfers_guarded");
    await link(taker, one, id);
    await step("check", id);
    await step("accept", id);
    expect(await set(null)).toBe("transfers_guarded");
    expect(await set(id)).toBe("let in");
  });
});

test("files are counted once: what an earlier import has brought is nothing that the next one brings", async () => {
  const { taker } = room.people;
  const id = await received();
  const one = await sent();
  await link(taker, one, id);
  await takeIn(one);
  const again = await send(
    intake(),
    taker,
    Buffer.from(`Архив;Фонд;Опись;Дело\n${[1, 2, 3, 4].map((nth) => `ЦЦ;${fonds};1;${nth}`).join("\n")}\n`),
    { name: "again.csv" },
  );
  await workOff(intake());
  await link(taker, again, id);
  await takeIn(again);
  expect(await importsOf(id, taker)).toMatchObject({ listed: [{ files: 3 }, { files: 1 }], files: 4 });
});

test("an import and the acceptance of its transfer at the same time leave one of two orders", async () => {
  const { taker, taker2 } = room.people;
  const id = await received();
  const one = await sent();
  await link(taker, one, id);
  await step("check", id);
  const [accepted, away] = await Promise.all([step("accept", id), link(taker2, one, null)]);
  expect(accepted).toMatchObject({ ok: true });
  const belongs = (await linkOf(one, taker))?.belongs?.id ?? null;
  expect(belongs).toBe(away.ok ? null : id);
});
