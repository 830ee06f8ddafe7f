import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { verifyHistory } from "@/lib/history/verify";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { cast } from "@/tests/support/people";

let base: TestDatabase;
let db: Connection;
let proceeding: string;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl);
  const people = await cast(db);
  const journey = await atSigning(db, people);
  proceeding = journey.proceeding;
  const { done } = office(db);
  await done(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, basis: "decree" });
});
afterAll(async () => {
  await db.close();
  await base.drop();
});

async function asSuperuser(sql: string, ...values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: base.ownerUrl });
  await client.connect();
  await client.query("set session_replication_role = replica");
  await client.query(sql, values);
  await client.end();
}

test("what a database administrator alters is named, and mending it is seen as well", async () => {
  expect((await verifyHistory(db.pool)).faults).toEqual([]);

  await asSuperuser(
    "update signatures set slot = 'member:9' where proceeding_id = $1 and slot = 'member:1'",
    proceeding,
  );
  const forged = await verifyHistory(db.pool);
  expect(forged.faults).toHaveLength(1);
  expect(forged.faults[0]?.at).toMatch(/^signatures /);
  expect(forged.faults[0]?.what).toContain("member:9");
  await asSuperuser(
    "update signatures set slot = 'member:1' where proceeding_id = $1 and slot = 'member:9'",
    proceeding,
  );

  await asSuperuser("alter table events disable trigger all");
  await asSuperuser(
    "update events set bytes = bytes || '\\x20'::bytea where proceeding_id = $1 and act = 'propose'",
    proceeding,
  );
  const rewritten = await verifyHistory(db.pool);
  expect(rewritten.faults[0]?.what).toBe("is not in canonical form");
});
