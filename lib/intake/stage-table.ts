import { createHash, type Hash } from "node:crypto";
import type pg from "pg";
import {
  dropStaged,
  loadBonds,
  loadStaged,
  withStaging,
  type StagedCode,
  type StagedRow,
} from "@/lib/store/intake-staging";
import { layOutBatches } from "./batches";
import { COLUMNS, type Cells } from "./columns";
import type { Outcome, Problem } from "./problem";
import { readRows, type ReadRow } from "./read-row";
import { codesOf } from "./row-keys";
import { openTable, type TableHead } from "./table";
import type { Bytes } from "./table-text";
import type { Reading } from "./view";

/** Files that are compared, and written, in one transaction. */
const FILES_A_BATCH = 500;

/** A table of any size, its rows set down in the database, and the batches in which it is worked on. */
export interface StagedTable {
  id: string;
  head: TableHead;
  sha256: string;
  rows: number;
  /** Rows that were turned down by themselves. */
  problems: Problem[];
  batches: number[][];
}

type Tell = (rows: number, bytes: number) => void;

/** Reads a table as a stream and sets it down row by row; a table that cannot be read leaves nothing behind. */
export async function stageTable(
  pool: pg.Pool,
  id: string,
  source: Bytes,
  { asked = {}, tell = () => undefined }: { asked?: Partial<Reading>; tell?: Tell } = {},
): Promise<Outcome<StagedTable>> {
  const hash = createHash("sha256");
  const seen = { bytes: 0 };
  const opened = await openTable(hashing(source, hash, seen), asked);
  if (!opened.ok) return opened;
  const { head, parts } = opened.value;
  const problems: Problem[] = [];
  const places = new Map<string, number>();
  const read = await withStaging(pool, id, async (staging): Promise<Outcome<number>> => {
    let rows = 0;
    for await (const part of parts) {
      if (!part.ok) return part;
      problems.push(...part.value.problems);
      rows += part.value.rows.length;
      const sound = readRows(part.value.rows, head.headings, problems);
      await staging.put(...setDown(sound, places));
      tell(rows, seen.bytes);
    }
    await staging.end();
    return { ok: true, value: rows };
  });
  if (!read.ok) return read;
  const batches = layOutBatches(places.size, await loadBonds(pool, id), FILES_A_BATCH);
  return { ok: true, value: { id, head, sha256: hash.digest("hex"), rows: read.value, problems, batches } };
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

const BLANK = Object.fromEntries(COLUMNS.map((column) => [column, ""])) as Cells;

/** The rows of a batch as they were read. */
export async function readBatch(
  pool: pg.Pool,
  { id }: StagedTable,
  places: readonly number[],
): Promise<ReadRow[]> {
  const rows = await loadStaged<ReadRow>(pool, id, places);
  return rows.map((read) => ({ ...read, cells: { ...BLANK, ...read.cells } }));
}

export const dropTable = (pool: pg.Pool, { id }: Pick<StagedTable, "id">): Promise<void> =>
  dropStaged(pool, id);
