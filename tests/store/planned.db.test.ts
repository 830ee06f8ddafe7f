import { afterAll, beforeAll, expect, test } from "vitest";
import { loadCaseHead } from "@/lib/store/case-page";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { loadMatters } from "@/lib/store/matters";
import { planned } from "@/lib/store/planned";
import { loadReach } from "@/lib/store/reach";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { cast, type Cast } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";

let base: TestDatabase;
let db: Connection;
let people: Cast;
let kase: string;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl, { max: 1 });
  people = await cast(db);
  kase = await aCase(db, [await aFile(db)]);
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

const plans = planned(`select left(statement, 400) as statement, generic_plans::int as generic,
  custom_plans::int as custom from pg_prepared_statements where statement not like '%pg_prepared%'`);
type Plan = { statement: string; generic: number; custom: number };

test("what is found by its id is planned once for all values", async () => {
  const reach = await loadReach(db.steady, people.member1);
  for (let time = 0; time < 3; time++) expect(await loadCaseHead(db.steady, reach, kase)).not.toBeNull();
  expect(await loadCaseHead(db.steady, reach, newId())).toBeNull();
  const { rows } = await db.steady.query<Plan>(plans);
  const head = rows.find(({ statement }) => statement.includes("'birthText'"));
  expect(head).toMatchObject({ generic: 4, custom: 0 });
});

test("an act loads its matter by the name of the statement", async () => {
  const wanted = { proceedings: [], kind: "rehabilitation", files: [], cases: [kase] } as const;
  await loadMatters(db.prisma, wanted, people.member1.accountId, "2026-11-22");
  const { rows } = await db.steady.query<Plan>(plans);
  const matter = rows.filter(({ statement }) => statement.includes("with p as"));
  // And for all values: the first plan, made while hardly anything is there, is right for an archive.
  expect(matter).toMatchObject([{ custom: 0 }]);
});

test("outside of a page that is being rendered nobody's reach is remembered", async () => {
  const before = await loadReach(db.pool, people.member1);
  const answer = { id: newId(), account_id: people.member1.accountId, case_id: kase, at: new Date() };
  await db.prisma.conflict_answers.create({ data: { ...answer, answer: "conflict", kind: "kinship" } });
  const after = await loadReach(db.pool, people.member1);
  expect([before.conflictedCases, after.conflictedCases]).toEqual([[], [kase]]);
  expect(await loadCaseHead(db.steady, after, kase)).toBeNull();
});
