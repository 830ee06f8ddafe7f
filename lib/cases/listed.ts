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
    // A date that nobody knows lies in no year.
    numbers: { from, to: to ?? -1 },
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
  const columns: CaseColumns = newColumns(words, numbers);
  let since: string | null = null;
  const catchUp = inStep(async () => {
    since = await readListed(pool, since, (row) => put(columns, row));
  });
  return { columns, catchUp };
}
