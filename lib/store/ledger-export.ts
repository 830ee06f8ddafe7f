import type { Queryable } from "./client";
import { readNotes } from "./ledger";

export type ExportedEntry = {
  index: number;
  bytes: Buffer | null;
  salt: Buffer | null;
  hash: Buffer | null;
};

const batch = 5000;

/** How many entries an export holds: all leaves, and what has none yet. */
export async function countEntries(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ n: bigint }>(
    `select (select count(*) from ledger_leaves)
       + (select count(*) from events e where not exists (select from ledger_leaves l where l.seq = e.seq)) as n`,
  );
  return Number(rows[0]!.n);
}

/** Entries in the order of their leaves; then those without one, in the order of writing. */
export async function* readExport(db: Queryable): AsyncGenerator<readonly ExportedEntry[]> {
  let last = -1n;
  for (;;) {
    const { rows } = await db.query<Omit<ExportedEntry, "index"> & { index: bigint }>(
      `select l.index, l.hash, e.bytes, e.salt from ledger_leaves l left join events e on e.seq = l.seq
       where l.index > $1 order by l.index limit ${batch}`,
      [last],
    );
    if (rows.length === 0) break;
    yield rows.map((row) => ({ ...row, index: Number(row.index) }));
    last = rows.at(-1)!.index;
  }
  for (let [after, index] = [0n, Number(last) + 1]; ;) {
    const { rows } = await db.query<{ seq: bigint; bytes: Buffer; salt: Buffer }>(
      `select e.seq, e.bytes, e.salt from events e
       where e.seq > $1 and not exists (select from ledger_leaves l where l.seq = e.seq)
       order by e.seq limit ${batch}`,
      [after],
    );
    if (rows.length === 0) return;
    yield rows.map(({ bytes, salt }, nth) => ({ index: index + nth, bytes, salt, hash: null }));
    index += rows.length;
    after = rows.at(-1)!.seq;
  }
}

/**
 * The checkpoints that say most about time and place: the last of each hour, the last hundred, and the newest that
 * enough witnesses have signed. Each with all its lines.
 */
export async function readCheckpoints(db: Queryable, quorum: number): Promise<string[]> {
  return readNotes(
    db,
    `c.size in (
       select max(size) from ledger_checkpoints group by date_trunc('hour', at)
       union (select size from ledger_checkpoints order by size desc limit 100)
       union (select size from ledger_cosignatures group by size having count(*) >= $1 order by size desc limit 1))`,
    [quorum],
  );
}
