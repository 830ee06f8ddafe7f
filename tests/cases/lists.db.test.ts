import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { answerConflicts } from "@/lib/cases/answer-conflicts";
import { readUnanswered } from "@/lib/cases/read-lists";
import { readRegister, readRegisterSearch } from "@/lib/cases/read-register";
import { performList, signOne } from "@/lib/cases/sign";
import { itemText } from "@/lib/cases/view-register";
import { closeConnections, connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { pointAt } from "@/tests/support/environment";
import { atSigningMany } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { cast, type Cast } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";

let base: TestDatabase;
let db: Connection;
let people: Cast;
const now = new Date("2026-11-22T10:00:00Z");
const right = async () => ({ ok: true, proof: { method: "password" } }) as const;
const wrong = async () => ({ ok: false, fields: { password: "passwordWrong" } }) as const;

beforeAll(async () => {
  base = await freshDatabase();
  pointAt(base);
  db = connect(base.appUrl);
  people = await cast(db);
});
afterAll(async () => {
  await closeConnections();
  await db.close();
  await base.drop();
});

const search = readRegisterSearch({ act: "sign", kind: "declassification", step: "signing" });

describe("a register", () => {
  test("holds what is undisputed; what was taken out with a word is not in it", async () => {
    const waiting = await atSigningMany(db, people, 6);
    expect((await readRegister(people.member1, search)).rows).toHaveLength(6);
    await office(db).done(people.member1, {
      act: "take_out",
      proceeding: waiting[0]!.proceeding,
      reason: { code: "other", text: "two people" },
    });
    const page = await readRegister(people.member1, search);
    expect(page.rows.map((row) => row.proceeding)).not.toContain(waiting[0]!.proceeding);
    expect(page.rows).toHaveLength(5);
    expect(page.sample.size).toBe(5);
  });

  test("is signed with one password, each item with a result of its own; a stale one spoils no other", async () => {
    const { rows } = await readRegister(people.member1, search);
    const stale = { ...rows[0]!, version: rows[0]!.version + 5 };
    const item = [stale, ...rows.slice(1)].map(itemText);
    const input = { key: newId(), locale: "ru", act: "sign", item } as const;
    const refused = await performList(people.member1, { ...input, item: [...item] }, now, wrong);
    expect(refused).toMatchObject({ ok: false, kind: "input", fields: { password: "passwordWrong" } });
    expect(await db.prisma.signatures.count({ where: { account_id: people.member1.accountId } })).toBe(0);

    const signed = await performList(people.member1, { ...input, item: [...item] }, now, right);
    if (!signed.ok) throw new Error(JSON.stringify(signed));
    const told = signed.value.results.map((result) => result.told);
    expect(told[0]).toMatchObject({ stale: true });
    expect(told.slice(1)).toEqual([null, null, null, null]);
    const signatures = await db.prisma.signatures.findMany({
      where: { account_id: people.member1.accountId },
      include: { statement: true },
    });
    expect(signatures).toHaveLength(4);
    expect(signatures.every((s) => s.register)).toBe(true);
    expect(new Set(signatures.map((s) => s.statement_id)).size).toBe(1);
    for (const row of rows.slice(1)) expect(signatures[0]!.statement.text).toContain(row.dossierHash);
    expect((await readRegister(people.member1, search)).rows).toHaveLength(1);
  });

  test("one decision is signed singly, with the statement that was shown", async () => {
    const [row] = (await readRegister(people.member2, search)).rows;
    const input = {
      ...{ proceeding: row!.proceeding, version: row!.version, dossierHash: row!.dossierHash! },
      ...{ key: newId(), locale: "kk" as const, act: "sign", password: "x" },
      ...{ kept: [], spanId: [], grade: [], keepBasis: [], reviewDate: [] },
    };
    expect(await signOne(people.member2, input, now, wrong)).toMatchObject({ ok: false, kind: "input" });
    const signed = await signOne(people.member2, input, now, right);
    if (!signed.ok) throw new Error(JSON.stringify(signed));
    const held = await db.prisma.signatures.findUniqueOrThrow({
      where: { id: signed.value.signature! },
      include: { statement: true },
    });
    expect(held).toMatchObject({ register: false, statement: { method: "password", register: false } });
    expect(held.statement.text).toContain("Жеке қол қойылды");
    expect(await signOne(people.member2, { ...input, key: newId() }, now, right)).toMatchObject({
      ok: false,
      kind: "refusal",
      refusals: [{ stale: false }],
    });
  });
});

describe("conflict answers for a list", () => {
  test("three hundred in one act, one entry each, and only first answers", async () => {
    const file = await aFile(db);
    const cases = await Promise.all(Array.from({ length: 300 }, () => aCase(db, [file])));
    const input = {
      locale: "ru" as const,
      subject: cases.map((id) => `c:${id}`),
      answer: cases.map((_, n) => (n === 7 ? ("relative" as const) : ("none" as const))),
    };
    const started = performance.now();
    const answered = await answerConflicts(people.member3, input, now);
    expect(performance.now() - started).toBeLessThan(2000);
    expect(answered).toEqual({ ok: true, value: { none: 299, conflict: 1 } });
    const events = await db.prisma.events.findMany({
      where: { act: "answer_conflicts", actor_id: people.member3.accountId },
      select: { case_id: true },
    });
    expect(new Set(events.map((e) => e.case_id)).size).toBe(300);

    const again = await answerConflicts(people.member3, { ...input, answer: [], kind: "other" }, now);
    expect(again).toEqual({ ok: true, value: { none: 0, conflict: 0 } });
    expect(
      await db.prisma.conflict_answers.count({
        where: { account_id: people.member3.accountId, answer: "conflict" },
      }),
    ).toBe(1);
  });

  test("whoever acts nowhere answers nothing", async () => {
    const kase = await aCase(db, [await aFile(db)]);
    const input = { locale: "en" as const, subject: [`c:${kase}`], answer: ["none" as const] };
    expect(await answerConflicts(people.auditor, input, now)).toMatchObject({ ok: false, kind: "refusal" });
    expect(await answerConflicts(people.member1, input, now)).toMatchObject({ ok: true, value: { none: 1 } });
  });

  test("the list shows whom a signature waits for, from name, place and years alone", async () => {
    const { rows } = await readUnanswered(people.member1);
    expect(
      rows.every((row) => Object.keys(row).sort().join() === "born,dateText,name,place,region,subject"),
    ).toBe(true);
  });
});
