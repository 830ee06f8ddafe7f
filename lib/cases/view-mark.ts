import type { Actor } from "@/lib/law/actor";
import { done, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { markViewed } from "@/lib/store/dossier-views";
import { loadReach } from "@/lib/store/reach";
import { loadSayings } from "@/lib/store/sayings";

/** Remembers that the actor had this dossier before them; of what they may not see nothing is remembered. */
export async function markSeen(
  actor: Actor,
  { proceeding, hash }: { proceeding: string; hash: string },
  now: Date,
): Promise<Result<null, never>> {
  const db = appPool();
  const seen = await loadSayings(db, await loadReach(db, actor), [proceeding]);
  if (seen.has(proceeding)) await markViewed(db, { accountId: actor.accountId, proceeding, hash, at: now });
  return done(null);
}
