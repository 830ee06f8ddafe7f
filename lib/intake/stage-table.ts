import { createHash, type Hash } from "node:crypto";
import type pg from "pg";
import { findTable, insertTable, type Batched, type TableRecord } from "@/lib/store/intake-batches";
import {
  dropRows,
  dropStaged,
  loadBonds,
  loadStaged,
  rowsAreThere,
  withStaging,
  type StagedCode,
  type StagedProblem,
  type StagedRow,
} from "@/lib/store/intake-staging";
import { inPlainTransaction } from "@/lib/store/transaction";
import { layOutBatches } from "./batches";
import { mapOf } from "./column-map";
import { COLUMNS, type Cells } from "./columns";
import type { Outcome, Problem } from "./problem";
import { readRows, type ReadRow } from "./read-row";
import { codesOf } from "./row-keys";
import { openTable, type TableHead } from "./table";
import type { Bytes } from "./table-text";
import type { Asked } from "./view";

/** Files that are compared, and written, in one transaction. */
const FILES_A_BATCH = 500;

/**
 * A table of any size, its rows set down in the database, and the number of batches in which it is worked on.
 * `problems`: rows that were turned down by themselves.
 */
export type StagedTable = TableRecord<TableHead> & Batched;

/** Rows and bytes that were read so far. */
type Tell = (rows: number, bytes: number) => void;
/** `size`: files a batch. */
type How = { asked?: Asked; tell?: Tell; size?: number };

/** Reads a table as a stream and sets it down row by row; a table that cannot be read leaves nothing behind. */
export async function stageTable(
  pool: pg.Pool,
  id: string,
  source: Bytes,
  how: How = {},
): Promise<Outcome<StagedTable>> {
  await dropTable(pool, { id });
  const read = await setDownAll(pool, id, source, how);
  if (!read.ok) return read;
  const { places, ...table } = read.value;
  const batches = layOutBatches(places, await loadBonds(pool, id), how.size ?? FILES_A_BATCH);
  await inPlainTransaction(pool, (tx) => insertTable(tx, { id, ...table }, batches));
  return { ok: true, value: { id, ...table, batches: batches.length, files: places } };
}

export const findStaged = (pool: pg.Pool, id: string): Promise<StagedTable | null> =>
  findTable<TableHead>(pool, id);

/** A crash of the database takes the rows of a table and nothing else of it: they are set down once more. */
export async function restoreRows(
  pool: pg.Pool,
  { id, head }: StagedTable,
  source: () => Bytes,
  tell?: Tell,
): Promise<void> {
  if (await rowsAreThere(pool, id)) return;
  await inPlainTransaction(pool, (tx) => dropRows(tx, id));
  const read = await setDownAll(pool, id, source(), { asked: askedOf(head), tell, problems: false });
  if (!read.ok) throw new Error(`a table that was read before is not: ${JSON.stringify(read.problem)}`);
}

/** As it was read the first time. */
function askedOf({ reading, mapping }: TableHead): Asked {
  if (!mapping) return reading;
  const { name, columns } = mapping;
  const map = mapOf(
    columns.map(({ heading }) => heading),
    columns.map(({ column }) => column),
  );
  return { ...reading, columns: map, mapping: name };
}

type Set = Omit<TableRecord<TableHead>, "id"> & { places: number };

async function setDownAll(
  pool: pg.Pool,
  id: string,
  source: Bytes,
  { asked = {}, tell = () => undefined, problems: wanted = true }: How & { problems?: boolean },
): Promise<Outcome<Set>> {
  const hash = createHash("sha256");
  const seen = { bytes: 0 };
  const opened = await openTable(hashing(source, hash, seen), asked);
  if (!opened.ok) return opened;
  const { head, parts } = opened.value;
  const places = new Map<string, number>();
  return withStaging(pool, id, async (staging): Promise<Outcome<Set>> => {
    let [rows, problems] = [0, 0];
    for await (const part of parts) {
      if (!part.ok) return part;
      const wrong = [...part.value.problems];
      const sound = readRows(part.value.rows, head.headings, wrong);
      await staging.put(...setDown(sound, places), wanted ? wrong.map(stagedProblem) : []);
      rows += part.value.rows.length + part.value.problems.length;
      problems += wrong.length;
      tell(rows, seen.bytes);
    }
    await staging.end();
    return { ok: true, value: { head, sha256: hash.digest("hex"), rows, problems, places: places.size } };
  });
}

async function* hashing(source: Bytes, hash: Hash, seen: { bytes: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of source) {
    hash.update(piece);
    seen.bytes += piece.length;
    yield piece;
  }
}

/** Empty cells are left out: most of a table is empty. */
function setDown(read: readonly ReadRow[], places: Map<string, number>): [StagedRow[], StagedCode[]] {
  const codes: StagedCode[] = [];
  const rows = read.map((one): StagedRow => {
    const place = places.get(one.fileKey) ?? places.size;
    places.set(one.fileKey, place);
    for (const code of codesOf(one)) codes.push({ place, code });
    const filled = Object.fromEntries(Object.entries(one.cells).filter(([, cell]) => cell !== ""));
    return { place, row: one.row, read: { ...one, cells: filled } };
  });
  return [rows, codes];
}

export const stagedProblem = (problem: Problem): StagedProblem => ({
  row: problem.place.kind === "row" ? problem.place.row : 0,
  problem,
});

const BLANK = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as Cells;

/** The rows of a batch as they were read. */
export async function readBatch(
  pool: pg.Pool,
  { id }: Pick<StagedTable, "id">,
  places: readonly number[],
): Promise<ReadRow[]> {
  const rows = await loadStaged<ReadRow>(pool, id, places);
  return rows.map((read) => ({ ...read, cells: { ...BLANK, ...read.cells } }));
}

/** What was written and what was found of it goes too. */
export const dropTable = (pool: pg.Pool, { id }: Pick<StagedTable, "id">): Promise<void> =>
  inPlainTransaction(pool, (tx) => dropStaged(tx, id));
