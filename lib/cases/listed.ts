import type pg from "pg";
import { newColumns, putRow, type Columns } from "@/lib/facets/columns";
import { inStep } from "@/lib/facets/follow";
import { readListed, type ListedCase } from "@/lib/store/listed-cases";

const words = [
  ...(["stage", "outcome", "step", "category", "region"] as const),
  ...(["awaits", "held", "owners", "regional"] as const),
] as const;
const numbers = ["from", "to"] as const;
export type CaseColumns = Columns<(typeof words)[number], (typeof numbers)[number]>;

function put(columns: CaseColumns, { place, gone, awaits, from, to, ...rest }: ListedCase): void {
  putRow(columns, {
    place,
    gone,
    words: { ...rest, awaits: awaits ? "yes" : null },
    // What has no end is over before anything began.
    numbers: { from, to: to ?? -(2 ** 31) },
  });
}

type Following = { columns: CaseColumns; catchUp: () => Promise<void> };

/** Kept on the global object: pages and handlers are bundled apart, and a million cases are held once. */
const kept = globalThis as typeof globalThis & { aqtaluListed?: WeakMap<pg.Pool, Following> };

/**
 * What all cases are filtered by, as the database has it now. The first who asks waits until all are read (some seconds
 * for a million), everybody after that for what has changed.
 */
export async function listedCases(pool: pg.Pool): Promise<CaseColumns> {
  kept.aqtaluListed ??= new WeakMap();
  let following = kept.aqtaluListed.get(pool);
  if (!following) kept.aqtaluListed.set(pool, (following = follow(pool)));
  await following.catchUp();
  return following.columns;
}

function follow(pool: pg.Pool): Following {
  let since: string | null = null;
  const following: Following = {
    columns: newColumns(words, numbers),
    catchUp: inStep(async () => {
      const moment = await readListed(pool, since, (row) => put(following.columns, row));
      // Transactions are counted upwards: this is another database, or an older state of it, and all is read anew.
      const before = since !== null && BigInt(moment) < BigInt(since);
      if (before) following.columns = newColumns(words, numbers);
      since = before ? await readListed(pool, null, (row) => put(following.columns, row)) : moment;
    }),
  };
  return following;
}
