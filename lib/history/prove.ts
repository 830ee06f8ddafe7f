import { proveInclusion } from "@/lib/ledger/merkle-proof";
import { withNodes } from "@/lib/ledger/tiles";
import { holds, type Actor } from "@/lib/law/actor";
import type { Queryable } from "@/lib/store/client";
import type { EntryReader } from "@/lib/store/entry-proof";
import { readRow } from "@/lib/store/ledger";
import { readProvingCheckpoint } from "@/lib/store/ledger-desk";
import { loadReach } from "@/lib/store/reach";

/** An entry is read here by whoever finds it in the list of the history. */
export async function entryReader(db: Queryable, actor: Actor): Promise<Required<EntryReader>> {
  const everything = holds(actor, "auditor");
  const unattached = seesUnattached(actor);
  return { reach: await loadReach(db, actor), accountId: actor.accountId, everything, unattached };
}

/** Who sees entries about accounts and appointments. */
export const seesUnattached = (actor: Actor): boolean =>
  holds(actor, "auditor") || holds(actor, "administrator");

export type Proof = { head: { size: number; note: string; at: Date }; path: readonly Buffer[] };

/** The path from a leaf up to the first head over it that enough witnesses have signed; null without one. */
export async function proveLeaf(db: Queryable, index: number, quorum: number): Promise<Proof | null> {
  const head = await readProvingCheckpoint(db, index, quorum);
  if (!head) return null;
  const rows = (level: number, from: number, to: number) => readRow(db, level, from, to);
  return { head, path: await withNodes(rows, (read) => proveInclusion(read, index, head.size)) };
}
