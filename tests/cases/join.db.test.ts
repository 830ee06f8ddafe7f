import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinCases, partCases } from "@/lib/cases/join";
import { mergePeople } from "@/lib/people/merge";
import type { Actor } from "@/lib/law/actor";
import { listHistory } from "@/lib/store/history";
import { listBeside } from "@/lib/store/case-joins";
import { loadDuplicates } from "@/lib/store/matters";
import { loadReach } from "@/lib/store/reach";
import { newId } from "@/lib/store/id";
import { everyRow, subjectTables } from "@/tests/support/every-row";
import { bodies } from "@/tests/support/people";
import { aCase, aDraft, aFile, noConflicts } from "@/tests/support/records";
import { openWorld, refusalOf, type World } from "@/tests/units/world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const personOf = async (caseId: string): Promise<string> =>
  (await world.db.prisma.cases.findUniqueOrThrow({ where: { id: caseId } })).person_id;

/** Two cases of one person, each with a file of its own: of these owners, or never secret. */
async function twice(...owners: string[]): Promise<{ a: string; b: string; files: string[] }> {
  const { db, desk, people } = world;
  const files: string[] = [];
  for (const nth of [0, 1])
    files.push(await aFile(db, owners[nth] ? { owner: owners[nth] } : { grade: null, owner: null }));
  const [a, b] = [await aCase(db, [files[0]!]), await aCase(db, [files[1]!])];
  await noConflicts(db, Object.values(people), [a, b]);
  const [person, other] = [await personOf(b), await personOf(a)];
  const merged = await mergePeople(desk, people.archivist, {
    personId: person,
    otherId: other,
    note: "one father",
  });
  if (!merged.ok) throw new Error(JSON.stringify(merged));
  return { a, b, files };
}

/** What was said of joins apart. */
const rowsNow = () => everyRow(world.db, [...subjectTables, "person_pairs"]);

const worksOn = async (caseId: string): Promise<unknown[]> => {
  const { rows } = await world.db.pool.query<{
    entry: { payload: Record<string, unknown>; actor: { name: string } };
  }>(
    "select convert_from(bytes, 'UTF8')::json as entry from events where case_id = $1 and act in ('join_cases', 'part_cases', 'withdraw') and not refused order by seq",
    [caseId],
  );
  return rows.map(({ entry: { payload, actor } }) => [
    payload.work ?? payload.act,
    payload.facts ?? null,
    actor.name,
  ]);
};

const join = (caseId: string, leadId: string, note = "one protocol, two files") => ({ caseId, leadId, note });

