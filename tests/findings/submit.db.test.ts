import { describe, expect, test } from "vitest";
import { submit } from "@/lib/findings/perform";
import type { Draft } from "@/lib/findings/view";
import { tasksOf } from "@/lib/findings/view-tasks";
import { openDraft, saveDraft } from "@/lib/findings/write";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { office } from "@/tests/support/office";
import { person, type Cast } from "@/tests/support/people";
import { onScreen, studied, written } from "./study";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

const desk = () => office(db).desk;
const language = "ru" as const;

type Spoil = (draft: Draft) => Draft;
const withFields =
  (fields: Partial<Draft["fields"]>): Spoil =>
  (d) => ({
    ...d,
    fields: { ...d.fields, ...fields },
  });
const withClaims =
  (to: (claims: Draft["claims"]) => Draft["claims"]): Spoil =>
  (d) => ({ ...d, claims: to(d.claims) });

/** What is taken away, the condition of R2 that misses it, and the task that names it. */
const missing: [string, Spoil, string, string][] = [
  ["the search", withFields({ earlierSearch: "" }), "earlierActSearched", "earlierSearch"],
  ["the exclusion check", withFields({ exclusionCheck: "" }), "exclusionChecked", "exclusionCheck"],
  ["what the check found", withFields({ exclusionFound: null }), "exclusionChecked", "exclusionFound"],
  [
    "the answer to a charge",
    (d) => ({ ...d, charges: d.charges.map((c) => ({ ...c, outcome: null })) }),
    "chargesDecided",
    "charge",
  ],
  [
    "a required claim",
    withClaims((all) => all.filter((c) => c.kind !== "organ")),
    "claimsComplete",
    "claimMissing",
  ],
  [
    "a citation",
    withClaims((all) => all.map((c, i) => (i === 0 ? { ...c, citations: [] } : c))),
    "claimsCited",
    "claimUncited",
  ],
  [
    "a quote",
    withClaims((all) =>
      all.map((c, i) =>
        i === 1 ? { ...c, citations: c.citations.map((one) => ({ ...one, quote: " " })) } : c,
      ),
    ),
    "claimsCited",
    "citationUnquoted",
  ],
];

describe("R2", () => {
  test.each(missing)("misses %s and names it; with it the finding goes to second reading", async (...row) => {
    const [, spoil, condition, task] = row;
    const { cases, file, proceedings } = await studied(db, people);
    const [caseId, proceeding] = [cases[0]!, proceedings[0]!];
    const whole = await written(db, people.expert, caseId, file);
    const { versionId } = await onScreen(db, people.expert, caseId);
    const asked = {
      requiredKinds: ["identity", "charge", "organ", "measure", "ground", "applied", "exclusion"],
      common: [],
      isSecret: () => false,
    };
    expect(tasksOf(spoil(whole), asked).map((t) => t.key)).toContain(task);
    expect(tasksOf(whole, asked)).toEqual([]);

    const { version } = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
    const attempt = async (draft: Draft, draftVersion: number) => {
      await saveDraft(desk(), people.expert, { versionId, draftVersion, draft });
      const shown = { proceeding, version, versionId, draftVersion: draftVersion + 1 };
      return submit(desk(), people.expert, { key: newId(), ...shown });
    };
    expect(await attempt(spoil(whole), 2)).toMatchObject({
      kind: "refused",
      refusal: { article: "R2", condition },
    });
    expect(await attempt(whole, 3)).toEqual({ kind: "done", proceeding });
    const p = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
    expect(p).toMatchObject({ step: "second_reading", outcome: "full" });
  });

  test("submits what was shown: a draft saved elsewhere since is not", async () => {
    const { cases, file, proceedings } = await studied(db, people);
    await written(db, people.expert, cases[0]!, file);
    const { versionId } = await onScreen(db, people.expert, cases[0]!);
    const { version } = await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceedings[0]! } });
    const shown = { key: newId(), proceeding: proceedings[0]!, version, versionId };
    expect(await submit(desk(), people.expert, { ...shown, draftVersion: 1 })).toEqual({ kind: "stale" });
    expect(await submit(desk(), people.expert, { ...shown, draftVersion: 2 })).toMatchObject({
      kind: "done",
    });
  });

  test("freezes the version; after a return a copy of it is written on", async () => {
    const { done } = office(db);
    const { cases, file, proceedings } = await studied(db, people);
    const [caseId, proceeding] = [cases[0]!, proceedings[0]!];
    const whole = await written(db, people.expert, caseId, file);
    const first = await onScreen(db, people.expert, caseId);
    await done(people.expert, { act: "submit", proceeding });
    const again = { versionId: first.versionId, draftVersion: 2, draft: whole };
    expect(await saveDraft(desk(), people.expert, again)).toEqual({ kind: "submitted" });
    await expect(
      db.prisma.claims.updateMany({ where: { version_id: first.versionId }, data: { text: "other" } }),
    ).rejects.toThrow(/never changes/);

    const reason = { code: "citation", text: "sheet 3 says otherwise" } as const;
    await done(people.reader, { act: "return", proceeding, toStep: "study", reason, missing: "sheet 3" });
    expect(await openDraft(desk(), people.expert, { caseId, language })).toMatchObject({ ok: true });
    const second = await onScreen(db, people.expert, caseId);
    expect(second.study.newest).toMatchObject({ number: 2, submittedAt: null, hash: null });
    expect(second.study.returned).toMatchObject({ text: reason.text, missing: "sheet 3" });
    const plain = ({ claims, ...rest }: Draft) => ({
      ...rest,
      claims: claims.map(({ id: _, citations, ...claim }) => ({
        ...claim,
        citations: citations.map(({ id: _id, ...c }) => c),
      })),
    });
    expect(plain(second.draft)).toEqual(plain(whole));
    expect(second.draft.claims[0]!.id).not.toBe(whole.claims[0]!.id);
    await done(people.expert, { act: "submit", proceeding });
    expect(
      await db.prisma.finding_versions.count({ where: { finding: { case_id: caseId }, hash: null } }),
    ).toBe(0);
  });

  test("a draft passes to another author, and whoever wrote in it stays an author", async () => {
    const { done, act } = office(db);
    const expert2 = await person(db, "expert2", "expert", "group");
    const { cases, file, proceedings } = await studied(db, people);
    const [caseId, proceeding] = [cases[0]!, proceedings[0]!];
    await written(db, people.expert, caseId, file);
    await done(people.head, { act: "assign_reader", proceeding, assignee: expert2.accountId });
    await done(people.head, { act: "assign_author", proceeding, assignee: people.reader.accountId });
    expect(await openDraft(desk(), people.reader, { caseId, language })).toMatchObject({ ok: true });
    const { versionId, draft, draftVersion } = await onScreen(db, people.reader, caseId);
    expect(await saveDraft(desk(), people.expert, { versionId, draftVersion, draft })).toMatchObject({
      kind: "refused",
    });
    await done(people.reader, { act: "submit", proceeding });
    expect(
      await act(people.head, { act: "assign_reader", proceeding, assignee: people.expert.accountId }),
    ).toMatchObject({ ok: false, refusal: { condition: "assigneeNotAuthor" } });
  });
});
