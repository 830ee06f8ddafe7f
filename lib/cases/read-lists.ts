import { dayOf, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { listAssignable, listExperts, type AssignRow, type ExpertRow } from "@/lib/store/assign-list";
import { appPool } from "@/lib/store/client";
import { listUnanswered, type ConflictRow } from "@/lib/store/conflict-list";
import { loadReach } from "@/lib/store/reach";
import { loadWords } from "@/lib/store/words";
import type { Named } from "@/lib/store/case-page";

/** How many one page shows at once, and one act takes. */
const most = 500;

/** Whom this person must still answer about, from names, places and years alone. */
export async function readUnanswered(
  actor: Actor,
): Promise<{ rows: ConflictRow[]; total: number; regions: Record<string, Named> }> {
  const db = appPool();
  const reach = await loadReach(db, actor);
  const [found, regions] = await Promise.all([
    listUnanswered(db, actor, reach, dayOf(systemClock()), most),
    loadWords(db, "region"),
  ]);
  return { ...found, regions };
}

export type AssignPage = { rows: AssignRow[]; experts: ExpertRow[]; now: Date };

/** What waits for an author or a second reader, and who could be one. */
export async function readAssignable(actor: Actor, named: string | null): Promise<AssignPage> {
  const db = appPool();
  const now = systemClock();
  const today = dayOf(now);
  const reach = await loadReach(db, actor);
  const [rows, experts] = await Promise.all([
    listAssignable(db, actor, reach, today, named, most),
    listExperts(db, today),
  ]);
  return { rows, experts, now };
}
