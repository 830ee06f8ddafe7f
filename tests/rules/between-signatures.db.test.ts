import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { proposeRuleSet } from "@/lib/rules/write";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { sealAndCheck } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { cast, person, type Cast } from "@/tests/support/people";
import { bringIntoForce, deskOf, terms } from "@/tests/support/rules";

let database: TestDatabase;
let db: Connection;
let people: Cast;
let admins: [Actor, Actor];
let proceeding: string;

beforeEach(async () => {
  database = await freshDatabase();
  db = connect(database.appUrl);
  people = await cast(db);
  admins = [people.administrator, await person(db, "second", "administrator", "office")];
  ({ proceeding } = await atSigning(db, people));
});
afterEach(async () => {
  await db.close();
  await database.drop();
});

const signed = async () => {
  const rows = await db.prisma.signatures.findMany({
    where: {
      proceeding_id: proceeding,
      void_at: null,
      slot: { in: ["chair", "member:1", "member:2", "member:3"] },
    },
    orderBy: { at: "asc" },
  });
  return rows.map(({ slot, rules }) => [slot, rules]);
};
const basis = { basis: "decree" };

// Each act is judged by the rules of its own moment: what was signed stays signed, what is left to sign is counted anew.
test("more members than before: the chair waits for them, and what was signed stays", async () => {
  const { act, done } = office(db);
  await done(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  expect(await bringIntoForce(deskOf(db), admins, { members: 3 })).toBe(2);

  expect(await act(people.chair, { act: "sign", proceeding, ...basis })).toMatchObject({
    ok: false,
    refusal: { article: "D11", condition: "membersFilled" },
  });
  await done(people.member3, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, ...basis });
  expect(await signed()).toEqual([
    ["member:1", 1],
    ["member:2", 1],
    ["member:3", 2],
    ["chair", 2],
  ]);
  expect(await db.prisma.decisions.findFirstOrThrow()).toMatchObject({ result: "granted", rules: 2 });
  expect((await sealAndCheck(db)).faults).toEqual([]);
});

test("fewer members than before: who signed already is enough, and nobody more is let in", async () => {
  const { act, done } = office(db);
  await bringIntoForce(deskOf(db), admins, { members: 3 });
  await done(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  expect(await act(people.chair, { act: "sign", proceeding, ...basis })).toMatchObject({ ok: false });
  await bringIntoForce(deskOf(db), admins, { members: 2 });

  expect(await act(people.member3, { act: "sign", proceeding })).toMatchObject({
    ok: false,
    refusal: { condition: "slotFree" },
  });
  await done(people.chair, { act: "sign", proceeding, ...basis });
  expect(await signed()).toEqual([
    ["member:1", 2],
    ["member:2", 2],
    ["chair", 3],
  ]);
  expect((await sealAndCheck(db)).faults).toEqual([]);
});

test("a proposal judges nothing", async () => {
  const { done } = office(db);
  expect((await proposeRuleSet(deskOf(db), admins[0], terms({ members: 5 }))).ok).toBe(true);
  for (const member of [people.member1, people.member2]) await done(member, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, ...basis });
  expect(await db.prisma.decisions.findFirstOrThrow()).toMatchObject({ rules: 1 });
});
