import type pg from "pg";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { append, appendMany } from "@/lib/store/events";
import {
  countLeft,
  keepFound,
  loadAbove,
  loadBatches,
  loadDigest,
  loadFound,
  loadProblems,
  markShelved,
  markStale,
  markWritten,
  type Batch,
} from "@/lib/store/intake-batches";
import { loadUnitsByKey } from "@/lib/store/intake-table";
import { beginWriting } from "@/lib/store/intake-undo";
import { insertUnits, lockIntake, shareIntake } from "@/lib/store/intake-units";
import { inPlainTransaction, readerOn, sqlState, type PlainTx, type Reader } from "@/lib/store/transaction";
import { importedEntry, type Accepting, type Desk } from "./accept";
import { Gathering, type Above } from "./gathering";
import { groupRows } from "./group-rows";
import { inTurn } from "./in-turn";
import type { Problem } from "./problem";
import { proposeTable } from "./propose-table";
import type { Entry, Importer } from "./proposal";
import { readBatch, stagedProblem, type StagedTable } from "./stage-table";
import { SHOWN, type Found } from "./summarise";
import { keysOfNew, suspectPeople } from "./suspect-people";
import { hasChanges, type Summary } from "./view";
import { writeTable } from "./write-table";

/** Files that are done, of all. To stop, it throws: what was done is kept. */
type Tell = (done: number, of: number) => void;

/** Batches that are written at the same time: one is worked out while the database writes the other. */
const LANES = 2;

/**
 * Compares a staged table with the database, batch by batch, and keeps what it found beside each. Of the archive it
 * changes nothing. One that broke off goes on behind the last batch that was compared.
 */
export async function compareTable(
  desk: Desk,
  staged: StagedTable,
  importer: Importer,
  tell: Tell = () => undefined,
): Promise<Summary> {
  const { id } = staged;
  const left = await loadBatches(desk.pool, id, "compare");
  const gathering = await gatherFound(readerOn(desk.pool), staged, "compared");
  const batches = readAhead(desk.pool, staged, left);
  let done = staged.files - filesIn(left);
  tell(done, staged.files);
  const kept = inTurn();
  await bothLanes(batches, async ({ nth, places, entries }) => {
    const part = gathering.part();
    const turn = kept();
    try {
      const plan = await proposeTable(readerOn(desk.pool), entries, importer, part);
      const people = keysOfNew(entries.people, plan.people);
      const found = part.summary.found();
      const problems = part.summary.allProblems().map(stagedProblem);
      await turn.came;
      const above = gathering.newAbove(part);
      await inPlainTransaction(desk.pool, (tx) => keepFound(tx, id, { nth, found, problems, above, people }));
      gathering.announce(above);
      gathering.count(found);
      tell((done += places.length), staged.files);
    } finally {
      turn.end();
    }
  });
  const first = await loadProblems<Problem>(desk.pool, id, { after: null, limit: SHOWN.problems });
  const duplicates = await suspectPeople(readerOn(desk.pool), id, importer);
  return { ...finish(gathering, staged), duplicates, problems: first.map(({ problem }) => problem) };
}

/**
 * Writes a staged table as it was compared: each batch in one transaction with its history. A batch of which the
 * database now says something else is left out. One that broke off goes on with what was not written.
 *
 * @returns how many batches were left out.
 */
export async function acceptTable(
  desk: Desk,
  staged: StagedTable,
  accepting: Accepting,
  tell: Tell = () => undefined,
): Promise<number> {
  const { id } = staged;
  await inPlainTransaction(desk.pool, (tx) => addShelves(tx, id));
  const left = await loadBatches(desk.pool, id, "write");
  const batches = readAhead(desk.pool, staged, left);
  let done = staged.files - filesIn(left);
  tell(done, staged.files);
  await bothLanes(batches, async ({ nth, places, entries }) => {
    const written = await unlessTaken(desk.pool, async (tx) => {
      await shareIntake(tx);
      const part = new Gathering().part();
      const plan = await proposeTable(tx, entries, accepting.importer, part);
      if (part.above.size > 0 || part.summary.digest() !== (await loadDigest(tx, id, nth))) return false;
      await beginWriting(tx, id, plan.units.length);
      const told = await writeTable(tx, plan);
      await markWritten(tx, id, nth, desk.clock());
      await appendMany(tx, asTold(desk, accepting.actor, told));
      return true;
    });
    if (!written) await markStale(desk.pool, id, nth);
    tell((done += places.length), staged.files);
  });
  return countLeft(desk.pool, id);
}

