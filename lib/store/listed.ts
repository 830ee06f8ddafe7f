import type pg from "pg";
import { readByCursor } from "./cursor";
import { inOneMoment } from "./ledger";
import { planned } from "./planned";

/** So many changes are read at once; where there are more, all are walked through. */
const FEW = 2000;

/** A table of rows that know which transaction wrote them, and what of each (`l`) is read: one json array. */
export type Listed = { table: "listed_cases" | "listed_people"; cells: string };

/**
 * Hands over every row that was written since (all, when it is null), in no order and some of them again.
 *
 * @returns since when there is more to hand over the next time: whatever is committed before is in what was handed over.
 */
export async function readListed<Cells extends unknown[]>(
  pool: pg.Pool,
  { table, cells }: Listed,
  since: string | null,
  put: (row: Cells) => void,
): Promise<string> {
  if (since !== null) {
    // Rows that another cluster wrote may have numbers that this one has yet to reach: they are not new.
    const { rows } = await pool.query<{ moment: string; row: Cells | null }>(
      planned(`select pg_snapshot_xmin(pg_current_snapshot())::text as moment, l.row from (select 1) one left join lateral (
         select ${cells} as row from ${table} l where l.changed >= $1::xid8
           and l.changed < pg_snapshot_xmax(pg_current_snapshot()) order by l.changed limit ${FEW}) l on true`),
      [since],
    );
    for (const { row } of rows) if (row) put(row);
    if (rows.length < FEW) return rows[0]!.moment;
  }
  const client = await pool.connect();
  try {
    return await inOneMoment(
      client,
      async () => {
        const { rows } = await client.query<{ moment: string }>(
          "select pg_snapshot_xmin(pg_current_snapshot())::text as moment",
        );
        const statement = `select ${cells} as row from ${table} l where $1::xid8 is null or l.changed >= $1::xid8`;
        for await (const some of readByCursor<Cells>(client, table, statement, [since]))
          for (const row of some) put(row);
        return rows[0]!.moment;
      },
      "read only",
    );
  } finally {
    client.release();
  }
}
