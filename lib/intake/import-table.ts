import type pg from "pg";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { append } from "@/lib/store/events";
import { loadUnitsByKey } from "@/lib/store/intake-table";
import { insertUnits, lockIntake, shareIntake } from "@/lib/store/intake-units";
import { inPlainTransaction, readerOn, sqlState, type Reader, type Writer } from "@/lib/store/transaction";
import { importedEntry, type Desk } from "./accept";
import { Gathering, type Above } from "./gathering";
import { groupRows } from "./group-rows";
import { proposeTable } from "./propose-table";
import type { Problem } from "./problem";
import type { Entry, Importer } from "./proposal";
import { readBatch, type StagedTable } from "./stage-table";
import { hasChanges, type Summary } from "./view";
import { writeTable } from "./write-table";

export type TableDesk = Omit<Desk, "prisma"> & { pool: pg.Pool };
type Tell = (done: number, of: number) => void;

/** Batches that are written at the same time: one is worked out while the database writes the other. */
const LANES = 2;

/** What a table would change, what stands for each batch of it, and every row that was turned down. */
export type Compared = {
  summary: Summary;
  digests: readonly string[];
  /** Units above the files that the table brings. */
  shelves: readonly Above[];
  problems: readonly Problem[];
};

/** Compares a staged table with the database, batch by batch. Writes nothing. */
export async function compareTable(
  desk: TableDesk,
  staged: StagedTable,
  importer: Importer,
  tell: Tell = () => undefined,
): Promise<Compared> {
  const gathering = new Gathering(staged.problems);
  const digests: string[] = [];
  for await (const { entries } of batchesOf(desk.pool, staged)) {
    const part = gathering.part();
    await proposeTable(readerOn(desk.pool), entries, importer, part);
    gathering.keep(part);
    digests.push(part.summary.digest());
    tell(digests.length, staged.batches.length);
  }
  const { summary } = gathering;
  return {
    ...{ summary: finish(gathering, staged), digests },
    ...{ shelves: gathering.shelves(), problems: summary.allProblems() },
  };
}

export type Accepting = { fileName: string; importer: Importer; actor: ActorSnapshot; compared: Compared };
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
  { fileName, importer, actor, compared }: Accepting,
  tell: Tell = () => undefined,
): Promise<TableAccepted> {
  const gathering = new Gathering(staged.problems);
  const tellAll = (tx: Writer, entries: readonly Entry[]): Promise<void> => {
    const frame = { actor, at: desk.clock(), sample: desk.sample === true };
    return append(
      tx,
      entries.map((entry) => ({ ...entry, ...frame })),
    );
  };
  gathering.announce(await inPlainTransaction(desk.pool, (tx) => addShelves(tx, compared.shelves)));
  const batches = batchesOf(desk.pool, staged);
  let [done, stale] = [0, 0];
  const lane = async (): Promise<void> => {
    for (let next = await batches.next(); !next.done; next = await batches.next()) {
      const { nth, entries } = next.value;
      const part = await unlessTaken(desk.pool, async (tx) => {
        await shareIntake(tx);
        const found = gathering.part();
        const plan = await proposeTable(tx, entries, importer, found);
        if (found.summary.digest() !== compared.digests[nth] || found.above.size > 0) return null;
        await tellAll(tx, await writeTable(tx, plan));
        return found;
      });
      if (part) gathering.keep(part);
      else stale += 1;
      tell((done += 1), staged.batches.length);
    }
  };
  await bothLanes(lane, () => batches.return());
  const summary = finish(gathering, staged);
  if (hasChanges(summary)) {
    const payload = importedEntry({ name: fileName, sha256: staged.sha256 }, summary);
    await inPlainTransaction(desk.pool, (tx) => tellAll(tx, [{ payload }]));
  }
  return { summary, stale };
}

/** Null when another import has brought the same in the meantime. */
async function unlessTaken<T>(pool: pg.Pool, work: (tx: Reader & Writer) => Promise<T>): Promise<T | null> {
  try {
    return await inPlainTransaction(pool, work);
  } catch (fault) {
    if (sqlState(fault) === uniqueViolated) return null;
    throw fault;
  }
}
const uniqueViolated = "23505";

/** When one breaks off the other ends its batch and takes no more. */
async function bothLanes(lane: () => Promise<void>, stop: () => Promise<unknown>): Promise<void> {
  const run = async (): Promise<void> => {
    try {
      await lane();
    } catch (fault) {
      await stop();
      throw fault;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, run));
  const broken = ended.find((one) => one.status === "rejected");
  if (broken) throw broken.reason;
}

/** @returns those that were not there. */
async function addShelves(tx: Reader & Writer, shelves: readonly Above[]): Promise<Above[]> {
  await lockIntake(tx);
  const known = await loadUnitsByKey(
    tx,
    shelves.map(({ unit }) => unit.source_key),
    null,
  );
  const there = new Set(known.flatMap(({ ref_key, table_key }) => [ref_key, table_key]));
  const lacking = shelves.filter(({ unit }) => !there.has(unit.source_key));
  // A part of them is there: who made it since has other ids, so that all is compared anew.
  if (lacking.length < shelves.length) return [];
  await insertUnits(
    tx,
    lacking.map(({ unit }) => unit),
  );
  return lacking;
}

const finish = ({ summary }: Gathering, { head }: StagedTable): Summary => ({
  ...summary.finish(),
  reading: head.reading,
});

/** The next batch is read and sorted while the database is busy with the one before. */
async function* batchesOf(pool: pg.Pool, staged: StagedTable) {
  const read = async (nth: number) => {
    const places = staged.batches[nth];
    return places && { nth, entries: groupRows(await readBatch(pool, staged, places), staged.head.headings) };
  };
  let next = read(0);
  for (let nth = 1; ; nth++) {
    const batch = await next;
    if (!batch) return;
    next = read(nth);
    yield batch;
  }
}
