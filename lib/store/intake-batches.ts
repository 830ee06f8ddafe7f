import type { Queryable } from "./client";
import type { Copier } from "./copy";
import { insertNewNames, type NewNameKey } from "./intake-duplicates";
import type { StagedProblem } from "./intake-staging";
import { rows, type Reader, type Writer } from "./transaction";

/** A table that was set down whole: `head` is how it was read, `problems` how many rows were turned down by themselves. */
export type TableRecord<H> = { id: string; head: H; sha256: string; rows: number; problems: number };

/** Its batches come with it: from here on the table counts as set down. */
export async function insertTable<H extends object>(
  tx: Writer,
  { id, head, sha256, rows: count, problems }: TableRecord<H>,
  batches: readonly (readonly number[])[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    `insert into import_batches (import_id, nth, places)
     select $1::uuid, b.nth - 1, array(select jsonb_array_elements_text(b.places)::int)
     from jsonb_array_elements($2::jsonb) with ordinality as b(places, nth)`,
    ...[id, JSON.stringify(batches)],
  );
  await tx.$executeRawUnsafe(
    `insert into import_tables (id, head, sha256, rows, problems) values ($1::uuid, $2::jsonb, $3, $4, $5)`,
    ...[id, JSON.stringify(head), sha256, count, problems],
  );
}

/** In how many batches, and how many files there are in all of them. */
export type Batched = { batches: number; files: number };

export async function findTable<H>(db: Queryable, id: string): Promise<(TableRecord<H> & Batched) | null> {
  const { rows: found } = await db.query<TableRecord<H> & Batched>(
    `select id, head, sha256, rows, problems,
       (select count(*)::int from import_batches where import_id = $1) as batches,
       (select coalesce(sum(cardinality(places)), 0)::int from import_batches where import_id = $1) as files
     from import_tables where id = $1`,
    [id],
  );
  return found[0] ?? null;
}

export type Batch = { nth: number; places: number[] };

/** Batches that are still to be compared, or to be written, in order. */
export async function loadBatches(db: Queryable, id: string, to: "compare" | "write"): Promise<Batch[]> {
  const left = to === "compare" ? "found is null" : "written_at is null and not stale";
  const { rows: found } = await db.query<Batch>(
    `select nth, places from import_batches where import_id = $1 and ${left} order by nth`,
    [id],
  );
  return found;
}

/** What was found in the batches that were compared, or in those that were written. */
export async function loadFound<F>(tx: Reader, id: string, of: "compared" | "written"): Promise<F[]> {
  return rows<F>(
    tx,
    `select found as row from import_batches
     where import_id = $1::uuid and found is not null and ($2 = 'compared' or written_at is not null) order by nth`,
    id,
    of,
  );
}

/** What stands for a batch as it was compared. */
export async function loadDigest(tx: Reader, id: string, nth: number): Promise<string | null> {
  const [digest] = await rows<string>(
    tx,
    "select found->'digest' as row from import_batches where import_id = $1::uuid and nth = $2",
    ...[id, nth],
  );
  return digest ?? null;
}

export type FoundIn = {
  nth: number;
  found: object;
  problems: readonly StagedProblem[];
  above: readonly object[];
  people: readonly NewNameKey[];
};

/** A batch was compared: what was found, the rows that were turned down, the units above its files and the people that are new. */
export async function keepFound(
  tx: Writer & Copier,
  id: string,
  { nth, found, problems, above, people }: FoundIn,
): Promise<void> {
  await tx.$executeRawUnsafe(
    "update import_batches set found = $3::jsonb where import_id = $1::uuid and nth = $2",
    ...[id, nth, JSON.stringify(found)],
  );
  if (problems.length > 0) {
    await tx.$executeRawUnsafe(
      `insert into import_problems (import_id, row, problem)
       select $1::uuid, p.row, p.problem from jsonb_to_recordset($2::jsonb) as p(row int, problem json)`,
      ...[id, JSON.stringify(problems)],
    );
  }
  await insertNewNames(tx, id, people);
  if (above.length > 0) {
    await tx.$executeRawUnsafe(
      "update import_tables set above = above || $2::jsonb where id = $1::uuid",
      ...[id, JSON.stringify(above)],
    );
  }
}

/** The units above the files, and how many of them this import has written. */
export async function loadAbove<A>(tx: Reader, id: string): Promise<{ above: A[]; shelved: number }> {
  const [found] = await rows<{ above: A[]; shelved: number }>(
    tx,
    "select json_build_object('above', above, 'shelved', shelved) as row from import_tables where id = $1::uuid",
    id,
  );
  return found ?? { above: [], shelved: 0 };
}

export async function markShelved(tx: Writer, id: string, count: number): Promise<void> {
  await tx.$executeRawUnsafe("update import_tables set shelved = $2 where id = $1::uuid", ...[id, count]);
}

/** With what it writes, in the same transaction. */
export async function markWritten(tx: Writer, id: string, nth: number, at: Date): Promise<void> {
  const written = await tx.$executeRawUnsafe(
    `update import_batches set written_at = $3::timestamptz
     where import_id = $1::uuid and nth = $2 and written_at is null`,
    ...[id, nth, at],
  );
  if (written !== 1) throw new Error(`batch ${nth} of ${id} was written already`);
}

export async function markStale(db: Queryable, id: string, nth: number): Promise<void> {
  await db.query("update import_batches set stale = true where import_id = $1 and nth = $2", [id, nth]);
}

/** Batches that were not written. */
export async function countLeft(db: Queryable, id: string): Promise<number> {
  const { rows: found } = await db.query<{ n: number }>(
    "select count(*)::int n from import_batches where import_id = $1 and written_at is null",
    [id],
  );
  return found[0]?.n ?? 0;
}

/** Rows that were turned down, in the order of the table: the first, or those after a place. */
export async function loadProblems<P>(
  db: Queryable,
  id: string,
  { after, limit }: { after: { row: number; nth: string } | null; limit: number },
): Promise<{ row: number; nth: string; problem: P }[]> {
  const { rows: found } = await db.query<{ row: number; nth: string; problem: P }>(
    `select row, nth::text, problem from import_problems
     where import_id = $1 and (row, nth) > ($2::int, $3::bigint) order by row, nth limit $4`,
    [id, after?.row ?? -1, after?.nth ?? "0", limit],
  );
  return found;
}
