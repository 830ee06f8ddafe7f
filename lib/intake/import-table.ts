import type pg from "pg";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { append } from "@/lib/store/events";
import { lockIntake } from "@/lib/store/intake-units";
import { inPlainTransaction, inTransaction, readerOn } from "@/lib/store/transaction";
import { importedEntry, type Desk } from "./accept";
import { Gathering } from "./gathering";
import { groupRows } from "./group-rows";
import { proposeTable } from "./propose-table";
import type { Problem } from "./problem";
import type { Importer } from "./proposal";
import { readBatch, type StagedTable } from "./stage-table";
import { hasChanges, type Summary } from "./view";
import { writeTable } from "./write-table";

export type TableDesk = Desk & { pool: pg.Pool };
type Tell = (done: number, of: number) => void;

/** What a table would change, what stands for each batch of it, and every row that was turned down. */
export type Compared = { summary: Summary; digests: string[]; problems: readonly Problem[] };

/** Compares a staged table with the database, batch by batch. Writes nothing. */
export async function compareTable(
  desk: TableDesk,
  staged: StagedTable,
  importer: Importer,
  tell: Tell = () => undefined,
): Promise<Compared> {
  const gathering = new Gathering(staged.problems);
  const digests: string[] = [];
  for await (const entries of batchesOf(desk.pool, staged)) {
    const part = gathering.part();
    await proposeTable(readerOn(desk.pool), entries, importer, part);
    gathering.keep(part);
    digests.push(part.summary.digest());
    tell(digests.length, staged.batches.length);
  }
  return { summary: finish(gathering, staged), digests, problems: gathering.summary.allProblems() };
}

export type Accepting = {
  fileName: string;
  importer: Importer;
  actor: ActorSnapshot;
  digests: readonly string[];
};
export type TableAccepted = {
  /** What was written. */
  summary: Summary;
  /** Batches that were left out: the database has changed under them since they were compared. */
  stale: number;
};

/**
 * Accepts a staged table as it was compared: each batch in one transaction with its history. A batch of which the
 * database now says something else is left out; a table that breaks off is sent again, and what was written is then
 * found unchanged.
 */
export async function acceptTable(
  desk: TableDesk,
  staged: StagedTable,
  { fileName, importer, actor, digests }: Accepting,
  tell: Tell = () => undefined,
): Promise<TableAccepted> {
  const gathering = new Gathering(staged.problems);
  let [done, stale] = [0, 0];
  for await (const entries of batchesOf(desk.pool, staged)) {
    const wanted = digests[done];
    const at = desk.clock();
    const part = await inPlainTransaction(desk.pool, async (tx) => {
      await lockIntake(tx);
      const found = gathering.part();
      const plan = await proposeTable(tx, entries, importer, found);
      if (found.summary.digest() !== wanted) return null;
      const arrived = await writeTable(tx, plan);
      await append(
        tx,
        arrived.map((entry) => ({ ...entry, actor, at, sample: desk.sample === true })),
      );
      return found;
    });
    if (part) gathering.keep(part);
    else stale += 1;
    tell((done += 1), staged.batches.length);
  }
  const summary = finish(gathering, staged);
  if (hasChanges(summary) && stale < done) {
    const imported = importedEntry({ name: fileName, sha256: staged.sha256 }, summary);
    await inTransaction(desk.prisma, (tx) =>
      append(tx, [{ payload: imported, actor, at: desk.clock(), sample: desk.sample === true }]),
    );
  }
  return { summary, stale };
}

const finish = ({ summary }: Gathering, { head }: StagedTable): Summary => ({
  ...summary.finish(),
  reading: head.reading,
});

/** The next batch is read and sorted while the database is busy with the one before. */
async function* batchesOf(pool: pg.Pool, staged: StagedTable) {
  const read = async (nth: number) => {
    const places = staged.batches[nth];
    return places && groupRows(await readBatch(pool, staged, places), staged.head.headings);
  };
  let next = read(0);
  for (let nth = 1; ; nth++) {
    const entries = await next;
    if (!entries) return;
    next = read(nth);
    yield entries;
  }
}
