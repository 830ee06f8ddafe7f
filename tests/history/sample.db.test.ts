import { afterAll, beforeAll, expect, test } from "vitest";
import { readPapers, readSample } from "@/lib/history/read-sample";
import { sampleSearch } from "@/lib/history/schema";
import { trustIn } from "@/lib/history/verify";
import { drawSample, isCandidate, type SampleTerms } from "@/lib/ledger/sample";
import type { BundleKind } from "@/lib/ledger/bundle";
import { closeConnections } from "@/lib/store/client";
import { atSigning, atSigningMany } from "@/tests/support/journeys";
import { bundleOf } from "@/tests/support/judge";
import { freshKeepers, seal } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { auditorsDesk, signAll, type Desk } from "./desk";

let desk: Desk;
let keepers: Awaited<ReturnType<typeof freshKeepers>>;
let size: number;

beforeAll(async () => {
  keepers = await freshKeepers();
  desk = await auditorsDesk();
  const { db, people } = desk;
  const many = (await atSigningMany(db, people, 9)).map(({ proceeding }) => proceeding);
  const at = new Date("2026-04-01T05:00:00Z");
  await signAll(db, people.member1, many, { at, register: true, opened: true });
  await signAll(db, people.member2, many.slice(0, 5), {
    at: new Date("2026-04-02T05:00:00Z"),
    register: true,
  });
  const terms = { at: new Date("2026-04-03T05:00:00Z") };
  for (const proceeding of many.slice(0, 4))
    await signAll(db, people.chair, [proceeding], terms, { basis: "Жарлық" });
  // Refused: the same slot again.
  await office(db).act(people.member1, { act: "sign", proceeding: many[8]! });
  size = await seal(db, keepers);
  // Written after the head: never drawn from it.
  await atSigning(db, people);
  await seal(db, keepers);
});
afterAll(async () => {
  await closeConnections();
  await desk.close();
  await keepers.drop();
});

/** What somebody with nothing but a bundle draws. */
async function fromBundle(kind: BundleKind, terms: SampleTerms, seed: string, count: number) {
  const lines = (await bundleOf(desk.base, { ...trustIn(keepers), now: undefined }, kind)).map(
    (line) => JSON.parse(line) as { entry?: { id: string }; index?: number },
  );
  const entries = lines.filter((line) => line.entry !== undefined && line.index !== undefined);
  const fitting = entries.filter(({ entry, index }) => isCandidate(entry, index!, terms));
  const drawn = drawSample(
    seed,
    fitting.map(({ index }) => index!),
    count,
  );
  const ids = drawn.map((index) => entries.find((line) => line.index === index)!.entry!.id);
  return { population: fitting.length, ids };
}

const asked: [string, Record<string, string>, number][] = [
  ["decisions", { of: "decisions" }, 4],
  ["signatures", { of: "signatures" }, 9 + 5 + 4 + 9 * 2],
  ["acts", { of: "acts" }, 9 + 5 + 4 + 9 * 6],
  ["signatures of one day", { of: "signatures", from: "2026-04-01", to: "2026-04-01" }, 9],
  ["signatures under one article", { of: "signatures", article: "D10" }, 14],
  ["one act", { of: "acts", act: "assign_reader" }, 9],
];

test.each(asked)("%s: drawn from the database as from either bundle", async (_, params, population) => {
  for (const seed of ["1937", "Тұңғыш тұқым", "0".repeat(64)]) {
    const search = sampleSearch.parse({ ...params, seed, n: "6", size: String(size) });
    const page = await readSample(desk.people.auditor, search);
    const drawn = page!.drawn!;
    expect(drawn.population).toBe(population);
    for (const kind of ["full", "pseudonymous"] as const) {
      const { ids, ...rest } = await fromBundle(kind, drawn.terms, seed, 6);
      expect(rest.population).toBe(population);
      expect(drawn.rows.map(({ entry }) => entry.id)).toEqual(ids);
    }
  }
});

test("one person's acts alone, where a person is asked for", async () => {
  const actor = desk.people.member2.accountId;
  const search = sampleSearch.parse({ of: "signatures", actor, seed: "x", n: "50" });
  const { population, rows } = (await readSample(desk.people.auditor, search))!.drawn!;
  expect(population).toBe(5);
  expect(new Set(rows.map(({ entry }) => entry.actor.name))).toEqual(new Set(["member2"]));
});

test("the seed that is offered is the root of the newest signed head; any other was chosen by somebody", async () => {
  const newest = (await readSample(desk.people.auditor, sampleSearch.parse({})))!.newest!;
  expect(newest.size).toBeGreaterThan(size);
  expect(newest.root).toMatch(/^[0-9a-f]{64}$/);
  const drawnWith = async (seed: string, over: number) =>
    (await readSample(desk.people.auditor, sampleSearch.parse({ seed, size: String(over) })))!.drawn!;
  expect(await drawnWith(newest.root, newest.size)).toMatchObject({
    chosen: false,
    whole: true,
    head: newest,
  });
  expect(await drawnWith("1937", newest.size)).toMatchObject({ chosen: true, whole: true });
  expect(await drawnWith(newest.root, size)).toMatchObject({ chosen: true, whole: true, head: { size } });
  expect(await drawnWith("1937", newest.size + 1)).toMatchObject({ whole: false, head: null });
});

test("working papers hold the whole proceeding of each drawn decision, and nothing of another", async () => {
  const search = sampleSearch.parse({ of: "decisions", seed: "1937", n: "3", size: String(size) });
  const { papers } = (await readPapers(desk.people.auditor, search))!;
  expect(papers).toHaveLength(3);
  for (const { row, chain } of papers) {
    expect(chain.map(({ entry: { payload } }) => ("act" in payload ? payload.act : payload.kind))).toEqual([
      ...["sign", "sign", "sign", "standing", "stage"],
      ...["open", "assign_author", "assign_reader", "propose", "concur", "lift"],
    ]);
    expect(chain.map(({ seq }) => seq)).toContain(row.seq);
  }
  expect(new Set(papers.map(({ row }) => row.about.proceedingId)).size).toBe(3);
});

test("nobody but an auditor draws", async () => {
  const search = sampleSearch.parse({ seed: "1937" });
  expect(await readSample(desk.uncleared, search)).not.toBeNull();
  for (const actor of [desk.people.chair, desk.people.administrator, desk.people.head]) {
    expect(await readSample(actor, search)).toBeNull();
    expect(await readPapers(actor, search)).toBeNull();
  }
});
