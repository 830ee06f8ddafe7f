import { describe, expect, test } from "vitest";
import { readingOf } from "@/lib/findings/reading";
import { openDraft, saveDraft } from "@/lib/findings/write";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { isReadable, keepMarks, loadReading } from "@/lib/store/reading";
import { office } from "@/tests/support/office";
import type { Cast } from "@/tests/support/people";
import { onScreen, studied, written } from "./study";
import { withCast } from "@/tests/support/with-cast";

let db: Connection;
let people: Cast;
withCast((opened) => ({ db, people } = opened));

async function reading(actor: Actor, caseId: string) {
  const row = await loadReading(db.pool, await loadReach(db.pool, actor), caseId, actor.accountId);
  return row && readingOf(row, caseId, "ru", (at) => at.slice(0, 10), { reliability: (code) => code });
}

describe("the reading of a finding", () => {
  test("begins with its submission: a draft is its author's alone", async () => {
    const { cases, file } = await studied(db, people);
    await written(db, people.expert, cases[0]!, file);
    expect(await reading(people.reader, cases[0]!)).toBeNull();
  });

  test("keeps marks by content: what was changed is to be read again, with the difference beside it", async () => {
    const { done } = office(db);
    const { cases, file, proceedings } = await studied(db, people);
    const [caseId, proceeding] = [cases[0]!, proceedings[0]!];
    await written(db, people.expert, caseId, file);
    await done(people.expert, { act: "submit", proceeding });
    const first = (await reading(people.reader, caseId))!;
    expect(first).toMatchObject({ number: 1, outcome: "full", mayDecide: true, mayAsk: true, accepted: [] });
    expect(first.claims[0]!.citations[0]).toMatchObject({
      sheets: "Л. 2–2 об.",
      quote: "«тройка постановила»",
    });
    expect(first.strip.map((s) => [s.label, s.image])).toEqual([
      ["2", "none"],
      ["2 об.", "none"],
    ]);
    const keys = first.claims.map((c) => c.key);
    await keepMarks(db.pool, people.reader.accountId, first.versionId, keys);
    expect((await reading(people.reader, caseId))!.accepted).toEqual(keys);
    expect((await reading(people.member1, caseId))!).toMatchObject({ accepted: [], mayDecide: false });

    const reason = { code: "citation", text: "read sheet 3" } as const;
    await done(people.reader, { act: "return", proceeding, toStep: "study", reason, missing: "sheet 3" });
    await openDraft(office(db).desk, people.expert, { caseId, language: "ru" });
    const { draft, versionId, draftVersion } = await onScreen(db, people.expert, caseId);
    const old = draft.claims[4]!.text;
    draft.claims[4]!.text = "Said otherwise.";
    draft.claims[0]!.citations[0]!.translation = "the troika resolved";
    await saveDraft(office(db).desk, people.expert, { versionId, draftVersion, draft });
    await done(people.expert, { act: "submit", proceeding });

    const second = (await reading(people.reader, caseId))!;
    expect(second.number).toBe(2);
    expect(second.accepted).toEqual(keys.filter((_, i) => i !== 4));
    expect(second.claims[4]).toMatchObject({ text: "Said otherwise.", before: { text: old }, isNew: false });
    // A translation is not part of what is signed: it changes no content.
    expect(second.claims.filter((c) => c.before !== null)).toHaveLength(1);
    await done(people.reader, { act: "concur", proceeding });
    expect((await reading(people.reader, caseId))!.mayDecide).toBe(false);
  });

  test("is not there for whoever may not see the case, nor are marks kept on it", async () => {
    const { done } = office(db);
    const { cases, file, proceedings } = await studied(db, people);
    await written(db, people.expert, cases[0]!, file);
    await done(people.expert, { act: "submit", proceeding: proceedings[0]! });
    expect(await reading(people.security, cases[0]!)).toBeNull();
    const { versionId } = (await reading(people.reader, cases[0]!))!;
    expect(await isReadable(db.pool, await loadReach(db.pool, people.security), versionId)).toBe(false);
    expect(await isReadable(db.pool, await loadReach(db.pool, people.reader), versionId)).toBe(true);
  });
});
