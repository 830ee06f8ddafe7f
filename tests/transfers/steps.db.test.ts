import { expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { readTransfer } from "@/lib/transfers/read";
import { statementOf } from "@/lib/transfers/statement";
import {
  acceptTransfer,
  announceAgain,
  announceTransfer,
  checkTransfer,
  receiveTransfer,
  returnTransfer,
  withdrawTransfer,
} from "@/lib/transfers/write";
import { hashOf } from "@/lib/ledger/canonical";
import { sealAndCheck } from "@/tests/support/ledger";
import { announcementOf, archives, counts, openRoom } from "./room";

const room = openRoom();

const announced = async (more = {}, by: Actor = room.people.archivist): Promise<string> => {
  const wanted = announcementOf(more);
  expect(await announceTransfer(room.desk, by, wanted)).toEqual({ ok: true, value: { id: wanted.id } });
  return wanted.id;
};
const take = {
  receive: (by: Actor, id: string, shown = 1, files = [120, 5]) =>
    receiveTransfer(room.desk, by, { id, shown, counts: counts(...files) }),
  check: (by: Actor, id: string, shown = 2, files = [118, 5]) =>
    checkTransfer(room.desk, by, { id, shown, counts: counts(...files) }),
  accept: (by: Actor, id: string, shown = 3) => acceptTransfer(room.desk, by, { id, shown }),
  return: (by: Actor, id: string, shown = 3) =>
    returnTransfer(room.desk, by, {
      id,
      shown,
      reasonCode: "missing",
      reasonText: "Two files are not there",
    }),
  withdraw: (by: Actor, id: string, shown = 1) =>
    withdrawTransfer(room.desk, by, { id, shown, reasonCode: "other", reasonText: "Announced by mistake" }),
};
const again = (by: Actor, id: string, shown: number) => {
  const { title, basis, due, items } = announcementOf();
  return announceAgain(room.desk, by, {
    id,
    shown,
    title,
    basis,
    due,
    items: items.map((one) => ({ ...one, files: one.files - 1 })),
  });
};
const refusedBy = (condition: string) => ({ ok: false, kind: "refusal", refusals: [{ condition }] });
const pageOf = async (id: string, by: Actor = room.people.taker) =>
  (await readTransfer(by, id, room.db.steady))!;
const told = async () => {
  const { rows } = await room.db.pool.query<{
    payload: { kind: string; work?: string; act?: string; facts?: Record<string, unknown> };
  }>("select convert_from(bytes, 'UTF8')::jsonb->'payload' as payload from events order by seq");
  return rows.map(({ payload }) => payload);
};

test("announced, received, returned with reasons, announced again and accepted: each step is told once", async () => {
  const { archivist, archivist2, taker, taker2 } = room.people;
  const id = await announced();
  expect(await take.receive(taker, id)).toMatchObject({ ok: true });
  expect(await take.check(taker2, id)).toMatchObject({ ok: true });
  expect(await take.return(taker, id)).toMatchObject({ ok: true });
  expect(await again(archivist2, id, 4)).toMatchObject({ ok: true });
  expect(await take.receive(taker, id, 5, [119, 4])).toMatchObject({ ok: true });
  expect(await take.check(taker, id, 6, [119, 4])).toMatchObject({ ok: true });
  expect(await take.accept(taker2, id, 7)).toMatchObject({ ok: true });

  const page = await pageOf(id);
  expect(page.transfer).toMatchObject({ state: "accepted", version: 2, ownNumber: null });
  expect(page.transfer.steps.map(({ act, version, by }) => [act, version, by.name])).toEqual([
    ["announce", 1, archivist.name],
    ["receive", 1, "taker"],
    ["check", 1, "taker2"],
    ["return", 1, "taker"],
    ["announce", 2, archivist2.name],
    ["receive", 2, "taker"],
    ["check", 2, "taker"],
    ["accept", 2, "taker2"],
  ]);
  expect(page.transfer.steps[3]!.reason).toEqual({ code: "missing", text: "Two files are not there" });
  expect(page.now.items.map(({ files }) => files)).toEqual([119, 4]);
  expect(page.before[0]!.items.map(({ files }) => files)).toEqual([120, 5]);
  expect(page.lines.map(({ counted, differs }) => [counted!.files, differs])).toEqual([
    [119, { files: 0, sheets: 0, materials: null }],
    [4, { files: 0, sheets: null, materials: null }],
  ]);

  const entries = await told();
  expect(entries.map(({ work }) => work)).toEqual([
    ...["announce_transfer", "receive_transfer", "check_transfer", "return_transfer"],
    ...["announce_transfer", "receive_transfer", "check_transfer", "accept_transfer"],
  ]);
  expect(entries.map(({ facts }) => `${facts!.from as string} ${facts!.to as string}`).slice(3, 5)).toEqual([
    "checked returned",
    "returned announced",
  ]);
  expect(entries.map(({ facts }) => facts!.sha256)).toEqual(page.transfer.steps.map(({ hash }) => hash));
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("the hash of every step can be made again from what the tables say", async () => {
  const id = await announced({ ownNumber: "17/2026" });
  await take.receive(room.people.taker, id);
  await take.check(room.people.taker, id);
  await take.return(room.people.taker, id);
  const { transfer } = await pageOf(id);
  for (const step of transfer.steps) {
    const said = transfer.versions.find(({ version }) => version === step.version)!;
    const sides = { ...transfer, fromId: transfer.from.id, toId: transfer.to.id };
    expect(hashOf(statementOf({ transfer: sides, said, step: { ...step, by: step.by.id } }))).toBe(step.hash);
  }
  expect(transfer.steps).toHaveLength(4);
});

test("the form sent twice is one transfer, and another content under the same id is none", async () => {
  const wanted = announcementOf();
  const send = (more = {}) => announceTransfer(room.desk, room.people.archivist, { ...wanted, ...more });
  expect(await send()).toEqual({ ok: true, value: { id: wanted.id } });
  expect(await send()).toEqual({ ok: true, value: { id: wanted.id } });
  expect(await send({ title: "Something else" })).toMatchObject(refusedBy("stepShown"));
  const { transfer } = await pageOf(wanted.id);
  expect(transfer.steps).toHaveLength(1);
  expect((await told()).filter(({ kind }) => kind === "work")).toHaveLength(1);
});

test("many at once: one is received once, and one announcement is one transfer", async () => {
  const wanted = announcementOf();
  const sent = await Promise.all(
    Array.from({ length: 6 }, () => announceTransfer(room.desk, room.people.archivist, wanted)),
  );
  expect(sent.every(({ ok }) => ok)).toBe(true);
  const tried = await Promise.all(
    Array.from({ length: 8 }, (_, n) =>
      take.receive(n % 2 ? room.people.taker : room.people.taker2, wanted.id),
    ),
  );
  expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
  for (const one of tried.filter(({ ok }) => !ok)) expect(one).toMatchObject(refusedBy("stepShown"));
  expect((await told()).filter(({ work }) => work === "receive_transfer")).toHaveLength(1);
  expect((await pageOf(wanted.id)).transfer.steps).toHaveLength(2);
  expect((await sealAndCheck(room.db)).faults).toEqual([]);
});

test("accepting and returning at once: one of them", async () => {
  const id = await announced();
  await take.receive(room.people.taker, id);
  await take.check(room.people.taker, id);
  const both = await Promise.all([take.accept(room.people.taker, id), take.return(room.people.taker2, id)]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect((await pageOf(id)).transfer.steps).toHaveLength(4);
});

test("who announced it, in whatever version, has no part on the other side", async () => {
  const { both, taker, archivist } = room.people;
  const id = await announced({}, both);
  expect(await take.receive(both, id)).toMatchObject(refusedBy("notAnnouncer"));
  await take.receive(taker, id);
  await take.check(taker, id);
  expect(await take.return(both, id)).toMatchObject(refusedBy("notAnnouncer"));
  await take.return(taker, id);
  expect(await again(archivist, id, 4)).toMatchObject({ ok: true });
  expect(await take.receive(both, id, 5)).toMatchObject(refusedBy("notAnnouncer"));
  await take.receive(taker, id, 5);
  await take.check(taker, id, 6);
  expect(await take.accept(both, id, 7)).toMatchObject(refusedBy("notAnnouncer"));
  // The same person takes over what somebody else announced.
  const other = await announced();
  expect(await take.receive(both, other)).toMatchObject({ ok: true });
});

test("each side takes its own steps", async () => {
  const { archivist, archivist2, taker } = room.people;
  const id = await announced();
  expect(await take.receive(archivist2, id)).toMatchObject(refusedBy("ofItsArchive"));
  expect(await take.withdraw(taker, id)).toMatchObject(refusedBy("ofItsArchive"));
  expect(await announceTransfer(room.desk, taker, announcementOf())).toMatchObject(refusedBy("ofItsArchive"));
  expect(
    await announceTransfer(room.desk, archivist, announcementOf({ toId: archives.archive })),
  ).toMatchObject(refusedBy("twoArchives"));
  expect(await announceTransfer(room.desk, archivist, announcementOf({ toId: newId() }))).toEqual({
    ok: false,
    kind: "input",
    fields: { toId: "invalid" },
  });
  expect(await take.withdraw(archivist2, id)).toMatchObject({ ok: true });
});

test("a step out of turn, and on a page that is no longer so, is refused and told", async () => {
  const { archivist, taker } = room.people;
  const id = await announced();
  expect(await take.check(taker, id, 1)).toMatchObject(refusedBy("atThisState"));
  expect(await take.accept(taker, id, 1)).toMatchObject(refusedBy("atThisState"));
  expect(await take.return(taker, id, 1)).toMatchObject(refusedBy("atThisState"));
  expect(await again(archivist, id, 1)).toMatchObject(refusedBy("atThisState"));
  expect(await take.receive(taker, id, 0)).toMatchObject(refusedBy("stepShown"));
  expect(await take.receive(taker, id)).toMatchObject({ ok: true });
  expect(await take.withdraw(archivist, id, 2)).toMatchObject(refusedBy("atThisState"));
  const refusals = (await told()).filter(({ kind }) => kind === "refusal");
  expect(refusals.map(({ act }) => act)).toEqual([
    ...["check_transfer", "accept_transfer", "return_transfer", "announce_transfer", "receive_transfer"],
    "withdraw_transfer",
  ]);
});

test("ends are ends: nothing follows on accepted or withdrawn; a returned one is withdrawn as well", async () => {
  const { archivist, taker } = room.people;
  const gone = await announced();
  await take.withdraw(archivist, gone);
  expect(await take.receive(taker, gone, 2)).toMatchObject(refusedBy("atThisState"));
  expect(await again(archivist, gone, 2)).toMatchObject(refusedBy("atThisState"));
  const back = await announced();
  await take.receive(taker, back);
  await take.check(taker, back);
  await take.return(taker, back);
  expect(await take.withdraw(archivist, back, 4)).toMatchObject({ ok: true });
  const kept = await announced();
  await take.receive(taker, kept);
  await take.check(taker, kept);
  await take.accept(taker, kept);
  expect(await take.return(taker, kept, 4)).toMatchObject(refusedBy("atThisState"));
});

test("everything is counted, each item once, or nothing is written", async () => {
  const { taker } = room.people;
  const id = await announced();
  const receive = (given: ReturnType<typeof counts>) =>
    receiveTransfer(room.desk, taker, { id, shown: 1, counts: given });
  const wrong = { ok: false, kind: "input", fields: { counts: "invalid" } };
  expect(await receive(counts(120))).toEqual(wrong);
  expect(await receive([...counts(120, 5), ...counts(1)])).toEqual(wrong);
  expect(await receive(counts(120, 5).toReversed())).toEqual(wrong);
  expect((await pageOf(id)).transfer.steps).toHaveLength(1);
  expect(await receive(counts(0, 0))).toMatchObject({ ok: true });
});
