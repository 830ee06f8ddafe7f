import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { listNames } from "@/lib/lists/schema";
import { searchKey } from "@/lib/names/tokens";
import { deskReads } from "@/tests/support/desk-reads";
import { takeList } from "@/tests/lists/taking";
import { bodies } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";
import { openWorld, type World } from "@/tests/units/world";

let world: World;
/** What is sent to the database, while it is listened to. */
let sent: string[] | null = null;
const query = pg.Client.prototype.query;

beforeAll(async () => {
  world = await openWorld();
  pg.Client.prototype.query = function (this: pg.Client, ...asked: unknown[]) {
    const [what] = asked as [string | { text?: string }];
    sent?.push(typeof what === "string" ? what : (what.text ?? ""));
    return (query as (...asked: unknown[]) => unknown).apply(this, asked);
  } as typeof query;
  for (const grade of ["secret", null])
    for (let nth = 0; nth < 12; nth++) await planted(grade ? bodies.interior : null, nth, grade !== null);
});
afterAll(async () => {
  pg.Client.prototype.query = query;
  await world.close();
});

const surnames = ["Ахметов", "Байтұрсынов", "Ковальчик", "Сейфуллин", "Әуезов", "Оспанова"];

/** A file with a case of somebody, a witness, and a proceeding that waits. */
async function planted(owner: string | null, nth: number, graded: boolean): Promise<void> {
  const { db, people } = world;
  const file = await aFile(db, { grade: graded ? "secret" : null, owner });
  const kase = await aCase(db, [file]);
  const name = `${surnames[nth % surnames.length]} ${"АБВГДЕЖЗИК"[nth % 10]}лихан`;
  await db.pool.query(
    `update persons set name = $2, search_key = $3, birth_text = '1897', birth_from = '1897-01-01', birth_to = '1897-12-31', birth_place = 'Каркаралы'
     where id = (select person_id from cases where id = $1)`,
    [kase, name, searchKey(name)],
  );
  await db.pool.query(
    "update cases set region = 'karaganda', category = 'clergy', date_from = '1937-09-01' where id = $1",
    [kase],
  );
  const witness = `Ахметова Куә${nth}`;
  await db.pool.query(
    `with w as (insert into persons (id, name, search_key) values (gen_random_uuid(), $2, $3) returning id)
     insert into mentions (id, file_id, person_id, name, role) select gen_random_uuid(), $1, w.id, $2, 'witness' from w`,
    [file, witness, searchKey(witness)],
  );
  await db.pool.query(
    `insert into proceedings (id, kind, file_id, step, rules, opened_by, opened_at, step_since)
       values (gen_random_uuid(), 'declassification', $1, 'signing', 1, $2, '2026-11-01', '2026-11-01')`,
    [file, people.secretary1.accountId],
  );
}

/** Everything that somebody can list, search, count, be suggested and take away. */
async function everything(actor: Actor): Promise<unknown> {
  const answers: Record<string, unknown> = {};
  for (const { name, read } of deskReads(world.db, actor)) answers[name] = await read();
  for (const list of listNames)
    for (const q of ["", "Ахметов"]) answers[`take ${list} ${q}`] = await takeList(world, actor, list, { q });
  return answers;
}

async function listened(actor: Actor): Promise<{ answers: unknown; statements: string[] }> {
  sent = [];
  const answers = await everything(actor);
  const statements = sent;
  sent = null;
  return { answers, statements };
}

describe("what is hidden leaves no trace in any answer, nor in what the database is asked", () => {
  const hidden: [who: string, owner: string, actor: () => Actor][] = [
    ["a member without clearance", bodies.security, () => ({ ...world.people.member1, clearances: [] })],
    [
      "an expert cleared for another agency",
      bodies.security,
      () => ({ ...world.people.expert, clearances: [bodies.interior] }),
    ],
    [
      "the secretary without clearance",
      bodies.security,
      () => ({ ...world.people.secretary1, clearances: [] }),
    ],
    ["the interior ministry", bodies.security, () => world.people.interior],
    ["the security committee", bodies.interior, () => world.people.security],
    ["a regional chair", bodies.interior, () => world.people.regional],
    ["an administrator", bodies.interior, () => world.people.administrator],
  ];

  test.each(hidden)("from %s", async (_, owner, actorOf) => {
    const actor = actorOf();
    await everything(actor);
    const before = await listened(actor);
    for (let nth = 0; nth < 9; nth++) await planted(owner, nth, true);
    // What is new is taken note of, which is nobody's question.
    await everything(world.people.archivist);
    const after = await listened(actor);
    expect(after.answers).toEqual(before.answers);
    expect(after.statements).toEqual(before.statements);
    expect(before.statements.length).toBeGreaterThan(60);
  });

  test("and whoever may see it does", async () => {
    const before = await everything(world.people.archivist);
    await planted(bodies.security, 1, true);
    const after = await everything(world.people.archivist);
    const changed = Object.entries(before as object).filter(
      ([name, answer]) => JSON.stringify(answer) !== JSON.stringify((after as Record<string, unknown>)[name]),
    );
    expect(changed.map(([name]) => name.split(" ")[0])).toEqual(
      expect.arrayContaining(["cases", "people", "born", "files", "take"]),
    );
  });
});
