import { describe, expect, test } from "vitest";
import { submitList } from "@/lib/findings/submit-list";
import { createCommon, releaseCommon, reviseCommon, saveCommon } from "@/lib/findings/write-common";
import { toDraft } from "@/lib/findings/rows";
import type { Draft } from "@/lib/findings/view";
import { openDraft, saveDraft } from "@/lib/findings/write";
import { perform } from "@/lib/proceedings/perform";
import type { Connection } from "@/lib/store/client";
import { loadCommon } from "@/lib/store/commons";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { office } from "@/tests/support/office";
import { person, type Cast } from "@/tests/support/people";
import { noConflicts } from "@/tests/support/records";
import { complete, onScreen, studied } from "./study";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const desk = () => office(db).desk;
const common = async (findingId: string) =>
  (await loadCommon(db.pool, await loadReach(db.pool, people.expert), findingId, people.expert.accountId))!;

/** Everybody but `left` of them is noted in the list with their sheet. */
async function note(cases: readonly string[], file: string, left = 0): Promise<void> {
  const held = await db.prisma.cases.findMany({
    where: { id: { in: [...cases] } },
    select: { person_id: true, person: { select: { name: true } } },
    orderBy: { id: "asc" },
  });
  await db.prisma.mentions.createMany({
    data: held.slice(left).map((c, i) => ({
      id: newId(),
      file_id: file,
      person_id: c.person_id,
      name: c.person.name,
      role: "accused",
      position: i % 20,
    })),
  });
}

async function released(file: string): Promise<string> {
  const made = await createCommon(desk(), people.expert, { fileId: file, title: "Order of 1941" });
  if (!made.ok) throw new Error(JSON.stringify(made));
  const { findingId } = made.value;
  const { newest } = await common(findingId);
  const empty = toDraft(newest, []);
  const draft: Draft = complete(
    { ...empty, claims: empty.claims.map((c) => ({ ...c, text: `${c.kind} of everybody` })) },
    file,
  );
  const saved = await saveCommon(desk(), people.expert, { versionId: newest.id, draftVersion: 1, draft });
  expect(saved).toMatchObject({ kind: "saved", draftVersion: 2 });
  const let_ = await releaseCommon(desk(), people.expert, { findingId, draftVersion: 2 }, file);
  expect(let_).toMatchObject({ ok: true, article: "P14" });
  return findingId;
}

const said = { earlierSearch: "card index", exclusionCheck: "none", ground: "", language: "ru" } as const;
async function itemsOf(cases: readonly string[], proceedings: readonly string[]) {
  const held = await db.prisma.proceedings.findMany({ where: { id: { in: [...proceedings] } } });
  return cases.map((caseId) => {
    const p = held.find((one) => one.case_id === caseId)!;
    return { caseId, proceeding: p.id, version: p.version };
  });
}

