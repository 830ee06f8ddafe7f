import { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { done, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import { isReadable, keepMarks } from "@/lib/store/reading";

export const marksInput = z.object({
  versionId: z.uuid(),
  keys: z.array(z.string().regex(/^[0-9a-f]{20}$/)).max(200),
});

/** Keeps which claims of a version this person has accepted: their own notes, part of no dossier and no history. */
export async function keepOwnMarks(
  actor: Actor,
  { versionId, keys }: z.output<typeof marksInput>,
): Promise<Result<null, never>> {
  const db = appPool();
  if (await isReadable(db, await loadReach(db, actor), versionId))
    await keepMarks(db, actor.accountId, versionId, keys);
  return done(null);
}
