import { afterAll, beforeAll, expect, test } from "vitest";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { bodies, cast, type Cast } from "@/tests/support/people";
import { aCase, aDraft, aFile, noConflicts } from "@/tests/support/records";
import { sealAndCheck } from "@/tests/support/ledger";

let base: TestDatabase;
let db: Connection;
let people: Cast;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl);
  people = await cast(db);
});
afterAll(async () => {
  expect((await sealAndCheck(db)).faults).toEqual([]);
  await db.close();
  await base.drop();
});

const live = (proceeding: string) =>
  db.prisma.signatures.count({ where: { proceeding_id: proceeding, void_at: null } });

test("a conflict declared in one proceeding frees the slots in every other of the case", async () => {
  const { done, act } = office(db);
  const files = [await aFile(db), await aFile(db)];
  const kase = await aCase(db, files);
  await noConflicts(db, Object.values(people), [kase]);
  const proceedings: string[] = [];
  for (const file of files) {
    const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
    await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
    await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
    await done(people.expert, { act: "propose", proceeding: p });
    await done(people.reader, { act: "concur", proceeding: p });
    await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
    await done(people.member1, { act: "sign", proceeding: p });
    proceedings.push(p);
  }
  const [here, there] = proceedings as [string, string];
  await done(people.member1, { act: "declare_conflict", proceeding: here, conflict: "relative" });
  for (const p of [here, there]) {
    const own = await db.prisma.signatures.findMany({
      where: { proceeding_id: p, account_id: people.member1.accountId },
    });
    expect(own.map((s) => s.void_reason)).toEqual(["recused"]);
    expect(await live(p)).toBe(2);
  }
  expect(await act(people.member1, { act: "sign", proceeding: there })).toMatchObject({
    ok: false,
    refusal: { article: "D10", condition: "noConflict" },
  });
  await done(people.member2, { act: "sign", proceeding: there });
});

test("whoever declared a conflict is assigned neither as author nor as second reader", async () => {
  const { done, act } = office(db);
  const file = await aFile(db);
  const kase = await aCase(db, [file]);
  const others = Object.values(people).filter((one) => one !== people.reader);
  await noConflicts(db, others, [kase]);
  const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  await done(people.reader, { act: "declare_conflict", proceeding: p, conflict: "relative" });
  for (const [name, article] of [
    ["assign_author", "B9"],
    ["assign_reader", "B9a"],
  ] as const) {
    expect(
      await act(people.head, { act: name, proceeding: p, assignee: people.reader.accountId }),
    ).toMatchObject({ ok: false, refusal: { article, condition: "assigneeUnconflicted" } });
  }
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
});

test("an agency keeps its own spans only", async () => {
  const { act } = office(db);
  const { proceeding, file } = await atSigning(db, people);
  const { done } = office(db);
  const reason = { code: "secrecy", text: "again" } as const;
  await done(people.member1, { act: "return", proceeding, toStep: "owners", reason, missing: "reply" });
  const foreign = await aFile(db, { owner: bodies.security });
  const [own] = await db.prisma.spans.findMany({ where: { file_id: file } });
  const [other] = await db.prisma.spans.findMany({ where: { file_id: foreign } });
  const kept = { grade: "secret", basis: "art. 1", reviewDate: "2030-01-01" };
  const keep = (spanId: string) =>
    act(people.interior, {
      act: "keep",
      proceeding,
      agencyId: bodies.interior,
      keeps: [{ spanId, ...kept }],
    });
  expect(await keep(other!.id)).toMatchObject({
    ok: false,
    refusal: { article: "D8", condition: "keptBased" },
  });
  expect(await keep(own!.id)).toMatchObject({ ok: true, to: "signing" });
});

test("a mistaken legal act is left behind by a return, and another can be entered", async () => {
  const { done } = office(db);
  const { file, kase, proceeding } = await atSigning(db, people);
  for (const member of [people.member1, people.member2]) await done(member, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, basis: "decree" });
  const p = await done(people.secretary1, {
    act: "open",
    subject: { kind: "rehabilitation", id: kase },
    motion: "own",
  });
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  await aDraft(db, kase, file, people.expert.accountId);
  await done(people.expert, { act: "submit", proceeding: p });
  await done(people.reader, { act: "concur", proceeding: p });
  const toAct = async (): Promise<void> => {
    for (const member of [people.member1, people.member2])
      await done(member, { act: "sign", proceeding: p, outcome: "full" });
    await done(people.chair, { act: "sign", proceeding: p, outcome: "full", basis: "law" });
  };
  const legalAct = (number: string) =>
    ({
      kind: "court",
      issuer: "Court",
      number,
      date: "2026-11-20",
      favourable: true,
      scanSha256: "b".repeat(64),
    }) as const;
  await toAct();
  await done(people.secretary1, { act: "enter_act", proceeding: p, legalAct: legalAct("wrong") });
  const reason = { code: "other", text: "wrong act" } as const;
  await done(people.secretary2, {
    act: "return",
    proceeding: p,
    toStep: "signing",
    reason,
    missing: "the right act",
  });
  await toAct();
  await done(people.secretary1, { act: "enter_act", proceeding: p, legalAct: legalAct("right") });
  await done(people.secretary2, { act: "confirm_act", proceeding: p, basis: "act" });
  const items = await db.prisma.legal_act_items.findMany({
    where: { proceeding_id: p },
    include: { act: true },
  });
  expect(items.map((i) => [i.act.number, i.confirmed_at !== null, i.dropped_at !== null]).sort()).toEqual([
    ["right", true, false],
    ["wrong", false, true],
  ]);
});
