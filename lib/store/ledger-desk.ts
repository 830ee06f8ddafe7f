import type { Queryable } from "./client";
import { readNotes } from "./ledger";

export type LedgerNow = {
  /** Entries with a leaf, and those that wait for one. */
  entries: number;
  waiting: number;
  /** The newest checkpoint: leaves under it, when it was signed, how many witnesses have signed it since. */
  signed: { size: number; at: Date; witnesses: number } | null;
};

/** Read by the ends of the tables: nothing is counted that grows. */
export async function readLedgerNow(db: Queryable): Promise<LedgerNow> {
  const { rows } = await db.query<{
    entries: bigint;
    waiting: number;
    size: bigint | null;
    at: Date | null;
    witnesses: number;
  }>(`
    select coalesce((select max(index) + 1 from ledger_leaves), 0) as entries,
      (select count(*) from events where seq > coalesce((select max(seq) from ledger_leaves), 0))::int as waiting,
      c.size, c.at, (select count(*) from ledger_cosignatures s where s.size = c.size)::int as witnesses
    from (values (1)) one left join lateral
      (select size, at from ledger_checkpoints order by size desc limit 1) c on true`);
  const { entries, waiting, size, at, witnesses } = rows[0]!;
  return {
    entries: Number(entries),
    waiting,
    signed: size !== null && at ? { size: Number(size), at, witnesses } : null,
  };
}

export type WitnessRow = { witness: string; size: number; at: Date };

/** What each witness has signed last. */
export async function listWitnesses(db: Queryable): Promise<WitnessRow[]> {
  const { rows } = await db.query<{ witness: string; size: bigint; at: Date }>(
    "select distinct on (witness) witness, size, at from ledger_cosignatures order by witness, size desc",
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

export type CheckpointRow = { size: number; at: Date; note: string; witnesses: readonly string[] };
export const checkpointPage = 25;

/** Checkpoints, newest first, smaller than `below` where that is given. */
export async function listCheckpoints(db: Queryable, below: number | null): Promise<CheckpointRow[]> {
  const { rows } = await db.query<Omit<CheckpointRow, "size"> & { size: bigint }>(
    `select c.size, c.at, c.note,
       array(select s.witness from ledger_cosignatures s where s.size = c.size order by s.witness) as witnesses
     from ledger_checkpoints c where $1::bigint is null or c.size < $1
     order by c.size desc limit ${checkpointPage + 1}`,
    [below],
  );
  return rows.map((row) => ({ ...row, size: Number(row.size) }));
}

/** The sizes of the checkpoints nearest to a size: the largest below it and the smallest above. */
export async function listNearest(db: Queryable, size: number): Promise<number[]> {
  const { rows } = await db.query<{ size: bigint | null }>(
    `select max(size) as size from ledger_checkpoints where size < $1
     union all select min(size) from ledger_checkpoints where size > $1`,
    [size],
  );
  return rows.flatMap((row) => (row.size === null ? [] : Number(row.size)));
}

/** A checkpoint with all its lines. */
export async function readCheckpointAt(db: Queryable, size: number): Promise<string | null> {
  const [note] = await readNotes(db, "c.size = $1", [size]);
  return note ?? null;
}

/** The first checkpoint over this leaf that enough witnesses have signed, with all its lines. */
export async function readProvingCheckpoint(
  db: Queryable,
  index: number,
  quorum: number,
): Promise<{ size: number; note: string; at: Date } | null> {
  const { rows } = await db.query<{ size: bigint; at: Date }>(
    `select c.size, c.at from ledger_checkpoints c where c.size > $1
       and (select count(*) from ledger_cosignatures s where s.size = c.size) >= $2
     order by c.size limit 1`,
    [index, quorum],
  );
  const size = rows[0] ? Number(rows[0].size) : null;
  const note = size === null ? null : await readCheckpointAt(db, size);
  return size !== null && note !== null ? { size, note, at: rows[0]!.at } : null;
}
