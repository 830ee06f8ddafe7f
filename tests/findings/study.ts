import { loadStudy, type StudyRow } from "@/lib/store/findings";
import { loadReach } from "@/lib/store/reach";
import { toDraft } from "@/lib/findings/rows";
import type { Draft } from "@/lib/findings/view";
import { openDraft, saveDraft } from "@/lib/findings/write";
import type { Actor } from "@/lib/law/actor";
import type { Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { office } from "@/tests/support/office";
import { bodies, type Cast } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";

/** A declassified file, and cases of it that the expert studies. */
export async function studied(
  db: Connection,
  people: Cast,
  count = 1,
): Promise<{ file: string; cases: string[]; proceedings: string[] }> {
  const { done } = office(db);
  const file = await aFile(db);
  const cases: string[] = [];
  for (let i = 0; i < count; i++) cases.push(await aCase(db, [file]));
  await noConflicts(db, Object.values(people), cases);
  await declassify(db, people, file);
  const proceedings: string[] = [];
  for (const id of cases) {
    const subject = { kind: "rehabilitation", id } as const;
    const p = await done(people.secretary1, { act: "open", subject, motion: "own" });
    await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
    await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
    proceedings.push(p);
  }
  return { file, cases, proceedings };
}

async function declassify(db: Connection, people: Cast, file: string): Promise<void> {
  const { done } = office(db);
  const subject = { kind: "declassification", id: file } as const;
  const p = await done(people.archivist, { act: "open", subject });
  await done(people.head, { act: "assign_author", proceeding: p, assignee: people.expert.accountId });
  await done(people.head, { act: "assign_reader", proceeding: p, assignee: people.reader.accountId });
  await done(people.expert, { act: "propose", proceeding: p });
  await done(people.reader, { act: "concur", proceeding: p });
  await done(people.interior, { act: "lift", proceeding: p, agencyId: bodies.interior });
  await done(people.member1, { act: "sign", proceeding: p });
  await done(people.member2, { act: "sign", proceeding: p });
  await done(people.chair, { act: "sign", proceeding: p, basis: "decree" });
}

/** What the author has on the screen. */
export async function onScreen(
  db: Connection,
  actor: Actor,
  caseId: string,
): Promise<{ study: StudyRow; draft: Draft; versionId: string; draftVersion: number }> {
  const study = (await loadStudy(db.pool, await loadReach(db.pool, actor), caseId, actor.accountId))!;
  const { id: versionId, draftVersion } = study.newest!;
  return { study, draft: toDraft(study.newest!, study.episode.charges), versionId, draftVersion };
}

/** Nothing is missing: every claim cited and quoted, every charge answered. */
export function complete(draft: Draft, fileId: string): Draft {
  return {
    fields: {
      ...draft.fields,
      earlierSearch: "card index of the interior ministry",
      earlierFound: false,
      exclusionFound: false,
      exclusionCheck: "none of the exclusions",
    },
    charges: draft.charges.map((c) => ({ ...c, outcome: "rehabilitate" })),
    claims: draft.claims.map((claim) => ({
      ...claim,
      citations: [
        {
          ...{ id: newId(), fileId, from: 2, to: 3, quote: "«тройка постановила»" },
          ...{ translation: "", reliability: "" },
        },
      ],
    })),
  };
}

/** Opens a draft, writes everything, saves. */
export async function written(db: Connection, actor: Actor, caseId: string, fileId: string): Promise<Draft> {
  const { desk } = office(db);
  await openDraft(desk, actor, { caseId, language: "ru" });
  const { draft, versionId, draftVersion } = await onScreen(db, actor, caseId);
  const whole = complete(draft, fileId);
  const saved = await saveDraft(desk, actor, { versionId, draftVersion, draft: whole });
  if (saved.kind !== "saved") throw new Error(JSON.stringify(saved));
  return whole;
}
