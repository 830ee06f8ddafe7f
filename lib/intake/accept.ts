import type pg from "pg";
import type { Clock } from "@/lib/clock";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { appendMany } from "@/lib/store/events";
import { beginWriting } from "@/lib/store/intake-undo";
import { lockIntake } from "@/lib/store/intake-units";
import { inPlainTransaction, type PlainTx } from "@/lib/store/transaction";
import type { Outcome } from "./problem";
import type { Importer } from "./proposal";
import { proposeWhole } from "./propose-whole";
import type { Whole } from "./read-whole";
import { hasChanges, type Summary } from "./view";

/** What an intake is done with. `sample`: entries of the sample archive say so. */
export type Desk = { pool: pg.Pool; clock: Clock; sample?: boolean };

/** In whose name something is written: what they may see, and how the history knows them. */
export type Accepting = { importer: Importer; actor: ActorSnapshot };

/** A file as the history will know it. */
export type Sent = { fileName: string; sha256: string };

/** What accepting descriptions that hang together would do now. Writes nothing. */
export function compareWhole(desk: Desk, whole: Whole, importer: Importer): Promise<Outcome<Summary>> {
  return inPlainTransaction(desk.pool, async (tx) => {
    const proposal = await proposeWhole(tx, whole, importer);
    return proposal.ok ? { ok: true, value: proposal.value.summary } : proposal;
  });
}

export type Accepted = { state: "accepted" | "stale"; summary: Summary };

/**
 * Takes in descriptions that hang together: compares it once more and writes what is new and changed, with the history, in
 * the transaction given. New files arrive closed and archived. One that changes nothing leaves no trace.
 *
 * @param id of the import, by which it can be undone
 * @param digest what was shown; when the database has changed since, nothing is written and the new one is answered.
 */
export async function acceptWhole(
  tx: PlainTx,
  desk: Desk,
  whole: Whole,
  {
    id,
    importer,
    actor,
    fileName,
    sha256,
    digest,
  }: Accepting & Sent & { id?: string; digest: string | null },
): Promise<Outcome<Accepted>> {
  await lockIntake(tx);
  const proposal = await proposeWhole(tx, whole, importer);
  if (!proposal.ok) return proposal;
  const { summary, write } = proposal.value;
  if (digest !== null && digest !== summary.digest) return { ok: true, value: { state: "stale", summary } };
  const at = desk.clock();
  if (id) await beginWriting(tx, id, summary.counts.unit?.added ?? 0);
  const entries = await write(tx, at);
  if (hasChanges(summary)) {
    const drafts = [{ payload: importedEntry({ fileName, sha256 }, summary) }, ...entries];
    await appendMany(
      tx,
      drafts.map((entry) => ({ ...entry, actor, at, sample: desk.sample === true })),
    );
  }
  return { ok: true, value: { state: "accepted", summary } };
}

/** The import itself, as the history keeps it. */
export function importedEntry({ fileName, sha256 }: Sent, summary: Summary) {
  return { kind: "imported", file: fileName, sha256, counts: countsOf(summary) } as const;
}

function countsOf(summary: Summary): Record<string, number> {
  const counts = Object.entries(summary.counts).flatMap(([noun, tally]) => [
    [`${noun}_added`, tally.added] as const,
    [`${noun}_changed`, tally.changed] as const,
    ...(tally.left ? [[`${noun}_left`, tally.left] as const] : []),
  ]);
  return { ...Object.fromEntries(counts), problems: summary.problemCount };
}
