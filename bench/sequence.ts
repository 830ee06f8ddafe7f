import { setTimeout as pause } from "node:timers/promises";
import { connect, type Connection } from "@/lib/store/client";
import { append, type EntryDraft } from "@/lib/store/events";
import { readLedgerNow } from "@/lib/store/ledger-desk";
import { inTransaction } from "@/lib/store/transaction";
import { check, freshKeepers } from "@/tests/support/ledger";
import { startWorker, workerProgram } from "@/tests/support/worker";
import { openBenchDatabase, readDurability } from "./database";
import { prepareDrafts } from "./entries";
import { percentile, type Bench } from "./measure";

const perSecond = 1000;
const writers = 48;
/** How many entries a transaction writes: an act one, a decision its act, the standing and the stage, a list more. */
const mix = [1, 1, 1, 1, 3, 1, 1, 1, 1, 9];

/**
 * A thousand entries a second, in transactions as an office writes them, while the worker keeps the ledger in a process of its
 * own with two witnesses. The lag of an entry is from its commit to the commit of its leaf, and to the commit of the
 * second signature under a head above it; both moments are the database's own, of the transactions themselves.
 */
export const bench: Bench = async ({ quick }) => {
  const seconds = quick ? 10 : 60;
  const database = await openBenchDatabase(["track_commit_timestamp = on"]);
  const [program, keepers] = [await workerProgram(), await freshKeepers()];
  const db = connect(database.appUrl, { max: writers });
  try {
    const settings = await readDurability(db.pool);
    const draft = await prepareDrafts(db);
    const worker = await startWorker(program, database, keepers.data);
    await worker.says("seated");
    await write(db, draft, perSecond); // one second to warm up
    await drained(db, keepers.witnesses.length);
    const { entries: before } = await readLedgerNow(db.pool);
    const late = await write(db, draft, seconds * perSecond);
    await drained(db, keepers.witnesses.length);
    worker.kill();
    await worker.ended;
    const measured = await measure(db, before, keepers.quorum);
    const verdict = await check(db, keepers);
    const whole = verdict.entries === before + seconds * perSecond && verdict.proven === verdict.entries;
    if (verdict.faults.length > 0 || !whole)
      throw new Error(`the history is not whole: ${JSON.stringify(verdict)}`);
    return { ...measured, stages: { ...measured.stages, started_late: late }, settings };
  } finally {
    await db.close();
    await Promise.all([program.drop(), keepers.drop(), database.close()]);
  }
};

type Drafts = (nth: number) => EntryDraft;

/** Writes `count` entries at their times; gives by how much they were begun too late (milliseconds). */
async function write(db: Connection, draft: Drafts, count: number): Promise<Record<string, number>> {
  const late: number[] = [];
  const began = performance.now();
  let [next, turn] = [0, 0];
  const one = async (): Promise<void> => {
    while (next < count) {
      const first = next;
      next = Math.min(count, first + mix[turn++ % mix.length]!);
      const drafts = Array.from({ length: next - first }, (_, n) => draft(first + n));
      const due = began + (first * 1000) / perSecond;
      const early = due - performance.now();
      if (early > 0) await pause(early);
      late.push(performance.now() - due);
      await inTransaction(db.prisma, (tx) => append(tx, drafts));
    }
  };
  await Promise.all(Array.from({ length: writers }, one));
  return spread(late);
}

/** Until every entry has a leaf under a head that all witnesses signed. */
async function drained(db: Connection, witnesses: number): Promise<void> {
  for (const ends = performance.now() + 120_000; performance.now() < ends; await pause(100)) {
    const { entries, waiting, signed } = await readLedgerNow(db.pool);
    if (waiting === 0 && signed?.size === entries && signed.witnesses === witnesses) return;
  }
  throw new Error("the worker does not come to the end of the history");
}

const spread = (times: readonly number[]): Record<string, number> => ({
  p50_ms: percentile(times, 0.5),
  p95_ms: percentile(times, 0.95),
  p99_ms: percentile(times, 0.99),
  max_ms: percentile(times, 1),
});

type Row = { committed: number; leaf: number | null; witnessed: number | null };

async function measure(db: Connection, before: number, quorum: number) {
  const { rows } = await db.pool.query<Row>(
    `with heads as (
       select size, extract(epoch from at)::float8 * 1000 as at from (
         select size, pg_xact_commit_timestamp(xmin) as at,
           row_number() over (partition by size order by pg_xact_commit_timestamp(xmin)) as nth
         from ledger_cosignatures) s where nth = $2)
     select extract(epoch from pg_xact_commit_timestamp(e.xmin))::float8 * 1000 as committed,
       extract(epoch from pg_xact_commit_timestamp(l.xmin))::float8 * 1000 as leaf,
       (select min(h.at) from heads h where h.size > l.index) as witnessed
     from events e left join ledger_leaves l on l.seq = e.seq
     where l.index is null or l.index >= $1 order by 1`,
    [before, quorum],
  );
  const lags = rows.map(({ committed, leaf, witnessed }) => {
    if (leaf === null || witnessed === null) throw new Error("an entry has no leaf, or no witnessed head");
    return { leaf: leaf - committed, witnessed: witnessed - committed };
  });
  const took = (rows.at(-1)!.committed - rows[0]!.committed) / 1000;
  return {
    rows: rows.length,
    rate_per_s: Math.round(rows.length / took),
    ...spread(lags.map(({ leaf }) => leaf)),
    stages: { witnessed: spread(lags.map(({ witnessed }) => witnessed)) },
  };
}
