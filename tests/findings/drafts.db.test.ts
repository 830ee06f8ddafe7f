import { describe, expect, test } from "vitest";
import type { Draft } from "@/lib/findings/view";
import { openDraft, saveDraft } from "@/lib/findings/write";
import type { Connection } from "@/lib/store/client";
import { office } from "@/tests/support/office";
import type { Cast } from "@/tests/support/people";
import { complete, onScreen, studied, written } from "./study";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const desk = () => office(db).desk;
const language = "ru" as const;

describe("a draft", () => {
  test("is made once, out of the registered episode, in full sentences, with one entry of the history", async () => {
    const { cases } = await studied(db, people);
    const [caseId] = cases as [string];
    expect(await openDraft(desk(), people.expert, { caseId, language })).toMatchObject({
      ok: true,
      article: "P14",
    });
    expect(await openDraft(desk(), people.expert, { caseId, language })).toEqual({
      ok: false,
      left: "there",
    });
    const { draft, study } = await onScreen(db, people.expert, caseId);
    expect(draft.claims.map((c) => c.kind)).toEqual([
      "identity",
      "charge",
      "organ",
      "measure",
      "ground",
      "applied",
      "exclusion",
    ]);
    expect(draft.claims[0]!.text).toContain(study.episode.name);
    expect(draft.claims[1]!.text).toBe("Обвинение предъявлено по статье: 58-10.");
    expect(draft.claims.every((c) => c.citations.length === 0)).toBe(true);
    expect(await db.prisma.events.count({ where: { case_id: caseId, act: "save_draft" } })).toBe(1);
  });

  test("is made by its assigned author alone; the refusal is in the history", async () => {
    const { cases } = await studied(db, people);
    const [caseId] = cases as [string];
    const refused = await openDraft(desk(), people.reader, { caseId, language });
    expect(refused).toMatchObject({ ok: false, refusal: { article: "P14", condition: "heldRole" } });
    expect(await db.prisma.events.count({ where: { case_id: caseId, refused: true } })).toBe(1);
    expect(await db.prisma.findings.count({ where: { case_id: caseId } })).toBe(0);
  });

  test("comes back as it was saved, and saving leaves no entry", async () => {
    const { cases, file } = await studied(db, people);
    const [caseId] = cases as [string];
    const whole = await written(db, people.expert, caseId, file);
    const { draft, draftVersion } = await onScreen(db, people.expert, caseId);
    expect(draft).toEqual(whole);
    expect(draftVersion).toBe(2);
    expect(await db.prisma.events.count({ where: { case_id: caseId, act: "save_draft" } })).toBe(1);
  });

  test("that another tab saved first is refused with what stands there; then either goes on", async () => {
    const { cases } = await studied(db, people);
    const [caseId] = cases as [string];
    await openDraft(desk(), people.expert, { caseId, language });
    const shown = await onScreen(db, people.expert, caseId);
    const say = (text: string): Draft => ({
      ...shown.draft,
      fields: { ...shown.draft.fields, summary: text },
    });
    const save = (draft: Draft, draftVersion: number) =>
      saveDraft(desk(), people.expert, { versionId: shown.versionId, draftVersion, draft });
    expect(await save(say("first"), 1)).toMatchObject({ kind: "saved", draftVersion: 2 });
    const stale = await save(say("second"), 1);
    expect(stale).toMatchObject({ kind: "stale", draftVersion: 2, theirs: { fields: { summary: "first" } } });
    expect((await onScreen(db, people.expert, caseId)).draft.fields.summary).toBe("first");
    expect(await save(say("second"), 2)).toMatchObject({ kind: "saved", draftVersion: 3 });
    expect((await onScreen(db, people.expert, caseId)).draft.fields.summary).toBe("second");
  });

  test("of two saves at once one is stale and nothing is mixed", async () => {
    const { cases, file } = await studied(db, people);
    const [caseId] = cases as [string];
    await openDraft(desk(), people.expert, { caseId, language });
    const { versionId, draft } = await onScreen(db, people.expert, caseId);
    const both = await Promise.all(
      [1, 2, 3, 4].map(() =>
        saveDraft(desk(), people.expert, { versionId, draftVersion: 1, draft: complete(draft, file) }),
      ),
    );
    expect(both.map((s) => s.kind).sort()).toEqual(["saved", "stale", "stale", "stale"]);
    expect((await onScreen(db, people.expert, caseId)).draft.claims).toHaveLength(7);
  });

  test("cites sheets of the case's own files that are there", async () => {
    const { cases, file } = await studied(db, people);
    const other = await studied(db, people);
    const [caseId] = cases as [string];
    await openDraft(desk(), people.expert, { caseId, language });
    const { versionId, draft } = await onScreen(db, people.expert, caseId);
    const cite = (fileId: string, to: number): Draft => {
      const whole = complete(draft, fileId);
      whole.claims[0]!.citations[0]!.to = to;
      return whole;
    };
    const save = (asked: Draft) =>
      saveDraft(desk(), people.expert, { versionId, draftVersion: 1, draft: asked });
    const elsewhere = await save(cite(other.file, 3));
    expect(elsewhere.kind === "faults" && Object.values(elsewhere.faults)).toEqual(
      new Array(7).fill("notLinked"),
    );
    const beyond = await save(cite(file, 20));
    expect(beyond.kind === "faults" && Object.values(beyond.faults)).toEqual(["notInFile"]);
    expect(await save(cite(file, 19))).toMatchObject({ kind: "saved" });
  });

  test("of somebody else's case does not exist for a person outside", async () => {
    const { cases } = await studied(db, people);
    const [caseId] = cases as [string];
    await openDraft(desk(), people.expert, { caseId, language });
    const { versionId, draft } = await onScreen(db, people.expert, caseId);
    expect(await saveDraft(desk(), people.security, { versionId, draftVersion: 1, draft })).toEqual({
      kind: "unknown",
    });
    expect(await saveDraft(desk(), people.reader, { versionId, draftVersion: 1, draft })).toMatchObject({
      kind: "refused",
      refusal: { article: "P14" },
    });
  });
});
