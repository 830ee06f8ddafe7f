import type pg from "pg";
import { placesOf, walk } from "@/lib/facets/tally";
import type { CaseSort } from "@/lib/store/case-list";
import { placeOfCase, walkListed, type ListedOrder, type Spot } from "@/lib/store/listed-cases";
import type { CasesFound } from "./find-cases";

export type Ordered = { sort: CaseSort; down: boolean };

/** Where a page ended, or began: the value sorted by, and the case. `back` walks the other way. */
export type At = { value: string; id: string; back: boolean };

/** So many are put in order by themselves; where more are found, the order of all is walked through for them. */
const FEW = 4000;

/**
 * The next that were found in an order, at most so many, from a place in the list; walking back, the nearest come first.
 * The newest have no value of their own.
 */
export async function pageCases(
  pool: pg.Pool,
  { against, total }: Pick<CasesFound, "against" | "total">,
  { sort, down }: Ordered,
  at: At | undefined,
  most: number,
): Promise<Omit<Spot, "id">[]> {
  const downwards = at?.back ? !down : down;
  if (total === 0) return [];
  if (sort === "new") {
    const from = at && ((await placeOfCase(pool, at.id)) ?? undefined);
    return walk(against, { up: !downwards, from, most }).map((place) => ({ place, value: "" }));
  }
  const way = { by: sort, down: downwards, at };
  if (total <= FEW) return walkListed(pool, way, placesOf(against), most);
  return walkAll(pool, against, way, most);
}

type Way = { by: ListedOrder; down: boolean; at: { value: string; id: string } | undefined };

async function walkAll(pool: pg.Pool, against: Uint8Array, way: Way, most: number): Promise<Spot[]> {
  const found: Spot[] = [];
  let at = way.at;
  // As many as will do where one in four is found; each time more, so that a long way takes few steps.
  for (let some = most * 4; ; some = Math.min(some * 4, 50_000)) {
    const spots = await walkListed(pool, { ...way, at }, null, some);
    for (const spot of spots) if (against[spot.place] === 0) found.push(spot);
    if (found.length >= most || spots.length < some) return found.slice(0, most);
    at = spots.at(-1);
  }
}
