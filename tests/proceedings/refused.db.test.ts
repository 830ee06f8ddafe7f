import { expect, test } from "vitest";
import { foldAll } from "@/lib/ledger/fold";
import type { Entry } from "@/lib/ledger/entry";
import type { Connection } from "@/lib/store/client";
import { office } from "@/tests/support/office";
import { bodies, type Cast } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const reason = { code: "secrecy", text: "Every sheet names a source" } as const;

async function opened(): Promise<{ file: string; p: string }> {
  const { done } = office(db);
  const file = await aFile(db);
  const kase = await aCase(db, [file]);
  await noConflicts(db, Object.values(people), [kase]);
  const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  return { file, p };
}

test("what was refused is not opened anew; the deputy stands in for the chair who refused it", async () => {
  const { act, done } = office(db);
  const { file, p } = await opened();
  await done(people.expert, { act: "propose", proceeding: p });
  await done(people.reader, { act: "concur", proceeding: p });
  await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
  await done(people.member1, { act: "refuse", proceeding: p, reason });
  await done(people.member2, { act: "refuse", proceeding: p, reason });
  await done(people.chair, { act: "refuse", proceeding: p, reason, basis: "decree", until: "2030-01-01" });

  const anew = { act: "open", subject: { kind: "declassification", id: file } } as const;
  expect(await act(people.archivist, anew)).toMatchObject({
    ok: false,
    refusal: { article: "D3", condition: "notRefusedBefore" },
  });
  const evidence = {
    reason: { code: "new_evidence", text: "The source was named in print" },
    basis: "decree",
  } as const;
  expect(await act(people.member1, { act: "reopen_second", proceeding: p, ...evidence })).toMatchObject({
    refusal: { condition: "onFreshBench" },
  });
  await done(people.member3, { act: "reopen_second", proceeding: p, ...evidence });
  expect(await act(people.chair, { act: "reopen", proceeding: p, ...evidence })).toMatchObject({
    refusal: { condition: "onFreshBench" },
  });
  await done(people.deputy, { act: "reopen", proceeding: p, ...evidence });
  expect(await db.prisma.proceedings.findUniqueOrThrow({ where: { id: p } })).toMatchObject({
    step: "study",
    round: 2,
    decided_at: null,
  });
});

test("a proceeding withdrawn while deferred, and a recusal from it, fold to what stands in the tables", async () => {
  const { done } = office(db);
  const { p } = await opened();
  await done(people.secretary1, { act: "defer", proceeding: p, reason, until: "2030-01-01" });
  await done(people.expert, { act: "declare_conflict", proceeding: p, conflict: "relative" });
  await done(people.secretary1, { act: "withdraw", proceeding: p, reason });
  const events = await db.prisma.events.findMany({ where: { proceeding_id: p }, orderBy: { seq: "asc" } });
  const entries = events.map((e) => JSON.parse(Buffer.from(e.bytes).toString("utf8")) as Entry);
  const folded = foldAll(entries).proceedings.get(p)!;
  const live = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: p } });
  expect(folded).toMatchObject({ step: "withdrawn", deferred: "2030-01-01", version: live.version });
  expect(live.deferred_until?.toISOString().slice(0, 10)).toBe(folded.deferred);
});