describe("a common finding", () => {
  test("is begun by whoever studies a case of the file, released only whole, then never changed", async () => {
    const { file } = await studied(db, people, 2);
    const refused = await createCommon(desk(), people.reader, { fileId: file, title: "x" });
    expect(refused).toMatchObject({ ok: false, refusal: { article: "P14" } });
    const made = await createCommon(desk(), people.expert, { fileId: file, title: "x" });
    if (!made.ok) throw new Error("not made");
    const { findingId } = made.value;
    const early = await releaseCommon(desk(), people.expert, { findingId, draftVersion: 1 }, file);
    expect(early).toEqual({ ok: false, left: "incomplete" });
    const whole = await released(file);
    const { newest } = await common(whole);
    expect(newest.hash).toMatch(/^[0-9a-f]{64}$/);
    await expect(
      db.prisma.claims.updateMany({ where: { version_id: newest.id }, data: { text: "other" } }),
    ).rejects.toThrow(/never changes/);
    const again = { versionId: newest.id, draftVersion: 2, draft: toDraft(newest, []) };
    expect(await saveCommon(desk(), people.expert, again)).toEqual({ kind: "submitted" });
    expect(await reviseCommon(desk(), people.expert, whole, file)).toMatchObject({ ok: true });
    expect(await common(whole)).toMatchObject({ newest: { number: 2, hash: null }, released: { number: 1 } });
  });

  test("serves fifty cases in one act, with a result for each; again it is the same answer", async () => {
    const { file, cases, proceedings } = await studied(db, people, 50);
    await note(cases, file, 2);
    const findingId = await released(file);
    const items = await itemsOf(cases, proceedings);
    const input = { key: newId(), findingId, items, ...said };
    const results = await submitList(desk(), people.expert, input);
    const done = results.filter((r) => r.answer.kind === "done");
    const refused = results.filter((r) => r.answer.kind === "refused");
    expect([done.length, refused.length]).toEqual([48, 2]);
    // The two that the list's description does not name: cited to nothing, refused, and left as drafts.
    expect(refused.map((r) => r.answer.kind === "refused" && r.answer.refusal.condition)).toEqual([
      "claimsCited",
      "claimsCited",
    ]);
    expect(await submitList(desk(), people.expert, input)).toEqual(results);
    const at = await db.prisma.proceedings.groupBy({
      by: ["step", "outcome"],
      where: { id: { in: proceedings } },
      _count: true,
    });
    expect(at.map((g) => [g.step, g.outcome, g._count]).sort()).toEqual([
      ["second_reading", "full", 48],
      ["study", null, 2],
    ]);
    expect(
      await db.prisma.events.count({ where: { case_id: { in: cases }, act: "submit", refused: false } }),
    ).toBe(48);
    expect(await db.prisma.finding_versions.count({ where: { finding: { case_id: { in: cases } } } })).toBe(
      50,
    );

    const waiting = await db.prisma.proceedings.findMany({
      where: { id: { in: proceedings }, step: "second_reading" },
    });
    const read = await perform(desk(), people.reader, {
      key: newId(),
      requests: waiting.map((p) => ({
        act: "concur",
        proceeding: p.id,
        version: p.version,
        dossierHash: p.dossier_hash!,
      })),
      said: { text: "I have read them", method: "password", register: true },
    });
    expect(read.every((r) => r.ok)).toBe(true);
    const signed = await db.prisma.signatures.count({
      where: { proceeding_id: { in: proceedings }, slot: "reader", register: true },
    });
    expect(signed).toBe(48);
  });

  test("fills in what a draft already begun leaves empty, and keeps what is written", async () => {
    const { file, cases, proceedings } = await studied(db, people, 2);
    await note(cases, file);
    const findingId = await released(file);
    const caseId = cases[0]!;
    await openDraft(desk(), people.expert, { caseId, language: "ru" });
    const { draft, versionId } = await onScreen(db, people.expert, caseId);
    const identity = "Written by hand.";
    const claims = draft.claims.map((c) => (c.kind === "identity" ? { ...c, text: identity } : c));
    await saveDraft(desk(), people.expert, { versionId, draftVersion: 1, draft: { ...draft, claims } });
    const items = await itemsOf([caseId], proceedings);
    const [result] = await submitList(desk(), people.expert, { key: newId(), findingId, items, ...said });
    expect(result!.answer.kind).toBe("done");
    const held = await db.prisma.claims.findMany({
      where: { version_id: versionId },
      orderBy: { position: "asc" },
    });
    expect(held.map((c) => c.kind)).toEqual(["identity", "applied", "exclusion"]);
    expect(held[0]!.text).toBe(identity);
  });

  test("makes its author an author of every case that shares it", async () => {
    const { done, act } = office(db);
    const expert2 = await person(db, "expert2", "expert", "group");
    const { file, cases, proceedings } = await studied(db, people, 2);
    await note(cases, file);
    const findingId = await released(file);
    const [caseId, proceeding] = [cases[0]!, proceedings[0]!];
    await done(people.head, { act: "assign_author", proceeding, assignee: expert2.accountId });
    await noConflicts(db, [expert2], cases);
    const items = await itemsOf([caseId], [proceeding]);
    const [result] = await submitList(desk(), expert2, { key: newId(), findingId, items, ...said });
    expect(result!.answer.kind).toBe("done");
    const assigned = await act(people.head, {
      act: "assign_reader",
      proceeding,
      assignee: people.expert.accountId,
    });
    expect(assigned).toMatchObject({ ok: false, refusal: { condition: "assigneeNotAuthor" } });
  });
});
