import type pg from "pg";
import { inStep } from "@/lib/facets/follow";

type Following<T> = { held: T; catchUp: () => Promise<void> };

/** Kept on the global object: pages and handlers are bundled apart, and a million rows are held once. */
const kept = globalThis as typeof globalThis & {
  aqtaluFollowed?: Map<string, WeakMap<pg.Pool, Following<unknown>>>;
};

/**
 * Something that is made in memory of the rows of a table, as the database has it now. The first who asks waits until all
 * are read (some seconds for a million), everybody after that for what has changed.
 *
 * @param read hands over what was written since a moment (all, when it is null) and gives the next such moment
 */
export function followed<T>(
  name: string,
  fresh: () => T,
  read: (pool: pg.Pool, since: string | null, held: T) => Promise<string>,
): (pool: pg.Pool) => Promise<T> {
  return async (pool) => {
    kept.aqtaluFollowed ??= new Map();
    let byPool = kept.aqtaluFollowed.get(name) as WeakMap<pg.Pool, Following<T>> | undefined;
    if (!byPool) kept.aqtaluFollowed.set(name, (byPool = new WeakMap()));
    let following = byPool.get(pool);
    if (!following) byPool.set(pool, (following = follow(pool, fresh, read)));
    await following.catchUp();
    return following.held;
  };
}

function follow<T>(
  pool: pg.Pool,
  fresh: () => T,
  read: (pool: pg.Pool, since: string | null, held: T) => Promise<string>,
): Following<T> {
  let since: string | null = null;
  const following: Following<T> = {
    held: fresh(),
    catchUp: inStep(async () => {
      const moment = await read(pool, since, following.held);
      // Transactions are counted upwards: this is another database, or an older state of it, and all is read anew.
      const before = since !== null && BigInt(moment) < BigInt(since);
      if (before) following.held = fresh();
      since = before ? await read(pool, null, following.held) : moment;
    }),
  };
  return following;
}
