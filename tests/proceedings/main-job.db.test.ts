import { describe, expect, test } from "vitest";
import { foldAll } from "@/lib/ledger/fold";
import type { Entry } from "@/lib/ledger/entry";
import type { Connection } from "@/lib/store/client";
import { bodies, type Cast } from "@/tests/support/people";
import { office } from "@/tests/support/office";
import { aCase, aDraft, aFile, noConflicts } from "@/tests/support/records";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const reason = { code: "other", text: "because" } as const;

async function declassified(): Promise<{ file: string; kase: string }> {
  const { done } = office(db);
  const file = await aFile(db);
  const kase = await aCase(db, [file]);
  await noConflicts(db, Object.values(people), [kase]);
  const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  await done(people.expert, { act: "propose", proceeding: p });
  await done(people.reader, { act: "concur", proceeding: p });
  await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
  await done(people.member1, { act: "sign", proceeding: p });
  await done(people.member2, { act: "sign", proceeding: p });
  await done(people.chair, { act: "sign", proceeding: p, basis: "decree" });
  return { file, kase };
}

describe("the main job, by perform on PostgreSQL", () => {
  test("a case goes from archived to rehabilitated, and its history folds to the live tables", async () => {
    const { done } = office(db);
    const { file, kase } = await declassified();
    expect((await db.prisma.cases.findUniqueOrThrow({ where: { id: kase } })).stage).toBe("declassified");

    const p = await done(people.secretary1, {
      act: "open",
      subject: { kind: "rehabilitation", id: kase },
      motion: "own",
    });
    await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
    await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
    await aDraft(db, kase, file, people.expert.accountId);
    await done(people.expert, { act: "submit", proceeding: p });
    await done(people.reader, { act: "concur", proceeding: p });
    await done(people.member1, { act: "sign", proceeding: p, outcome: "full" });
    await done(people.member2, { act: "sign", proceeding: p, outcome: "full" });
    await done(people.chair, { act: "sign", proceeding: p, outcome: "full", basis: "law" });
    const legalAct = {
      kind: "prosecutor",
      issuer: "Prosecutor",
      number: "7",
      date: "2026-11-20",
      favourable: true,
      scanSha256: "a".repeat(64),
    } as const;
    await done(people.secretary1, { act: "enter_act", proceeding: p, legalAct });
    await done(people.secretary2, { act: "confirm_act", proceeding: p, basis: "legal act" });

    const held = await db.prisma.cases.findUniqueOrThrow({ where: { id: kase } });
    expect(held).toMatchObject({ stage: "rehabilitated", outcome: "full" });
    expect(await db.prisma.released_cases.count({ where: { case_id: kase } })).toBe(1);

    const events = await db.prisma.events.findMany({ where: { case_id: kase }, orderBy: { seq: "asc" } });
    const entries = events.map((e) => JSON.parse(Buffer.from(e.bytes).toString("utf8")) as Entry);
    const folded = foldAll(entries);
    expect(folded.cases.get(kase)).toMatchObject({ stage: "rehabilitated", outcome: "full" });
    expect(folded.proceedings.get(p)?.step).toBe("granted");
    expect(
      entries.filter((e) => e.payload.kind === "act").map((e) => (e.payload as { act: string }).act),
    ).toEqual([
      "open",
      "assign_author",
      "assign_reader",
      "submit",
      "concur",
      "sign",
      "sign",
      "sign",
      "enter_act",
      "confirm_act",
    ]);
  });

  test("never classified: attested by one, confirmed by another", async () => {
    const { act, done } = office(db);
    const file = await aFile(db, { grade: null, owner: null });
    const kase = await aCase(db, [file]);
    await noConflicts(db, Object.values(people), [kase]);
    const p = await done(people.archivist, {
      act: "attest",
      subject: { kind: "declassification", id: file },
    });
    expect(await act(people.archivist, { act: "confirm", proceeding: p, basis: "register" })).toMatchObject({
      ok: false,
      refusal: { article: "D2", condition: "notAttester" },
    });
    await done(people.archivist2, { act: "confirm", proceeding: p, basis: "register" });
    expect(await db.prisma.cases.findUniqueOrThrow({ where: { id: kase } })).toMatchObject({
      stage: "declassified",
      never_secret: true,
    });
  });

  test("a refusal is returned, named, and in the history; what cannot be seen does not exist", async () => {
    const { act } = office(db);
    const file = await aFile(db);
    const refused = await act(people.expert, {
      act: "open",
      subject: { kind: "declassification", id: file },
    });
    expect(refused).toEqual({
      ok: false,
      refusal: { article: "D3", condition: "heldRole", detail: { by: "archivist" } },
    });
    expect(await db.prisma.events.count({ where: { file_id: file, refused: true } })).toBe(1);
    expect(
      await act(people.security, { act: "open", subject: { kind: "declassification", id: file } }),
    ).toEqual({ ok: false, unknown: true });
  });

  test("return voids later signatures, keeps them, and the work is done again", async () => {
    const { done } = office(db);
    const file = await aFile(db);
    const kase = await aCase(db, [file]);
    await noConflicts(db, Object.values(people), [kase]);
    const p = await done(people.archivist, { act: "open", subject: { kind: "declassification", id: file } });
    await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
    await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
    await done(people.expert, { act: "propose", proceeding: p });
    await done(people.reader, { act: "concur", proceeding: p });
    await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
    await done(people.member1, { act: "sign", proceeding: p });
    await done(people.member2, {
      act: "return",
      proceeding: p,
      toStep: "second_reading",
      reason,
      missing: "sheet 5",
    });
    const signatures = await db.prisma.signatures.findMany({ where: { proceeding_id: p } });
    expect(signatures).toHaveLength(3);
    expect(signatures.every((s) => s.void_reason === "returned")).toBe(true);
    await done(people.reader, { act: "concur", proceeding: p });
  });
});
