import { dayOf, systemClock } from "@/lib/clock";
import { holds, type Actor } from "@/lib/law/actor";
import { appPool } from "@/lib/store/client";
import { loadQueue, type QueueRow } from "@/lib/store/queue";
import { loadReach } from "@/lib/store/reach";
import { loadReceipt, type ReceiptShown } from "@/lib/store/receipts";

const isId = (text: string): boolean => /^[0-9a-f-]{36}$/.test(text);

/** The receipt of a signature, and for its signer what waits next. */
export async function readReceipt(
  actor: Actor,
  proceeding: string,
  signature: string,
): Promise<{ receipt: ReceiptShown; next: QueueRow | null } | null> {
  if (!isId(proceeding) || !isId(signature)) return null;
  const db = appPool();
  const reach = await loadReach(db, actor);
  const reader = { reach, accountId: actor.accountId, everything: holds(actor, "auditor") };
  const receipt = await loadReceipt(db, reader, proceeding, signature);
  if (!receipt) return null;
  const own = receipt.accountId === actor.accountId;
  const queue = own ? await loadQueue(db, actor, reach, dayOf(systemClock())) : null;
  return { receipt, next: queue?.rows[0] ?? null };
}
