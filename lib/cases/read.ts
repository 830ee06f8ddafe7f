import { cache } from "react";
import { systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { listMentions, loadCaseHead, type CaseHead, type MentionRow } from "@/lib/store/case-page";
import { appPool, appReads } from "@/lib/store/client";
import { loadDossiers } from "@/lib/store/dossier-views";
import { loadFindingShown, type FindingShown } from "@/lib/store/finding-page";
import { loadProceeding, type ProceedingShown } from "@/lib/store/proceeding-page";
import { loadReach, type Reach } from "@/lib/store/reach";
import { readStanding, type Standing } from "./read-standing";
import { changedClaims, changesBetween, type Change } from "./view-changes";

export type CasePage = {
  head: CaseHead;
  proceeding: ProceedingShown | null;
  standing: Standing | null;
  finding: FindingShown | null;
  mentions: MentionRow[];
  changes: Change[];
  now: Date;
};

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** Who and what a case is, for the title and the page alike; null where there is none this person may see. */
export const readCaseHead = cache(async (actor: Actor, id: string): Promise<CaseHead | null> => {
  if (!isId(id)) return null;
  const db = appReads();
  return loadCaseHead(db, await loadReach(db, actor), id);
});

/** Everything a case page shows; null where there is no case that this person may see. */
export async function readCase(actor: Actor, id: string, tab?: string): Promise<CasePage | null> {
  if (!isId(id)) return null;
  const db = appReads();
  const reach = await loadReach(db, actor);
  const now = systemClock();
  const parts = Promise.all([
    loadFindingShown(db, reach, id),
    tab === "people" ? listMentions(db, reach, id) : [],
  ]);
  const [head, [finding, mentions]] = await Promise.all([readCaseHead(actor, id), parts]);
  if (!head) return null;
  const current = head.proceedings[0] ?? null;
  const [proceeding, standing] = await Promise.all([
    current ? loadProceeding(db, reach, current.id) : null,
    readStanding(
      actor,
      current ? { proceeding: current.id } : { subject: { kind: "rehabilitation", id } },
      now,
    ),
  ]);
  const changes = proceeding ? await readChanges(reach, proceeding) : [];
  return { head, proceeding, standing, finding, mentions, changes, now };
}

/** What is different from the dossier that the person saw before this one. */
export async function readChanges(reach: Reach, proceeding: ProceedingShown): Promise<Change[]> {
  const { seenBefore, dossierHash, caseId } = proceeding;
  if (!seenBefore || !dossierHash) return [];
  const db = appReads();
  const both = await loadDossiers(appPool(), proceeding.id, [seenBefore.hash, dossierHash]);
  const [before, now] = [both.get(seenBefore.hash), both.get(dossierHash)];
  if (!before || !now) return [];
  const changes = changesBetween(before, now);
  const rewritten = changes.find((change) => change.kind === "finding");
  if (!rewritten || !caseId) return changes;
  const version = (document: unknown): number =>
    (document as { finding: { version: number } }).finding.version;
  const [old, current] = await Promise.all([
    loadFindingShown(db, reach, caseId, version(before)),
    loadFindingShown(db, reach, caseId, version(now)),
  ]);
  const count = changedClaims(old?.claims ?? [], current?.claims ?? []);
  return changes.map((change) => (change === rewritten ? { ...change, count } : change));
}
