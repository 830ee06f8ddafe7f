import type { ConflictKind } from "@/lib/law/words";
import type { Json } from "@/lib/ledger/entry";
import { newId } from "@/lib/store/id";
import type { Tx } from "@/lib/store/transaction";
import { insertRows } from "./records";

export type Answer = { case_id: string | null; file_id: string | null; kind: ConflictKind | null };

/** One list of conflict answers by one person. */
export async function writeAnswers(
  tx: Tx,
  at: Date,
  by: string,
  answers: readonly Answer[],
): Promise<Record<string, Json>> {
  const common = { account_id: by, at: at.toISOString() };
  const rows = answers.map((one) => ({
    ...common,
    ...one,
    id: newId(),
    answer: one.kind ? "conflict" : "none",
  }));
  await insertRows(tx, "conflict_answers", rows);
  const conflicts = answers.filter((one) => one.kind).map((one) => one.case_id);
  return { answered: answers.length, conflicts };
}
