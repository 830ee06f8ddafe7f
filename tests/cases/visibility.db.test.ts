import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readCase } from "@/lib/cases/read";
import { readHistory, readHistoryOf } from "@/lib/cases/read-history";
import { findForPalette, readCases, readCaseSearch } from "@/lib/cases/read-list";
import { readQueueCount } from "@/lib/cases/read-queue";
import { readProceeding } from "@/lib/cases/read-subject";
import { readReceipt } from "@/lib/cases/read-receipt";
import type { Actor } from "@/lib/law/actor";
import { searchKey } from "@/lib/names/tokens";
import { closeConnections, connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { pointAt } from "@/tests/support/environment";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { cast, type Cast } from "@/tests/support/people";

let base: TestDatabase;
let db: Connection;
let people: Cast;
let subject: { proceeding: string; file: string; kase: string };
let signature: string;

beforeAll(async () => {
  base = await freshDatabase();
  pointAt(base);
  db = connect(base.appUrl);
  people = await cast(db);
  subject = await atSigning(db, people);
  await office(db).done(people.member1, { act: "sign", proceeding: subject.proceeding });
  signature = (await db.prisma.signatures.findFirstOrThrow({ where: { slot: "member:1" } })).id;
  await db.pool.query(
    "update persons set name = 'Қоңыратов Есім', search_key = $1 where id = (select person_id from cases where id = $2)",
    [searchKey("Қоңыратов Есім"), subject.kase],
  );
});
afterAll(async () => {
  await closeConnections();
  await db.close();
  await base.drop();
});

/** Every way in which the case could show itself to somebody. */
async function traces(actor: Actor) {
  const list = await readCases(actor, readCaseSearch({}));
  const named = await readCases(actor, readCaseSearch({ q: "Конуратов" }));
  const palette = await findForPalette(actor, "Коныратов Есим");
  const history = await readHistory(actor, {});
  return {
    list: list.rows.length,
    total: list.total,
    named: named.rows.length,
    page: (await readCase(actor, subject.kase)) !== null,
    proceeding: (await readProceeding(actor, subject.proceeding)) !== null,
    receipt: (await readReceipt(actor, subject.proceeding, signature)) !== null,
    palette: palette.cases.length + palette.persons.length,
    queue: await readQueueCount(actor),
    history: history.rows.filter(
      (row) => row.about.caseId === subject.kase || row.about.fileId === subject.file,
    ).length,
    ofCase: (await readHistoryOf(actor, { proceedingId: subject.proceeding }, false)).rows.length,
  };
}

describe("a case that somebody recused themself from", () => {
  test("is there for a member without a conflict, and nowhere for the same member with one", async () => {
    const seen = await traces(people.member2);
    expect(seen).toMatchObject({ list: 1, total: 1, page: true, proceeding: true, receipt: true, queue: 1 });
    expect(seen.palette).toBeGreaterThan(0);
    expect(seen.ofCase).toBeGreaterThan(3);
    const insert = `insert into conflict_answers (id, account_id, case_id, file_id, answer, kind, at)
      values (gen_random_uuid(), $1, $2, $3, 'conflict', 'relative', now())`;
    await db.pool.query(insert, [people.member2.accountId, subject.kase, null]);
    await db.pool.query(insert, [people.member2.accountId, null, subject.file]);
    expect(await traces(people.member2)).toEqual({
      list: 0,
      total: 0,
      named: 0,
      page: false,
      proceeding: false,
      receipt: false,
      palette: 0,
      queue: 0,
      history: 0,
      ofCase: 0,
    });
    expect((await traces(people.member3)).page).toBe(true);
  });

  test("an administrator sees no case at all, an agency only its own", async () => {
    expect(await traces(people.administrator)).toMatchObject({
      list: 0,
      total: 0,
      page: false,
      palette: 0,
      ofCase: 0,
    });
    expect((await traces(people.interior)).page).toBe(true);
    expect((await traces(people.security)).page).toBe(false);
  });

  test("what is not there answers as what is not seen", async () => {
    const nowhere = "00000000-0000-7000-8000-000000000000";
    expect(await readCase(people.member1, nowhere)).toBeNull();
    expect(await readCase(people.member1, "not an id")).toBeNull();
    expect(await readProceeding(people.member1, nowhere)).toBeNull();
  });
});
