import type { Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import {
  listOwnCommons,
  listOwnReadings,
  listOwnStudies,
  listSharedFiles,
  loadCommon,
  type CommonDesk,
} from "@/lib/store/commons";
import { listReliabilities } from "@/lib/store/findings";
import { loadReach } from "@/lib/store/reach";
import { isId } from "./view";
import type { Own, ReadingGroup } from "./view-own";
import type { Editing } from "./view-editor";

/** What a person writes: findings that wait for them, files with a common part, common findings begun. */
export async function readOwn(actor: Actor): Promise<Own> {
  const db = appPool();
  const reach = await loadReach(db, actor);
  const [studies, files, commons] = await Promise.all([
    listOwnStudies(db, reach, actor.accountId),
    listSharedFiles(db, reach, actor.accountId),
    listOwnCommons(db, reach, actor.accountId),
  ]);
  return { studies, files, commons };
}

export async function readCommon(
  actor: Actor,
  findingId: string,
): Promise<(CommonDesk & Pick<Editing, "reliabilities">) | null> {
  if (!isId(findingId)) return null;
  const db = appPool();
  const common = await loadCommon(db, await loadReach(db, actor), findingId, actor.accountId);
  return common && { ...common, reliabilities: await listReliabilities(db) };
}

/** What waits for this person's second reading, list by list. */
export async function readOwnReadings(actor: Actor): Promise<ReadingGroup[]> {
  const db = appPool();
  const groups = new Map<string, ReadingGroup>();
  for (const one of await listOwnReadings(db, await loadReach(db, actor), actor.accountId)) {
    const key = one.common?.id ?? "";
    const group = groups.get(key) ?? { common: one.common, readings: [] };
    group.readings.push(one);
    groups.set(key, group);
  }
  return [...groups.values()];
}
