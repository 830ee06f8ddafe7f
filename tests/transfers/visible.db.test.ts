import { expect, test } from "vitest";
import { loadBacklog } from "@/lib/store/backlog";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { readAnnounceForm, readTotals, readTransfer, readTransfers } from "@/lib/transfers/read";
import {
  acceptTransfer,
  announceAgain,
  announceTransfer,
  checkTransfer,
  receiveTransfer,
  returnTransfer,
  withdrawTransfer,
} from "@/lib/transfers/write";
import { announcementOf, archives, counts, openRoom } from "./room";

const room = openRoom();
const announce = async (more = {}) => {
  const wanted = announcementOf(more);
  expect(await announceTransfer(room.desk, room.people.archivist, wanted)).toMatchObject({ ok: true });
  return wanted.id;
};

test("both sides, the commission and the auditor see it; for everybody else there is none", async () => {
  const id = await announce();
  const { people, db } = room;
  for (const name of [
    "archivist2",
    "taker",
    "both",
    "secretary1",
    "member1",
    "chair",
    "deputy",
    "auditor",
  ] as const) {
    expect(await readTransfer(people[name], id, db.steady), name).not.toBeNull();
    expect((await readTransfers(people[name], {}, db.pool))?.rows, name).toHaveLength(1);
  }
  for (const name of ["outsider", "expert", "head", "interior", "regional", "administrator"] as const)
    expect(await readTransfer(people[name], id, db.steady), name).toBeNull();
  for (const name of ["expert", "head", "interior", "regional", "administrator"] as const) {
    expect(await readTransfers(people[name], {}, db.pool), name).toBeNull();
    expect(await readTotals(people[name], null, db.pool), name).toBeNull();
    expect(await readAnnounceForm(people[name], db.steady), name).toBeNull();
  }
  const list = await readTransfers(people.outsider, {}, db.pool);
  expect(list).toEqual({ rows: [], counts: [], archives: [], next: null });
  expect((await readTotals(people.outsider, null, db.pool))!.totals).toEqual([]);
});

test("what an archivist may not see answers as what is not there, and nothing is told of it", async () => {
  const id = await announce();
  const count = async () => (await room.db.pool.query("select from events")).rowCount;
  const before = await count();
  const tried = (of: string) =>
    receiveTransfer(room.desk, room.people.outsider, { id: of, shown: 1, counts: counts(120, 5) });
  const [closed, nothing] = [await tried(id), await tried(newId())];
  expect(closed).toEqual(nothing);
  expect(closed).toMatchObject({ ok: false, refusals: [{ condition: "transferThere" }] });
  expect(await count()).toBe(before);
  // Without the office nothing is looked at, and the try is told.
  expect(
    await receiveTransfer(room.desk, room.people.secretary1, { id, shown: 1, counts: counts(120, 5) }),
  ).toMatchObject({ refusals: [{ condition: "heldRole" }] });
  expect(await count()).toBe(before! + 1);
});

test("the list is filtered by state and archive, and says how many there are of each state", async () => {
  const { taker, archivist, auditor } = room.people;
  const first = await announce();
  const second = await announce();
  await announce({ toId: archives.third });
  await receiveTransfer(room.desk, taker, { id: first, shown: 1, counts: counts(118, 5) });
  await withdrawTransfer(room.desk, archivist, {
    id: second,
    shown: 1,
    reasonCode: "other",
    reasonText: "Mistake",
  });
  const list = async (filter: Parameters<typeof readTransfers>[1], who = auditor) =>
    (await readTransfers(who, filter, room.db.pool))!;
  expect((await list({})).rows.map(({ state }) => state)).toEqual(["announced", "withdrawn", "received"]);
  expect((await list({ state: "received" })).rows).toMatchObject([
    { id: first, planned: 125, received: 123 },
  ]);
  expect((await list({ archive: archives.third })).rows).toMatchObject([
    { state: "announced", received: null },
  ]);
  const counted = (await list({})).counts.map(({ state, count }) => `${state} ${count}`).toSorted();
  expect(counted).toEqual(["announced 1", "received 1", "withdrawn 1"]);
  expect((await list({}, taker)).rows).toHaveLength(2);
});

