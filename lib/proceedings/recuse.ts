import { freedBy } from "@/lib/law/voids";
import type { ActorSnapshot } from "@/lib/ledger/entry";
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
  for (const hit of await loadConflicted(tx, about.cases, about.files)) {
    await tx.assignments.updateMany({
      where: { proceeding_id: hit.id, account_id: { in: hit.conflicted }, ended_at: null },
      data: { ended_at: frame.at },
    });
    const freed = freedBy(hit, hit.conflicted);
    if (!freed) continue;
    const to = freed.to === "suspended" ? hit.step : freed.to;
    // What was recused is signed singly from here, as where the conflict was declared; the dossier says the same.
    const fall = { to, suspended: hit.suspendedFor, single: hit.single ?? "recusal", voids: freed.voids };
    await writeFallBack(tx, hit, { ...fall, newDossier: false }, frame.at);
    entries.push({
      ...frame,
      about: { fileId: hit.fileId, caseId: hit.caseId, proceedingId: hit.id },
      payload: {
        kind: "fell_back",
        proceeding: hit.id,
        from: hit.step,
        version: hit.version + 1,
        part: "recusal",
        ...fall,
      },
    });
  }
  return entries;
}
