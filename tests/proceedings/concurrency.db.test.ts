import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { perform, type Result } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { cast, person, type Cast } from "@/tests/support/people";
import { noConflicts } from "@/tests/support/records";

let base: TestDatabase;
let db: Connection;
let people: Cast;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl, { max: 16 });
  people = await cast(db);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

async function signAll(actors: readonly Actor[], proceeding: string, key?: string): Promise<Result[]> {
  const { desk, shown } = office(db);
  const there = await shown(proceeding);
  const orders = actors.map((): Order => ({
    key: key ?? newId(),
    requests: [{ act: "sign", proceeding, ...there }],
    said: { text: "I sign", method: "password", register: false },
  }));
  return Promise.all(actors.map(async (actor, i) => (await perform(desk, actor, orders[i]!))[0]!));
}

const live = (proceeding: string) =>
  db.prisma.signatures.findMany({
    where: { proceeding_id: proceeding, void_at: null, slot: { startsWith: "member" } },
  });
const refusedAs = (results: readonly Result[]): string[] =>
  results.flatMap((r) => (!r.ok && "refusal" in r ? r.refusal.condition : []));

describe("many at once", () => {
  test("64 sign-offs by one member: one signature, one entry", async () => {
    const { proceeding } = await atSigning(db, people);
    const results = await signAll(
      Array.from({ length: 64 }, () => people.member1),
      proceeding,
    );
    expect(results.filter((r) => r.ok)).toHaveLength(1);
    expect(new Set(refusedAs(results))).toEqual(new Set(["oneSlotEach"]));
    expect(await live(proceeding)).toHaveLength(1);
    expect(
      await db.prisma.events.count({ where: { proceeding_id: proceeding, act: "sign", refused: false } }),
    ).toBe(1);
  });

  test("64 times the same key: one signature, and everybody gets the first answer", async () => {
    const { proceeding } = await atSigning(db, people);
    const results = await signAll(
      Array.from({ length: 64 }, () => people.member1),
      proceeding,
      newId(),
    );
    expect(results.every((r) => r.ok)).toBe(true);
    expect(new Set(results.map((r) => r.ok && r.signature)).size).toBe(1);
    expect(await live(proceeding)).toHaveLength(1);
  });

  test("the same key with another body is refused", async () => {
    const { proceeding } = await atSigning(db, people);
    const { desk, shown } = office(db);
    const order = (basis: string, there: object): Order => ({
      key: "once",
      requests: [{ act: "sign", proceeding, basis, ...there }],
      said: { text: "I sign", method: "password", register: false },
    });
    const there = await shown(proceeding);
    expect((await perform(desk, people.member1, order("a", there)))[0]).toMatchObject({ ok: true });
    await expect(perform(desk, people.member1, order("b", there))).rejects.toMatchObject({ keyReused: true });
  });

  test("64 members: each slot once, the rest refused as slot taken", async () => {
    const { proceeding, kase } = await atSigning(db, people);
    const members: Actor[] = [];
    for (let i = 0; i < 64; i++)
      members.push(await person(db, `m${i}-${newId().slice(-8)}`, "member", "commission"));
    await noConflicts(db, members, [kase]);
    const results = await signAll(members, proceeding);
    expect(results.filter((r) => r.ok)).toHaveLength(2);
    expect(refusedAs(results)).toEqual(Array.from({ length: 62 }, () => "slotFree"));
    expect((await live(proceeding)).map((s) => s.slot).sort()).toEqual(["member:1", "member:2"]);
  });

  test("two files that share a case, decided at the same time: the case moves once", async () => {
    const { sharedCase, proceedings } = await atSigning.two(db, people);
    const { act } = office(db);
    await Promise.all(
      proceedings.map((proceeding) => act(people.chair, { act: "sign", proceeding, basis: "decree" })),
    );
    expect(await db.prisma.cases.findUniqueOrThrow({ where: { id: sharedCase } })).toMatchObject({
      stage: "declassified",
    });
    expect(await db.prisma.events.count({ where: { case_id: sharedCase, act: "stage" } })).toBe(1);
  });
});

describe("what the database refuses by itself", () => {
  test("a stage without a decision", async () => {
    const { kase } = await atSigning(db, people);
    await expect(
      db.pool.query("update cases set stage = 'declassified' where id = $1", [kase]),
    ).rejects.toMatchObject({
      constraint: "cases_stage_law",
    });
    await expect(
      db.pool.query("update cases set stage = 'rehabilitated', outcome = 'full' where id = $1", [kase]),
    ).rejects.toMatchObject({ constraint: "cases_stage_law" });
  });

  test("rewriting history: permission denied to the application's role", async () => {
    for (const sql of [
      "update events set act = 'x'",
      "delete from events",
      "truncate events",
      "update dossiers set hash = 'x'",
    ]) {
      await expect(db.pool.query(sql)).rejects.toMatchObject({ code: "42501" });
    }
  });

  test("a signature by an author, and two in one slot", async () => {
    const { proceeding } = await atSigning(db, people);
    const [held] = await db.prisma.signatures.findMany({ where: { proceeding_id: proceeding } });
    const copy = { ...held!, id: newId(), account_id: people.expert.accountId, slot: "member:1" };
    await expect(db.prisma.signatures.create({ data: copy })).rejects.toThrow(/author of a version/);
    const second = { ...held!, id: newId(), account_id: people.member3.accountId };
    await expect(db.prisma.signatures.create({ data: second })).rejects.toThrow(/Unique constraint/);
  });
});