test("totals by fonds: planned, to come, counted, accepted; what was withdrawn counts in nothing", async () => {
  const { taker, archivist } = room.people;
  const done = await announce();
  await receiveTransfer(room.desk, taker, { id: done, shown: 1, counts: counts(120, 5) });
  await checkTransfer(room.desk, taker, { id: done, shown: 2, counts: counts(118, 5) });
  await acceptTransfer(room.desk, taker, { id: done, shown: 3 });
  const half = await announce();
  await receiveTransfer(room.desk, taker, { id: half, shown: 1, counts: counts(121, 5) });
  await announce();
  const gone = await announce();
  await withdrawTransfer(room.desk, archivist, {
    id: gone,
    shown: 1,
    reasonCode: "other",
    reasonText: "Mistake",
  });
  const { totals, takers } = (await readTotals(taker, archives.centre, room.db.pool))!;
  expect(takers.map(({ id }) => id)).toEqual([archives.centre]);
  expect(totals).toMatchObject([
    {
      ...{ fonds: "10", transfers: 3, planned: { files: 360, sheets: 10200, materials: 1680 } },
      ...{
        toCome: { files: 120 },
        due: { files: 240 },
        received: { files: 239, sheets: 6800, materials: null },
      },
      accepted: { files: 118 },
    },
    { fonds: "Р-2", planned: { files: 15, sheets: null }, received: { files: 10 }, accepted: { files: 5 } },
  ]);
  expect((await readTotals(taker, archives.third, room.db.pool))!.totals).toEqual([]);
});

test("files under the fonds that the person may see are counted, in whichever of the two archives", async () => {
  const id = await announce();
  const unit = async (
    level: string,
    parent: string | null,
    key: string,
    body: string,
    file?: { grade: string | null },
  ) => {
    const own = newId();
    await room.db.pool.query(
      `insert into units (id, parent_id, position, level, reference, title, ref_path, ref_key, body_id)
       values ($1, $2, 0, $3, $4, 't', $4, $4, $5)`,
      [own, parent, level, key, body],
    );
    if (file) await room.db.pool.query("insert into files (id, grade) values ($1, $2)", [own, file.grade]);
    return own;
  };
  const root = await unit("archive", null, "ap", archives.archive);
  const centre = await unit("archive", null, "rc|||", archives.centre);
  await unit("file", root, "ap|10|1|1", archives.archive, { grade: null });
  await unit("file", root, "ap|10|1|2", archives.archive, { grade: "secret" });
  await unit("file", root, "ap|100|1|1", archives.archive, { grade: null });
  await unit("file", centre, "rc|10|1|9", archives.centre, { grade: null });
  await unit("file", centre, "rc|р 2|1|9", archives.centre, { grade: null });
  const described = async (who: keyof typeof room.people) =>
    (await readTransfer(room.people[who], id, room.db.steady))!.described;
  expect(await described("archivist")).toEqual({ 1: 3, 2: 1 });
  await room.db.pool.query("update files set grade = null");
  expect(await described("auditor")).toEqual({ 1: 3, 2: 1 });
});

test("what waits for somebody is counted for them, and listed", async () => {
  const { people, db, desk } = room;
  const id = await announce();
  const waiting = async (name: keyof typeof people) => {
    const actor = people[name];
    const { transfers } = await loadBacklog(db.pool, actor, await loadReach(db.pool, actor));
    const list = await readTransfers(actor, { waitsFor: actor.accountId }, db.pool);
    expect(list?.rows.length ?? 0, name).toBe(transfers);
    return transfers;
  };
  expect([await waiting("taker"), await waiting("both"), await waiting("archivist")]).toEqual([1, 1, 0]);
  expect([await waiting("outsider"), await waiting("auditor"), await waiting("expert")]).toEqual([0, 0, 0]);
  await receiveTransfer(desk, people.taker, { id, shown: 1, counts: counts(120, 5) });
  await checkTransfer(desk, people.taker, { id, shown: 2, counts: counts(120, 5) });
  await returnTransfer(desk, people.taker, { id, shown: 3, reasonCode: "other", reasonText: "Look again" });
  expect([await waiting("taker"), await waiting("both"), await waiting("archivist")]).toEqual([0, 1, 1]);
  const { title, basis, due, items } = announcementOf();
  await announceAgain(desk, people.both, { id, shown: 4, title, basis, due, items });
  expect([await waiting("taker"), await waiting("both")]).toEqual([1, 0]);
});

test("an archive gives its number once", async () => {
  await announce({ ownNumber: "17/2026" });
  const second = announcementOf({ ownNumber: "17/2026" });
  expect(await announceTransfer(room.desk, room.people.archivist, second)).toEqual({
    ok: false,
    kind: "input",
    fields: { ownNumber: "numberTaken" },
  });
  expect(await readTransfer(room.people.archivist, second.id, room.db.steady)).toBeNull();
  await announce({ ownNumber: "18/2026" });
});
