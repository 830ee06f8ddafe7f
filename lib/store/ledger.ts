import type pg from "pg";
import { newId } from "./id";
import type { Queryable } from "./client";
import { planned } from "./planned";
import { sqlState } from "./transaction";

export type WaitingEntry = { seq: bigint; bytes: Buffer; salt: Buffer };
export type Node = { level: number; index: number; hash: Buffer };

/**
 * Committed entries without a leaf, in the order in which they were written: whoever built on another's act
 * was let in after its end, and has the higher number. `since` is the snapshot of the last look: what is new was
 * in progress then, or began later. Without it all entries are looked through.
 */
export async function readWaiting(
  db: Queryable,
  since: string | null,
  most: number,
): Promise<readonly WaitingEntry[]> {
  // Each part by the index on xid: a condition with "or" would read the whole table at every look.
  const recent = `and e.seq in (
    select seq from events where xid >= pg_snapshot_xmax($2::pg_snapshot) and xid < pg_snapshot_xmax(pg_current_snapshot())
    union all select n.seq from pg_snapshot_xip($2::pg_snapshot) x join events n on n.xid = x)`;
  const { rows } = await db.query<WaitingEntry>(
    `select e.seq, e.bytes, e.salt from events e
     where not exists (select from ledger_leaves l where l.seq = e.seq) ${since ? recent : ""}
     order by e.seq limit $1`,
    since ? [most, since] : [most],
  );
  return rows;
}

/** What this transaction sees; taken before the first look at a table, it is what all looks see. */
export async function readSnapshot(db: Queryable): Promise<string> {
  const { rows } = await db.query<{ now: string }>("select pg_current_snapshot()::text as now");
  return rows[0]!.now;
}

export async function readSize(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ size: bigint }>(
    "select coalesce(max(index) + 1, 0) as size from ledger_leaves",
  );
  return Number(rows[0]!.size);
}

export async function insertLeaves(
  db: Queryable,
  first: number,
  leaves: readonly { seq: bigint; hash: Buffer }[],
): Promise<void> {
  await db.query(
    `insert into ledger_leaves (index, seq, hash)
     select $1::bigint + n - 1, seq, hash from unnest($2::bigint[], $3::bytea[]) with ordinality as t(seq, hash, n)`,
    [first, leaves.map((leaf) => leaf.seq.toString()), leaves.map((leaf) => leaf.hash)],
  );
}

export async function insertNodes(db: Queryable, nodes: readonly Node[]): Promise<void> {
  if (nodes.length === 0) return;
  await db.query(
    `insert into ledger_nodes (level, index, hash)
     select * from unnest($1::smallint[], $2::bigint[], $3::bytea[])`,
    [nodes.map((n) => n.level), nodes.map((n) => n.index), nodes.map((n) => n.hash)],
  );
}

/** Hashes of a row of nodes that lie side by side, `from` inclusive, `to` exclusive. Level 0 holds the leaves. */
export async function readRow(db: Queryable, level: number, from: number, to: number): Promise<Buffer[]> {
  const where = level === 0 ? "ledger_leaves where index" : "ledger_nodes where level = $3 and index";
  const { rows } = await db.query<{ hash: Buffer }>(
    `select hash from ${where} >= $1 and index < $2 order by index`,
    level === 0 ? [from, to] : [from, to, level],
  );
  if (rows.length !== to - from)
    throw Object.assign(new Error(`the tree lacks nodes of level ${level} between ${from} and ${to}`), {
      treeHasHoles: true,
    });
  return rows.map(({ hash }) => hash);
}

/** Whether this fault is about what the tables hold, and not about a database that is out of reach. */
export function treeUnreadable(fault: unknown): boolean {
  const holes = (fault as { treeHasHoles?: boolean } | null)?.treeHasHoles === true;
  // Values that are none, tables and columns that are not there, pages that are damaged.
  return holes || /^(22|42|XX)/.test(sqlState(fault) ?? "");
}

export type StoredCheckpoint = { size: number; note: string; at: Date };

export async function readNewestCheckpoint(db: Queryable): Promise<StoredCheckpoint | null> {
  const { rows } = await db.query<{ size: bigint; note: string; at: Date }>(
    "select size, note, at from ledger_checkpoints order by size desc limit 1",
  );
  return rows[0] ? { ...rows[0], size: Number(rows[0].size) } : null;
}

/** Checkpoints, ascending, each under the lines of all its witnesses. `where` is about `c`. */
export async function readNotes(db: Queryable, where: string, values: unknown[]): Promise<string[]> {
  const { rows } = await db.query<{ text: string }>(
    `select c.note || coalesce(string_agg(s.line || E'\\n', '' order by s.witness), '') as text
     from ledger_checkpoints c left join ledger_cosignatures s on s.size = c.size
     where ${where} group by c.size order by c.size`,
    values,
  );
  return rows.map(({ text }) => text);
}

export async function insertCheckpoint(db: Queryable, size: number, note: string): Promise<void> {
  await db.query("insert into ledger_checkpoints (size, note) values ($1, $2)", [size, note]);
}

export async function insertCosignature(
  db: Queryable,
  size: number,
  witness: string,
  line: string,
): Promise<void> {
  await db.query(
    "insert into ledger_cosignatures (size, witness, line) values ($1, $2, $3) on conflict do nothing",
    [size, witness, line],
  );
}

/** Nothing is entered in the history from here on. */
export async function beginHalt(db: Queryable, reason: string): Promise<void> {
  await db.query(
    "insert into ledger_halts (id, reason) values ($1, $2) on conflict ((true)) where ended_at is null do nothing",
    [newId(), reason],
  );
}

export async function endHalt(db: Queryable): Promise<void> {
  await db.query("update ledger_halts set ended_at = clock_timestamp() where ended_at is null");
}

/** Planned: every page asks. */
export async function readHalt(db: Queryable): Promise<{ reason: string; since: Date } | null> {
  const { rows } = await db.query<{ reason: string; since: Date }>(
    planned("select reason, since from ledger_halts where ended_at is null"),
  );
  return rows[0] ?? null;
}

/** Runs `work` in one transaction that sees one moment, and gives that moment's snapshot. */
export async function inOneMoment<T>(
  client: pg.ClientBase,
  work: (snapshot: string) => Promise<T>,
  mode: "read only" | "read write" = "read write",
): Promise<T> {
  await client.query(`begin isolation level repeatable read ${mode}`);
  try {
    const result = await work(await readSnapshot(client));
    await client.query("commit");
    return result;
  } catch (fault) {
    await client.query("rollback");
    throw fault;
  }
}
