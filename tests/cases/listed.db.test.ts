import { describe, expect, test } from "vitest";
import { findCases } from "@/lib/cases/find-cases";
import { placesOf } from "@/lib/facets/tally";
import type { Actor } from "@/lib/law/actor";
import type { CaseFilter } from "@/lib/store/case-list";
import { caseSeen, loadReach, reachParameter } from "@/lib/store/reach";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { bodies } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";
import { withCast, type Opened } from "@/tests/support/with-cast";
import { expectListed, listedNow, told } from "./told-anew";

let world: Opened;
withCast((opened) => (world = opened));

const filters: Record<string, Partial<CaseFilter>> = {
  all: {},
  archived: { stage: "archived" },
  signing: { step: "signing" },
  region: { region: "almaty" },
  year: { year: 1938 },
  both: { region: "almaty", category: "clergy" },
  organ: { organ: "troika_unkvd" },
  "long in a step": { age: 30 },
  "waits for a file": { waiting: "file" },
  "waits to be opened": { waiting: "open" },
  "waits for an answer": { waiting: "conflict" },
};
/** The same in the words of the tables. $2 is the account. */
const inTables: Record<string, string> = {
  all: "true",
  archived: "c.stage = 'archived'",
  signing:
    "exists (select from proceedings q where q.case_id = c.id and q.decided_at is null and q.step = 'signing')",
  region: "c.region = 'almaty'",
  year: "c.date_from <= '1938-12-31' and c.date_to >= '1938-01-01'",
  both: "c.region = 'almaty' and c.category = 'clergy'",
  organ: "c.organ = 'troika_unkvd'",
  "long in a step": `exists (select from proceedings q where q.case_id = c.id and q.decided_at is null and q.step_since <= now() - interval '30 days')`,
  "waits for a file": `c.stage <> 'archived' and exists (select from case_files k join files f on f.id = k.file_id
    where k.case_id = c.id and k.bond = 'required' and f.standing = 'closed')`,
  "waits to be opened": `c.stage = 'declassified' and c.outcome is null
    and not exists (select from proceedings q where q.case_id = c.id and q.decided_at is null)`,
  "waits for an answer": `exists (select from proceedings q where q.case_id = c.id and q.decided_at is null)
    and not exists (select from conflict_answers a where a.account_id = $2::uuid and a.case_id = c.id)`,
};

/** For each of these people and each filter: what is found and counted is what the predicate of the store lets them see. */
async function expectSeen(people: Record<string, Actor>): Promise<number> {
  let compared = 0;
  for (const [who, actor] of Object.entries(people)) {
    const reach = await loadReach(world.db.pool, actor);
    for (const [name, filter] of Object.entries(filters)) {
      const { rows } = await world.db.pool.query<{ n: number; stage: string }>(
        `select l.n, c.stage from cases c join listed_cases l on l.id = c.id
         where ${caseSeen("c", "$1")} and $2::uuid is not null and ${inTables[name]} order by l.n`,
        [reachParameter(reach), actor.accountId],
      );
      const found = await findCases(world.db.pool, reach, { sort: "new", down: true, ...filter });
      expect(placesOf(found.against), `${who}: ${name}`).toEqual(rows.map(({ n }) => n));
      expect(found.total).toBe(rows.length);
      if (!filter.stage)
        expect(found.counts.stage.get("archived") ?? 0, `${who}: ${name}`).toBe(
          rows.filter(({ stage }) => stage === "archived").length,
        );
      compared += rows.length;
    }
  }
  return compared;
}

/** Twins of the cast with less to see, for each way in which something can be hidden from them. */
function readers(): Record<string, Actor> {
  const { people } = world;
  const seats = [
    ...(["member1", "member2", "expert", "archivist", "interior", "security", "regional"] as const),
    ...(["administrator", "auditor", "secretary1"] as const),
  ];
  const { member1, expert } = people;
  return {
    ...Object.fromEntries(seats.map((seat) => [seat, people[seat]])),
    uncleared: { ...member1, clearances: [] },
    "cleared for one": { ...member1, clearances: [bodies.interior] },
    "expert, uncleared": { ...expert, clearances: [] },
  };
}

