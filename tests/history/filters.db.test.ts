import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { filterOf, readHistory, readHistorySearch } from "@/lib/cases/read-history";
import type { Actor } from "@/lib/law/actor";
import { searchKey } from "@/lib/names/tokens";
import { closeConnections } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import type { HistoryRow } from "@/lib/store/history";
import { atSigning } from "@/tests/support/journeys";
import { draft } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { auditorsDesk, signAll, type Desk } from "./desk";

let desk: Desk;
let one: Awaited<ReturnType<typeof atSigning>>;
let other: typeof one;
/** Declassified, and opened again for its case. */
let decided: typeof one;
let person: string;
const first = new Date("2026-03-01T04:00:00.000Z");

beforeAll(async () => {
  desk = await auditorsDesk();
  const { db, people } = desk;
  one = await atSigning(db, people);
  other = await atSigning(db, people);
  decided = await atSigning(db, people);
  person = (await db.prisma.cases.findUniqueOrThrow({ where: { id: decided.kase } })).person_id;
  const { done, act } = office(db);
  await done(people.member1, { act: "sign", proceeding: decided.proceeding });
  await done(people.member2, { act: "sign", proceeding: decided.proceeding });
  await done(people.chair, { act: "sign", proceeding: decided.proceeding, basis: "Жарлық" });
  await done(people.secretary1, {
    ...{ act: "open", motion: "own" },
    subject: { kind: "rehabilitation", id: decided.kase },
  });
  await signAll(db, people.member1, [one.proceeding, other.proceeding], { at: first, register: true });
  await act(people.expert, { act: "sign", proceeding: one.proceeding });
  await done(people.member2, { act: "ask", proceeding: one.proceeding, text: "Кім куәландырды?" });
  await done(people.member3, {
    ...{ act: "take_out", proceeding: other.proceeding },
    reason: { code: "other", text: "Қайта қарау керек" },
  });
  // Sixty at one moment: a page of fifty ends in the middle of it.
  await append(
    db.prisma,
    Array.from({ length: 60 }, () => ({ ...draft(), at: new Date("2026-02-01") })),
  );
});
afterAll(async () => {
  await closeConnections();
  await desk.close();
});

/** Everything that a search finds, page after page, as somebody who follows the link to the next one. */
async function walk(actor: Actor, params: Record<string, string>): Promise<HistoryRow[]> {
  const found: HistoryRow[] = [];
  for (let after: string | null | undefined; after !== null;) {
    const page = await readHistory(actor, readHistorySearch({ ...params, ...(after && { after }) }));
    found.push(...page.rows);
    after = page.last;
  }
  return found;
}

const numbers = (rows: readonly HistoryRow[]): string[] => rows.map(({ seq }) => seq);
/** The same by hand: of all there is, what fits. */
async function fitting(fits: (row: HistoryRow) => boolean): Promise<string[]> {
  return numbers((await walk(desk.people.auditor, {})).filter(fits));
}