/** In whose name, and by what name the file is known. */
export type Concluding = { actor: ActorSnapshot; fileName: string; sha256?: string };

/** Tells the history of the import as one, once it has written all that it will: of nothing where nothing was written. */
export async function concludeTable(
  tx: PlainTx,
  desk: Desk,
  staged: StagedTable,
  { fileName, sha256 = staged.sha256, actor }: Concluding,
): Promise<Summary> {
  const gathering = await gatherFound(tx, staged, "written");
  const summary = finish(gathering, staged);
  if (!hasChanges(summary)) return summary;
  const payload = importedEntry({ fileName, sha256 }, summary);
  await append(tx, asTold(desk, actor, [{ payload }]));
  return summary;
}

function asTold(desk: Desk, actor: ActorSnapshot, entries: readonly Entry[]) {
  const frame = { actor, at: desk.clock(), sample: desk.sample === true };
  return entries.map((entry) => ({ ...entry, ...frame }));
}

/** What was found so far, in one. Of units above the files: those found, or those that were written. */
async function gatherFound(tx: Reader, { id, problems }: StagedTable, of: "compared" | "written") {
  const gathering = new Gathering();
  const { above, shelved } = await loadAbove<Above>(tx, id);
  gathering.announce(of === "compared" || shelved > 0 ? above : []);
  for (const found of await loadFound<Found>(tx, id, of)) gathering.count(found);
  gathering.summary.turnedDown(problems);
  return gathering;
}

/** False when another import has brought the same in the meantime. */
async function unlessTaken(pool: pg.Pool, work: (tx: PlainTx) => Promise<boolean>): Promise<boolean> {
  try {
    return await inPlainTransaction(pool, work);
  } catch (fault) {
    if (sqlState(fault) === uniqueViolated) return false;
    throw fault;
  }
}
const uniqueViolated = "23505";

/** Works off batches side by side. When one breaks off the other ends its batch and takes no more. */
async function bothLanes<T>(batches: AsyncGenerator<T>, work: (batch: T) => Promise<void>): Promise<void> {
  const run = async (): Promise<void> => {
    try {
      for (let next = await batches.next(); !next.done; next = await batches.next()) await work(next.value);
    } catch (fault) {
      await batches.return(undefined);
      throw fault;
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: LANES }, run));
  const broken = ended.find((one) => one.status === "rejected");
  if (broken) throw broken.reason;
}

/** The units above the files, once; where some are there by now all of the table is compared anew. */
async function addShelves(tx: PlainTx, id: string): Promise<void> {
  await lockIntake(tx);
  const { above, shelved } = await loadAbove<Above>(tx, id);
  if (shelved > 0 || above.length === 0) return;
  const units = above.map(({ unit }) => unit);
  const keys = units.map(({ source_key }) => source_key);
  const known = await loadUnitsByKey(tx, keys, null);
  const there = new Set(known.flatMap(({ ref_key, table_key }) => [ref_key, table_key]));
  if (keys.some((key) => there.has(key))) return;
  await beginWriting(tx, id, units.length);
  await insertUnits(tx, units);
  await markShelved(tx, id, units.length);
}

const filesIn = (batches: readonly Batch[]): number =>
  batches.reduce((sum, { places }) => sum + places.length, 0);

const finish = ({ summary }: Gathering, { head }: StagedTable): Summary => ({
  ...summary.finish(),
  reading: head.reading,
  mapping: head.mapping,
});

/** The next batch is read and sorted while the database is busy with the one before. */
async function* readAhead(pool: pg.Pool, staged: StagedTable, batches: readonly Batch[]) {
  const read = async (at: number) => {
    const batch = batches[at];
    if (!batch) return null;
    const rows = await readBatch(pool, staged, batch.places);
    return { ...batch, entries: groupRows(rows, staged.head.headings) };
  };
  let next = read(0);
  for (let at = 1; ; at++) {
    const batch = await next;
    if (!batch) return;
    next = read(at);
    next.catch(() => undefined);
    yield batch;
  }
}