describe("what the list of cases is looked up in", () => {
  test("is what the tables say, and each person finds what they may see, act after act", async () => {
    const { db, people } = world;
    const { interior, security, regional } = bodies;
    const plain = await aFile(db, { grade: null, owner: null });
    const held = await aFile(db);
    const others = await aFile(db, { owner: security });
    const nobodys = await aFile(db);
    await db.pool.query("delete from file_owners where file_id = $1", [nobodys]);
    const shared = await aFile(db);
    await db.pool.query("insert into file_owners (file_id, agency_id) values ($1, $2)", [shared, security]);
    const cases = [
      await aCase(db, [plain]),
      await aCase(db, [held], { regional }),
      await aCase(db, [others]),
      await aCase(db, [nobodys]),
      await aCase(db, [shared]),
      await aCase(db, [held, others]),
      await aCase(db, [plain, shared], { regional }),
      await aCase(db, []),
    ];
    await expectListed(world.db);
    expect(await expectSeen(readers())).toBeGreaterThan(100);

    await db.pool.query(
      `update cases set region = case when id = any($1) then 'almaty' else 'karaganda' end, category = 'clergy',
         date_from = '1937-09-01', date_to = '1938-02-28',
         organ = case when id = any($1) then 'troika_unkvd' end`,
      [cases.slice(0, 5)],
    );
    const waiting = await atSigning(db, people);
    await expectListed(world.db);
    await office(db).done(people.member1, { act: "sign", proceeding: waiting.proceeding });
    await office(db).done(people.member2, { act: "sign", proceeding: waiting.proceeding });
    await office(db).done(people.chair, {
      act: "sign",
      proceeding: waiting.proceeding,
      basis: "Закон, ст. 3",
    });
    await expectListed(world.db);
    expect((await told(world.db, listedNow)).filter(({ stage }) => stage === "declassified")).toHaveLength(1);
    // A required file that is linked later: the case waits for it.
    await db.pool.query("insert into case_files (case_id, file_id, bond) values ($1, $2, 'required')", [
      waiting.kase,
      held,
    ]);
    await db.pool.query("delete from file_owners where file_id = $1 and agency_id = $2", [shared, interior]);
    await db.pool.query(
      "update persons set name = 'Әбенов Ғабит' where id = (select person_id from cases where id = $1)",
      [cases[3]],
    );
    await db.pool.query(
      `insert into conflict_answers (id, account_id, case_id, answer, kind, at) values
         (gen_random_uuid(), $1, $2, 'conflict', 'relative', now()), (gen_random_uuid(), $1, $3, 'none', null, now())`,
      [people.member1.accountId, cases[0], cases[1]],
    );
    await expectListed(world.db);
    expect((await told(world.db, listedNow)).filter(({ awaits }) => awaits)).toHaveLength(1);
    expect(await expectSeen(readers())).toBeGreaterThan(100);
  });

  test("a file assigned to somebody opens its cases to them alone", async () => {
    const { db, people } = world;
    const { kase } = await atSigning(db, people);
    for (const [actor, sees] of [
      [people.expert, true],
      [people.reader, true],
      [people.member3, false],
    ] as const) {
      const uncleared = { ...actor, clearances: [] };
      const reach = await loadReach(db.pool, uncleared);
      const { against } = await findCases(db.pool, reach, { sort: "new", down: true });
      const { rows } = await db.pool.query<{ n: number }>("select n from listed_cases where id = $1", [kase]);
      expect(placesOf(against).includes(rows[0]!.n), actor.login).toBe(sees);
      expect(await expectSeen({ uncleared })).toBeGreaterThan(0);
    }
  });
});
