import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { loadQueue, type Queue } from "@/lib/store/queue";
import { placeInQueue } from "@/lib/store/queue-place";
import { loadReach } from "@/lib/store/reach";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { bodies, type Cast } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

async function queueOf(actor: Actor): Promise<Queue> {
  return loadQueue(db.pool, actor, await loadReach(db.pool, actor), "2026-11-22");
}

/** What this proceeding asks of the actor, or nothing. */
async function asked(actor: Actor, proceeding: string): Promise<string[]> {
  return (await queueOf(actor)).rows.filter((row) => row.proceeding === proceeding).map((row) => row.what);
}

describe("what waits, by the side of what does not", () => {
  test("a member until they or enough others signed, the chair only then, the author never", async () => {
    const { done } = office(db);
    const { proceeding } = await atSigning(db, people);
    expect(await asked(people.member1, proceeding)).toEqual(["sign"]);
    expect(await asked(people.chair, proceeding)).toEqual([]);
    await done(people.member1, { act: "sign", proceeding });
    expect(await asked(people.member1, proceeding)).toEqual([]);
    expect(await asked(people.member3, proceeding)).toEqual(["sign"]);
    await done(people.member2, { act: "sign", proceeding });
    expect(await asked(people.member3, proceeding)).toEqual([]);
    expect(await asked(people.chair, proceeding)).toEqual(["sign"]);
    expect(await asked(people.deputy, proceeding)).toEqual([]);
    for (const other of [
      people.expert,
      people.reader,
      people.archivist,
      people.auditor,
      people.administrator,
    ]) {
      expect(await asked(other, proceeding)).toEqual([]);
    }
  });

  test("the deputy where the chair is away", async () => {
    const { done } = office(db);
    const { proceeding } = await atSigning(db, people);
    await done(people.member1, { act: "sign", proceeding });
    await done(people.member2, { act: "sign", proceeding });
    expect(await asked(people.deputy, proceeding)).toEqual([]);
    await db.pool.query(
      "insert into absences (id, account_id, from_date, to_date, reason) values (gen_random_uuid(), $1, '2026-11-20', '2026-11-30', 'leave')",
      [people.chair.accountId],
    );
    expect(await asked(people.deputy, proceeding)).toEqual(["sign"]);
    await db.pool.query("update absences set to_date = '2026-11-21'");
  });

  test("assignment, study, second reading and the owners, each in its turn", async () => {
    const { done } = office(db);
    const file = await aFile(db);
    const kase = await aCase(db, [file]);
    await noConflicts(db, Object.values(people), [kase]);
    const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
    expect(await asked(people.head, p)).toEqual(["assign"]);
    expect(await asked(people.expert, p)).toEqual([]);
    await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
    await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
    expect(await asked(people.head, p)).toEqual([]);
    expect(await asked(people.expert, p)).toEqual(["study"]);
    expect(await asked(people.reader, p)).toEqual([]);
    await done(people.expert, { act: "propose", proceeding: p });
    expect(await asked(people.reader, p)).toEqual(["read"]);
    await done(people.reader, { act: "concur", proceeding: p });
    expect(await asked(people.interior, p)).toEqual(["reply"]);
    expect(await asked(people.security, p)).toEqual([]);
    await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
    expect(await asked(people.interior, p)).toEqual([]);
  });

  test("an open question waits for its author and holds the signature back", async () => {
    const { done } = office(db);
    const { proceeding } = await atSigning(db, people);
    await done(people.member1, { act: "ask", proceeding, text: "Which sheet?" });
    expect(await asked(people.expert, proceeding)).toEqual(["question"]);
    expect(await asked(people.member1, proceeding)).toEqual([]);
    await done(people.expert, { act: "answer_question", proceeding, text: "Sheet 5." });
    expect(await asked(people.expert, proceeding)).toEqual([]);
    expect(await asked(people.member1, proceeding)).toEqual(["sign"]);
  });

  test("without one's own conflict answer it says so; with a conflict it is gone", async () => {
    const { proceeding, kase } = await atSigning(db, people);
    const before = await queueOf(people.member3);
    expect(before.rows.find((row) => row.proceeding === proceeding)?.unanswered).toBe(false);
    await db.pool.query(
      `insert into conflict_answers (id, account_id, case_id, answer, kind, at)
       values (gen_random_uuid(), $1, $2, 'conflict', 'relative', now())`,
      [people.member3.accountId, kase],
    );
    const after = await queueOf(people.member3);
    expect(after.rows.some((row) => row.proceeding === proceeding)).toBe(false);
    expect(after.total).toBe(before.total - 1);
  });

  test("an unanswered item is counted among the conflicts, and kept out of the registers", async () => {
    const file = await aFile(db, { grade: null, owner: null });
    const kase = await aCase(db, [file]);
    await noConflicts(db, [people.archivist], [kase]);
    const { done } = office(db);
    const p = await done(people.archivist, {
      act: "attest",
      subject: { kind: "declassification", id: file },
    });
    expect(await asked(people.archivist, p)).toEqual([]);
    const queue = await queueOf(people.archivist2);
    expect(queue.rows.find((row) => row.proceeding === p)).toMatchObject({
      what: "confirm",
      unanswered: true,
    });
    expect(queue.conflicts).toBe(1);
  });
});

describe("the place of a proceeding in one's queue", () => {
  const placeOf = async (actor: Actor, proceeding: string | null) =>
    placeInQueue(db.steady, actor, await loadReach(db.pool, actor), "2026-11-22", proceeding);

  test("follows the order of the list, and leads to what lies before and after", async () => {
    await atSigning(db, people);
    await atSigning(db, people);
    const order = (await queueOf(people.member3)).rows.map((row) => row.proceeding);
    expect(order.length).toBeGreaterThan(1);
    for (const [index, proceeding] of order.entries()) {
      expect(await placeOf(people.member3, proceeding)).toMatchObject({
        total: order.length,
        at: index + 1,
        previous: index === 0 ? null : { proceeding: order[index - 1] },
        next: index === order.length - 1 ? null : { proceeding: order[index + 1] },
      });
    }
  });

  test("begins anew once it no longer waits; nothing ever waits for an auditor", async () => {
    const { done } = office(db);
    const { proceeding } = await atSigning(db, people);
    await done(people.member3, { act: "sign", proceeding });
    const [first] = (await queueOf(people.member3)).rows;
    expect(await placeOf(people.member3, proceeding)).toMatchObject({
      at: null,
      previous: null,
      next: { proceeding: first!.proceeding },
    });
    expect(await placeOf(people.auditor, proceeding)).toBeNull();
  });
});