describe("the whole history", () => {
  test("is walked through page by page without a gap or a repetition, either way round", async () => {
    const { rows } = await desk.db.pool.query<{ seq: bigint }>(
      "select seq from events order by at desc, seq desc",
    );
    const all = rows.map(({ seq }) => String(seq));
    expect(all.length).toBeGreaterThan(80);
    expect(numbers(await walk(desk.people.auditor, {}))).toEqual(all);
    expect(numbers(await walk(desk.people.auditor, { order: "old" }))).toEqual(all.toReversed());
  });

  const filters: [string, () => Record<string, string>, (row: HistoryRow) => boolean][] = [
    ["a case", () => ({ case: decided.kase }), (row) => row.about.caseId === decided.kase],
    ["a file", () => ({ file: one.file }), (row) => row.about.fileId === one.file],
    ["a person that it is about", () => ({ person }), (row) => row.about.caseId === decided.kase],
    [
      "who acted",
      () => ({ actor: desk.people.member1.accountId }),
      (row) => row.entry.actor.name === "member1",
    ],
    [
      "an act",
      () => ({ act: "lift" }),
      ({ entry: { payload } }) => payload.kind === "act" && payload.act === "lift",
    ],
    [
      "an article",
      () => ({ article: "D10" }),
      ({ entry: { payload } }) => "article" in payload && payload.article === "D10",
    ],
    ["days", () => ({ from: "2026-03-01", to: "2026-03-01" }), (row) => row.entry.at === first.toISOString()],
    ["refusals", () => ({ refused: "1" }), (row) => row.entry.payload.kind === "refusal"],
    [
      "signatures",
      () => ({ signed: "any" }),
      ({ entry: { payload } }) => payload.kind === "act" && payload.signature !== null,
    ],
    [
      "who wrote",
      () => ({ author: desk.people.expert.accountId, act: "concur" }),
      ({ entry: { payload } }) => payload.kind === "act" && payload.act === "concur",
    ],
    [
      "several of these together",
      () => ({ actor: desk.people.member1.accountId, file: one.file, act: "sign", to: "2026-03-02" }),
      (row) => row.about.fileId === one.file && row.entry.actor.name === "member1",
    ],
  ];
  test.each(filters)("is found by %s, and nothing else with it", async (_, params, fits) => {
    const expected = await fitting(fits);
    expect(expected.length).toBeGreaterThan(0);
    expect(numbers(await walk(desk.people.auditor, params()))).toEqual(expected);
  });

  test("a day is one of Kazakhstan: it begins at 19:00 of the day before in UTC", () => {
    const { from, until } = filterOf(readHistorySearch({ from: "2026-03-01", to: "2026-03-01" }));
    expect([from, until].map((at) => at?.toISOString())).toEqual([
      "2026-02-28T19:00:00.000Z",
      "2026-03-01T19:00:00.000Z",
    ]);
    // Until 2024 the clocks stood an hour further there.
    expect(filterOf(readHistorySearch({ from: "2020-06-01" })).from?.toISOString()).toBe(
      "2020-05-31T18:00:00.000Z",
    );
  });

  test("register signatures over an unopened dossier are found, and no others", async () => {
    const found = await walk(desk.people.auditor, { signed: "unopened" });
    expect(found.map((row) => [row.entry.actor.name, row.about.fileId])).toEqual([
      ["member1", other.file],
      ["member1", one.file],
    ]);
  });
});

describe("an auditor without a clearance", () => {
  test("reads acts, actors and reasons of a secret file, and neither its name nor what was said of it", async () => {
    const secret = await walk(desk.uncleared, { file: one.file });
    const whole = await walk(desk.people.auditor, { file: one.file });
    expect(numbers(secret)).toEqual(numbers(whole));
    expect(secret.map((row) => row.entry.actor)).toEqual(whole.map((row) => row.entry.actor));
    expect(secret.every(({ about }) => !about.seen && about.name === null && about.reference === null)).toBe(
      true,
    );
    expect(whole.every(({ about }) => about.seen && about.name !== null && about.reference !== null)).toBe(
      true,
    );
    expect(JSON.stringify(whole)).toContain("Кім куәландырды?");
    expect(JSON.stringify(secret)).not.toMatch(/Кім куәландырды|Архивно-следственное|П-/);
    const reasons = await walk(desk.uncleared, { file: other.file, act: "take_out" });
    expect(JSON.stringify(reasons)).toContain("Қайта қарау керек");
  });

  test("is the only one who does: for an expert without a clearance there is nothing", async () => {
    const { db, people } = desk;
    const { accountId } = people.archivist2;
    await db.pool.query("update clearances set ended_at = now() where account_id = $1", [accountId]);
    const { actorOfAccount } = await import("@/lib/auth/actor");
    // An agency that does not own the file.
    expect(await walk(people.security, { file: one.file })).toEqual([]);
    expect((await walk(people.interior, { file: one.file })).length).toBeGreaterThan(5);
    expect(
      (await walk(await actorOfAccount(db.pool, accountId, "2026-11-22"), { file: one.file })).length,
    ).toBe((await walk(people.auditor, { file: one.file })).length);
  });
});

test("what a name means is offered for choice, as far as it is seen", async () => {
  const { db, people } = desk;
  const kase = await db.prisma.cases.findUniqueOrThrow({ where: { id: one.kase } });
  const name = "Қоңыратов Есім";
  const data = { name, search_key: searchKey(name) };
  await db.prisma.persons.update({ where: { id: kase.person_id }, data });
  const found = async (actor: Actor) =>
    (await readHistory(actor, readHistorySearch({ q: "Коныратов Есим" }))).found!.cases.map(({ id }) => id);
  expect(await found(people.auditor)).toEqual([one.kase]);
  expect(await found(desk.uncleared)).toEqual([]);
  const named = async (actor: Actor) =>
    (await readHistory(actor, readHistorySearch({ case: one.kase }))).subjects.case;
  expect(await named(people.auditor)).toBe(name);
  expect(await named(desk.uncleared)).toBeNull();
});
