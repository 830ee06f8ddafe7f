import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "@/lib/store/id";
import { saveAccess, saveSecrecy } from "@/lib/units/perform-spans";
import { bodies } from "@/tests/support/people";
import { aFile } from "@/tests/support/records";
import { atSigning, openWorld, refusalOf, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const open = { access: "open", accessBasis: null, closedUntil: null } as const;
const closed = { access: "closed", accessBasis: "75 лет", closedUntil: "2037-01-01" } as const;
const redacted = { access: "redacted", accessBasis: "личные данные", closedUntil: null } as const;
const lifted = {
  secrecy: "lift",
  grade: "secret",
  ownerId: bodies.interior,
  basis: "basis",
  reviewDate: null,
} as const;
const kept = { ...lifted, secrecy: "keep", reviewDate: "2030-01-01" } as const;

test("neither a gap nor an overlap, by the screen's way or by raw SQL", async () => {
  const { db, desk, people } = world;
  const fileId = await aFile(db);
  const { file } = await world.shown(fileId);
  const send = (...places: [number, number][]) => {
    const spans = places.map(([from, to]) => ({ from, to, answer: open }));
    return saveAccess(desk, people.archivist, { fileId, version: file.version, spans });
  };
  expect(await send([0, 8], [10, 19])).toMatchObject(refusalOf("spansBroken"));
  expect(await send([0, 10], [10, 19])).toMatchObject(refusalOf("spansBroken"));
  expect(await send([0, 21])).toMatchObject(refusalOf("spansBroken"));
  const insert = "insert into spans (id, file_id, from_pos, to_pos) values ($1, $2, $3, $4)";
  await expect(db.pool.query(insert, [newId(), fileId, 3, 4])).rejects.toThrow(/spans_never_overlap|cover/);
  await expect(db.pool.query(insert, [newId(), fileId, 20, 21])).rejects.toThrow(/cover/);
  const shrink = "update spans set to_pos = 10 where file_id = $1";
  await expect(db.pool.query(shrink, [fileId])).rejects.toThrow(/cover/);
  const recount = "update files set leaf_count = 11 where id = $1";
  await expect(db.pool.query(recount, [fileId])).rejects.toThrow(/cover/);
  await expect(db.pool.query("delete from spans where file_id = $1", [fileId])).rejects.toThrow(/lost/);
  expect(await send([0, 9], [10, 19])).toMatchObject(refusalOf("same"));
});

test("access by ranges, each change once in the history; a late editor is told what is there", async () => {
  const { db, desk, people } = world;
  const fileId = await aFile(db);
  const { file } = await world.shown(fileId);
  const spans = [
    { from: 0, to: 3, answer: open },
    { from: 4, to: 7, answer: closed },
    { from: 8, to: 19, answer: open },
  ];
  const wanted = { fileId, version: file.version, spans };
  expect(await saveAccess(desk, people.archivist, wanted)).toMatchObject({ ok: true });
  expect((await world.shown(fileId)).file.spans).toMatchObject([
    { from: 0, to: 3, access: "open", secrecy: "lift" },
    { from: 4, to: 7, access: "closed", closedUntil: "2037-01-01", secrecy: "lift" },
    { from: 8, to: 19, access: "open" },
  ]);
  const whole = [{ from: 0, to: 19, answer: open }];
  const late = await saveAccess(desk, people.archivist2, { ...wanted, spans: whole });
  expect(late).toMatchObject({ refusals: [{ condition: "stale", now: [{ what: "3–4", value: "closed" }] }] });
  const { rows } = await db.pool.query<{ changes: unknown[] }>(
    `select convert_from(bytes, 'UTF8')::jsonb #> '{payload,facts,changes}' as changes from events
     where file_id = $1 and act = 'answer_access' and not refused`,
    [fileId],
  );
  expect(rows).toEqual([{ changes: [expect.objectContaining({ what: "3–4" })] }]);
});

test("the assigned author alone divides them, at study; a changed proposal is one its owner has not answered", async () => {
  const { db, desk, people, act } = world;
  const fileId = await aFile(db);
  const spans = [
    { from: 0, to: 9, answer: lifted },
    { from: 10, to: 19, answer: kept },
  ];
  const wanted = { fileId, version: (await world.shown(fileId)).file.version, told: 0, spans };
  expect(await saveSecrecy(desk, people.expert, wanted)).toMatchObject(refusalOf("heldRole"));
  const proceeding = await act(people.archivist, {
    act: "open",
    subject: { kind: "declassification", id: fileId },
  });
  await act(people.head, { act: "assign_author", proceeding, assignee: people.expert.accountId });
  await db.prisma.spans.updateMany({ where: { file_id: fileId }, data: { owner_answer: "lift" } });
  expect(await saveSecrecy(desk, people.reader, wanted)).toMatchObject(refusalOf("heldRole"));
  expect(await saveSecrecy(desk, people.archivist, wanted)).toMatchObject(refusalOf("heldRole"));
  expect(await saveSecrecy(desk, people.expert, wanted)).toMatchObject({ ok: true });
  expect((await world.shown(fileId)).file.spans).toMatchObject([
    { secrecy: "lift", ownerAnswer: "lift", access: "open" },
    { secrecy: "keep", ownerAnswer: null, access: "open" },
  ]);
});

test("at signing access voids nothing, and cuts no range that signatures cover", async () => {
  const { db, desk, people } = world;
  const { fileId, proceeding } = await atSigning(world);
  const { file } = await world.shown(fileId);
  const send = (spans: { from: number; to: number; answer: typeof open | typeof redacted }[]) =>
    saveAccess(desk, people.archivist, { fileId, version: file.version, spans });
  const cut = await send([
    { from: 0, to: 9, answer: open },
    { from: 10, to: 19, answer: redacted },
  ]);
  expect(cut).toMatchObject(refusalOf("rangesFixed"));
  const whole = await send([{ from: 0, to: 19, answer: redacted }]);
  expect(whole).toMatchObject({ value: { voided: 0 } });
  const live = { proceeding_id: proceeding, void_at: null };
  expect(await db.prisma.signatures.count({ where: live })).toBe(3);
});

test("an answer that lacks its owner or its basis is refused with the sheets named", async () => {
  const { db, desk, people } = world;
  const fileId = await aFile(db);
  const { file } = await world.shown(fileId);
  const spans = [
    { from: 0, to: 3, answer: open },
    { from: 4, to: 19, answer: { ...closed, accessBasis: null } },
  ];
  const lacking = await saveAccess(desk, people.archivist, { fileId, version: file.version, spans });
  expect(lacking).toMatchObject({ refusals: [{ condition: "answerIncomplete", text: "3–10" }] });
});
