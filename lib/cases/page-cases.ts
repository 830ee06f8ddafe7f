import type pg from "pg";
import { inOrder, placesOf, walk } from "@/lib/facets/tally";
import type { CaseSort } from "@/lib/store/case-list";
import { walkNames, type NameWalk } from "@/lib/store/listed-cases";
import type { CasesFound } from "./find-cases";

export type Ordered = { sort: CaseSort; down: boolean };

/** Where a page ended, or began: a case, and what it is sorted by. `back` walks the other way. */
export type At = { value: string; id: string; place: number; back: boolean };

/** A case that was found, and what it is sorted by. The newest have no value of their own. */
export type CaseSpot = { place: number; value: string };

/** So many names are put in order by themselves; where more are found, the order of all is walked through for them. */
const FEW = 4000;

/** The next that were found in an order, at most so many, behind a case of the list; walking back, the nearest come first. */
export async function pageCases(
  pool: pg.Pool,
  { against, total, begins }: Pick<CasesFound, "against" | "total" | "begins">,
  { sort, down }: Ordered,
  at: At | undefined,
  most: number,
): Promise<CaseSpot[]> {
  const downwards = at?.back ? !down : down;
  if (sort === "name") {
    const behind = at && { name: at.value, id: at.id };
    return walkFound(pool, { against, total }, { down: downwards, at: behind }, most);
  }
  if (sort === "new") {
    const places = walk(against, { up: !downwards, from: at?.place, most });
    return places.map((place) => ({ place, value: "" }));
  }
  const behind = at && { place: at.place, value: Number(at.value) };
  const spots = inOrder(against, begins, { at: behind, down: downwards, most });
  return spots.map(({ place, value }) => ({ place, value: String(value) }));
}

async function walkFound(
  pool: pg.Pool,
  { against, total }: Pick<CasesFound, "against" | "total">,
  { down, at: first }: NameWalk,
  most: number,
): Promise<CaseSpot[]> {
  if (total === 0) return [];
  const few = total <= FEW ? placesOf(against) : null;
  const found: CaseSpot[] = [];
  let at = first;
  // As many as will do where one in four is found; each time more, so that a long way takes few steps.
  for (let some = few ? most : most * 4; ; some = Math.min(some * 4, 50_000)) {
    const spots = await walkNames(pool, { down, at }, few, some);
    for (const { place, name } of spots) if (against[place] === 0) found.push({ place, value: name });
    if (found.length >= most || spots.length < some) return found.slice(0, most);
    at = spots.at(-1);
  }
}
