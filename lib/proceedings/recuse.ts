import { freedBy } from "@/lib/law/voids";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { makeDossiers } from "@/lib/store/dossiers";
import type { EntryDraft } from "@/lib/store/events";
import { loadConflicted, writeFallBack } from "@/lib/store/touched";
import type { Tx } from "@/lib/store/transaction";

/**
 * A conflict is valid for all proceedings of a case: wherever somebody conflicted has signed or is assigned, the
 * signature is void, the slot and the assignment free. Run after every new answer and every new link of a case
 * to a file. Returns the entries to append in the same transaction.
 */
export async function recuseConflicted(
  tx: Tx,
  about: { cases: readonly string[]; files: readonly string[] },
  frame: { actor: ActorSnapshot; at: Date; sample: boolean },
): Promise<EntryDraft[]> {
  const entries: EntryDraft[] = [];
  const changed: string[] = [];
  for (const hit of await loadConflicted(tx, about.cases, about.files)) {
    await tx.assignments.updateMany({
      where: { proceeding_id: hit.id, account_id: { in: hit.conflicted }, ended_at: null },
      data: { ended_at: frame.at },
    });
    const freed = freedBy(hit, hit.conflicted);
    if (!freed) continue;
    const to = freed.to === "suspended" ? hit.step : freed.to;
    await writeFallBack(tx, hit, to, null, freed.voids, frame.at);
    changed.push(hit.id);
    entries.push({
      ...frame,
      about: { fileId: hit.fileId, caseId: hit.caseId, proceedingId: hit.id },
      payload: {
        kind: "fell_back",
        proceeding: hit.id,
        from: hit.step,
        to,
        version: hit.version + 1,
        suspended: null,
        part: "recusal",
        voids: freed.voids,
      },
    });
  }
  await makeDossiers(tx, changed, frame.at);
  return entries;
}
