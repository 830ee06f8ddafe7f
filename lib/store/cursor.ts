import type pg from "pg";

/** A connection of one's own, on which a transaction is open. */
export type ReadingClient = pg.ClientBase;

const atOnce = 500;

/**
 * The rows of a statement, each as its json column `row`, some at a time, whatever their number. The cursor lives as
 * long as the transaction; two that are open at once need two names.
 */
export async function* readByCursor<R>(
  client: ReadingClient,
  name: string,
  statement: string,
  values: readonly unknown[],
): AsyncGenerator<readonly R[]> {
  await client.query(`declare ${name} no scroll cursor for ${statement}`, [...values]);
  for (;;) {
    const { rows } = await client.query<{ row: R }>(`fetch ${atOnce} from ${name}`);
    if (rows.length > 0) yield rows.map((found) => found.row);
    if (rows.length < atOnce) break;
  }
  await client.query(`close ${name}`);
}
