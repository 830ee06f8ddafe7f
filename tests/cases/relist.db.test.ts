import pg from "pg";
import { describe, expect, test } from "vitest";
import { listedCases } from "@/lib/cases/listed";
import { letThrough, placesOf } from "@/lib/facets/tally";
import { bodies } from "@/tests/support/people";
import { aCase, aFile } from "@/tests/support/records";
import { withCast, type Opened } from "@/tests/support/with-cast";
import { expectListed } from "./told-anew";

let world: Opened;
withCast((opened) => (world = opened));

async function asOwner(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: world.base.ownerUrl });
  await client.connect();
  return client;
}

describe("what the list of cases is looked up in is made anew", () => {
  test("of a case that is gone nothing is found, and its place is nobody else's", async () => {
    const { db } = world;
    const kase = await aCase(db, []);
    const { rows } = await db.pool.query<{ n: number }>("select n from listed_cases where id = $1", [kase]);
    const place = rows[0]!.n;
    expect(placesOf(letThrough(await listedCases(db.pool)))).toContain(place);
    const owner = await asOwner();
    await owner.query("delete from charges where case_id = $1", [kase]);
    await owner.query("delete from cases where id = $1", [kase]);
    await owner.end();
    expect(placesOf(letThrough(await listedCases(db.pool)))).not.toContain(place);
    const gone = await db.pool.query("select name, gone from listed_cases where n = $1", [place]);
    expect(gone.rows).toEqual([{ name: "", gone: true }]);
    await expectListed(db);
  });

  test("two who write at the same time leave nothing unlisted, whoever ends first", async () => {
    const { db } = world;
    const file = await aFile(db);
    const [kase, renamed] = [await aCase(db, [file]), await aCase(db, [])];
    const [one, two] = [await db.pool.connect(), await db.pool.connect()];
    try {
      // Of one case, each something else.
      await one.query("begin");
      await two.query("begin");
      await one.query("update cases set region = 'almaty' where id = $1", [kase]);
      await two.query(
        "update persons set name = 'Бейсенов' where id = (select person_id from cases where id = $1)",
        [kase],
      );
      await Promise.all([one.query("commit"), two.query("commit")]);
      await expectListed(db);
      // A case is registered while its person gets another name.
      const made = await db.pool.query<{ person_id: string }>("select person_id from cases where id = $1", [
        renamed,
      ]);
      const person = made.rows[0]!.person_id;
      for (const nameFirst of [true, false]) {
        await one.query("begin");
        await two.query("begin");
        await one.query("insert into cases (id, person_id, episode) values (gen_random_uuid(), $1, $2)", [
          person,
          `again ${nameFirst}`,
        ]);
        await two.query("update persons set name = $2 where id = $1", [person, `Дулатов ${nameFirst}`]);
        const ends = nameFirst ? [two, one] : [one, two];
        await Promise.all(ends.map((client) => client.query("commit")));
        await expectListed(db);
      }
      // A file is linked to a case while it loses an owner, or its grade.
      for (const change of [
        "delete from file_owners where file_id = $1",
        "update files set grade = null, version = version + 1 where id = $1",
      ])
        for (const linkFirst of [true, false]) {
          const [held, linked] = [await aFile(db), await aCase(db, [])];
          await one.query("begin");
          await two.query("begin");
          const link = (): Promise<unknown> =>
            one.query("insert into case_files (case_id, file_id, bond) values ($1, $2, 'required')", [
              linked,
              held,
            ]);
          const other = (): Promise<unknown> => two.query(change, [held]);
          // Whoever comes second waits until the first has ended.
          const [first, second] = linkFirst ? [link, other] : [other, link];
          const [ends, later] = linkFirst ? [one, two] : [two, one];
          await first();
          const waits = second();
          await ends.query("commit");
          await waits;
          await later.query("commit");
          await expectListed(db);
        }
    } finally {
      one.release();
      two.release();
    }
  });

  test("by which commission somebody who is named in a file is seen, whoever links what to it first", async () => {
    const { db } = world;
    const [one, two] = [await db.pool.connect(), await db.pool.connect()];
    try {
      for (const mentionFirst of [true, false]) {
        const [file, regional] = [await aFile(db), await aCase(db, [], { regional: bodies.regional })];
        const named = await aCase(db, []);
        await one.query("begin");
        await two.query("begin");
        const mention = (): Promise<unknown> =>
          one.query(
            `insert into mentions (id, file_id, person_id, name, role)
               select gen_random_uuid(), $1, person_id, 'x', 'witness' from cases where id = $2`,
            [file, named],
          );
        const link = (): Promise<unknown> =>
          two.query("insert into case_files (case_id, file_id, bond) values ($1, $2, 'supporting')", [
            regional,
            file,
          ]);
        for (const step of mentionFirst ? [mention, link] : [link, mention]) await step();
        const ends = mentionFirst ? [one, two] : [two, one];
        await Promise.all(ends.map((client) => client.query("commit")));
        await expectListed(db);
      }
    } finally {
      one.release();
      two.release();
    }
  });

  test("a transaction of many statements is listed as it leaves things", async () => {
    const { db } = world;
    const kases = [await aCase(db, []), await aCase(db, [])];
    const client = await db.pool.connect();
    await client.query("begin");
    for (let n = 0; n < 300; n++)
      await client.query("update cases set region = $2 where id = $1", [kases[n % 2], `region ${n}`]);
    await client.query("commit");
    client.release();
    await expectListed(db);
    const { rows } = await db.pool.query(
      "select region from listed_cases where id = any($1) order by region",
      [kases],
    );
    expect(rows).toEqual([{ region: "region 298" }, { region: "region 299" }]);
  });

  test("a transaction that takes back what it did leaves nothing to list", async () => {
    const { db } = world;
    const kase = await aCase(db, []);
    const client = await db.pool.connect();
    await client.query("begin");
    await client.query("update cases set region = 'nowhere' where id = $1", [kase]);
    await client.query("rollback");
    await client.query("begin");
    await client.query("savepoint s");
    await client.query("update cases set region = 'nowhere' where id = $1", [kase]);
    await client.query("rollback to s");
    await client.query("commit");
    client.release();
    await expectListed(db);
    const owner = await asOwner();
    const { rows } = await owner.query("select count(*)::int as left from relistings");
    await owner.end();
    expect(rows).toEqual([{ left: 0 }]);
  });
});
