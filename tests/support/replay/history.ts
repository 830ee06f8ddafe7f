import { compareStates } from "@/lib/ledger/check-state";
import type { Entry } from "@/lib/ledger/entry";
import type { Fault } from "@/lib/ledger/fault";
import { emptyFold, foldEntry } from "@/lib/ledger/fold";
import type { Connection } from "@/lib/store/client";
import { readLiveState } from "@/lib/store/live-state";

/**
 * Folds the history as it grows, and says where it differs from the live tables: what the verifier says, without
 * reading everything again after each sequence.
 */
export function growingHistory(db: Connection): () => Promise<Fault[]> {
  const folded = emptyFold();
  let last = 0n;
  return async () => {
    const { rows } = await db.pool.query<{ seq: bigint; bytes: Buffer }>(
      "select seq, bytes from events where seq > $1 order by seq",
      [last],
    );
    for (const row of rows) foldEntry(folded, JSON.parse(row.bytes.toString("utf8")) as Entry);
    last = rows.at(-1)?.seq ?? last;
    return compareStates(folded, await readLiveState(db.pool));
  };
}