describe("the same episode, registered twice", () => {
  test("joining moves nothing; parting leaves every row as it was; both histories say who and why", async () => {
    const { db, desk, people } = world;
    const { a, b, files } = await twice();
    const before = await rowsNow();
    expect(await joinCases(desk, people.secretary1, join(b, a))).toEqual({ ok: true, value: null });
    expect(await rowsNow()).toEqual(before);
    const reach = await loadReach(db.pool, people.expert);
    const note = "one protocol, two files";
    expect(await listBeside(db.pool, reach, a)).toMatchObject([
      { id: b, is: "joined", note, files: [{ id: files[1] }] },
    ]);
    expect(await listBeside(db.pool, reach, b)).toMatchObject([
      { id: a, is: "leads", note, files: [{ id: files[0] }] },
    ]);
    expect(await partCases(desk, people.secretary2, join(b, a, "two protocols"))).toEqual({
      ok: true,
      value: null,
    });
    expect(await rowsNow()).toEqual(before);
    expect(await listBeside(db.pool, reach, a)).toEqual([]);
    for (const [own, other] of [
      [a, b],
      [b, a],
    ] as const)
      expect(await worksOn(own)).toEqual([
        ["join_cases", { other, leads: a, note }, people.secretary1.name],
        ["part_cases", { other, leads: a, note: "two protocols" }, people.secretary2.name],
      ]);
  });

  test("an open proceeding of the joined one is withdrawn for that reason, and none is opened while it points", async () => {
    const { db, desk, people, act } = world;
    const { a, b } = await twice();
    for (const id of [a, b]) await declassify(id);
    const subject = { kind: "rehabilitation", id: b } as const;
    expect(await db.prisma.$transaction((tx) => loadDuplicates(tx, b))).toEqual([a]);
    await said(a, b);
    const proceeding = await act(people.secretary1, { act: "open", subject, motion: "own" });
    expect(await listBeside(db.pool, await loadReach(db.pool, people.expert), a)).toMatchObject([
      { id: b, is: "asked" },
    ]);
    expect(await joinCases(desk, people.secretary1, join(b, a))).toEqual({ ok: true, value: null });
    expect(await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } })).toMatchObject({
      step: "withdrawn",
    });
    expect((await worksOn(b)).map((told) => (told as string[])[0])).toEqual(["withdraw", "join_cases"]);
    await expect(act(people.secretary1, { act: "open", subject, motion: "own" })).rejects.toThrow(
      /notJoined/,
    );
    await partCases(desk, people.secretary1, join(b, a, "two after all"));
    await act(people.secretary1, { act: "open", subject, motion: "own" });
  });

  test("a decision does not move: its case leads; of two that are decided, the secretary says so", async () => {
    const { desk, people } = world;
    const { a, b } = await twice();
    await said(a, b);
    await decide(b);
    expect(await joinCases(desk, people.secretary1, join(b, a))).toMatchObject(refusalOf("decidedLeads"));
    const before = await rowsNow();
    expect(await joinCases(desk, people.secretary1, join(a, b))).toMatchObject({ ok: true });
    await partCases(desk, people.secretary1, join(a, b));
    await decide(a);
    expect(await joinCases(desk, people.head, join(b, a))).toMatchObject(refusalOf("heldRole"));
    expect(await joinCases(desk, people.secretary1, join(b, a))).toMatchObject({ ok: true });
    const after = await rowsNow();
    expect(after.decisions).toEqual(expect.arrayContaining(before.decisions!));
  });

  test("one leads, of one person; a stranger to one of them finds nothing", async () => {
    const { db, desk, people } = world;
    const { a, b } = await twice();
    const other = await aCase(db, [await aFile(db)]);
    const say = (caseId: string, leadId: string) => joinCases(desk, people.secretary1, join(caseId, leadId));
    expect(await say(a, a)).toMatchObject(refusalOf("joinedAlready"));
    expect(await say(other, a)).toMatchObject(refusalOf("twoPeople"));
    expect(await say(newId(), a)).toMatchObject(refusalOf("gone"));
    expect(await say(b, a)).toMatchObject({ ok: true });
    expect(await say(b, a)).toMatchObject(refusalOf("joinedAlready"));
    expect(await say(a, b)).toMatchObject(refusalOf("leadJoined"));
    expect(await say(other, b)).toMatchObject(refusalOf("leadJoined"));
    expect(await say(a, other)).toMatchObject(refusalOf("leadsJoined"));
    expect(await partCases(desk, people.secretary1, join(a, b))).toMatchObject(refusalOf("notJoinedNow"));
    expect(await joinCases(desk, people.expert, join(a, b))).toMatchObject(refusalOf("heldRole"));
  });

  test("whoever sees one of the two finds no trace of the other, nor that anything was said", async () => {
    const { db, desk, people } = world;
    const { a, b } = await twice(bodies.interior, bodies.security);
    const seen = async (caseId: string, actor: Actor): Promise<unknown> => {
      const reach = await loadReach(db.pool, actor);
      const told = await listHistory(db.steady, reach, { caseId }, { old: false });
      return { beside: await listBeside(db.pool, reach, caseId), told: told.rows.map(({ seq }) => seq) };
    };
    // It goes by the office alone, whatever there is.
    for (const other of [b, newId()])
      expect(await joinCases(desk, people.interior, join(other, a))).toMatchObject(refusalOf("heldRole"));
    const before = await seen(a, people.interior);
    expect(await joinCases(desk, people.secretary1, join(b, a))).toMatchObject({ ok: true });
    expect(await seen(a, people.interior)).toEqual(before);
    expect(await listBeside(db.pool, await loadReach(db.pool, people.security), b)).toEqual([]);
    expect(JSON.stringify(await seen(a, people.secretary1))).toContain(b);
  });

  test("the database keeps what was said, and that one leads", async () => {
    const { db, desk, people } = world;
    const [one, two] = [await twice(), await twice()];
    await joinCases(desk, people.secretary1, join(one.b, one.a));
    const insert = (caseId: string, leadId: string): Promise<unknown> =>
      db.pool.query(
        "insert into case_joins (id, case_id, lead_id, note, by_id, at) values ($1, $2, $3, 'x', $4, now())",
        [newId(), caseId, leadId, people.secretary1.accountId],
      );
    await expect(insert(two.a, one.b)).rejects.toThrow(/one case leads/);
    await expect(insert(one.a, two.a)).rejects.toThrow(/one case leads/);
    await expect(db.pool.query("update case_joins set note = 'y'")).rejects.toThrow(/permission denied/);
    await expect(db.pool.query("delete from case_joins")).rejects.toThrow(/permission denied/);
  });
});

/** As an inventory attested: nothing was ever secret. */
async function declassify(caseId: string): Promise<void> {
  const { db, people, act } = world;
  const { file_id: file } = await db.prisma.case_files.findFirstOrThrow({ where: { case_id: caseId } });
  const proceeding = await act(people.archivist, {
    act: "attest",
    subject: { kind: "declassification", id: file },
  });
  await act(people.expert, { act: "confirm", proceeding, basis: "register" });
}

/** Somebody said that they are the same episode. */
async function said(caseId: string, otherId: string): Promise<void> {
  const by_id = world.people.secretary1.accountId;
  await world.db.prisma.duplicates.create({
    data: { id: newId(), case_id: caseId, other_id: otherId, answer: "same", note: "x", by_id },
  });
}

async function decide(caseId: string): Promise<void> {
  const { db, people, act } = world;
  await declassify(caseId);
  const { file_id: file } = await db.prisma.case_files.findFirstOrThrow({ where: { case_id: caseId } });
  const subject = { kind: "rehabilitation", id: caseId } as const;
  const proceeding = await act(people.secretary1, { act: "open", subject, motion: "own" });
  await act(people.head, { act: "assign_author", proceeding, assignee: people.expert.accountId });
  await act(people.head, { act: "assign_reader", proceeding, assignee: people.reader.accountId });
  await aDraft(db, caseId, file, people.expert.accountId);
  await act(people.expert, { act: "submit", proceeding });
  await act(people.reader, { act: "concur", proceeding });
  for (const member of [people.member1, people.member2])
    await act(member, { act: "sign", proceeding, outcome: "full" });
  await act(people.chair, { act: "sign", proceeding, outcome: "full", basis: "law" });
  const scan = { scanSha256: "a".repeat(64), favourable: true, date: "2026-11-20" };
  const legalAct = { kind: "prosecutor", issuer: "Prosecutor", number: "7", ...scan } as const;
  await act(people.secretary1, { act: "enter_act", proceeding, legalAct });
  await act(people.secretary2, { act: "confirm_act", proceeding, basis: "legal act" });
}
