import type pg from "pg";
import { inOrder, walk } from "@/lib/facets/tally";
import type { CaseSort } from "@/lib/store/case-list";
import { walkNames, wantedOf } from "@/lib/store/wanted";
import type { CasesFound } from "./find-cases";

const inCases = { from: "listed_cases l", n: "l.n", name: "l.name", id: "l.id" };

export type Ordered = { sort: CaseSort; down: boolean };

/** Where a page ended, or began: a case, and what it is sorted by. `back` walks the other way. */
export type At = { value: string; id: string; place: number; back: boolean };

/** A case that was found, and what it is sorted by. The newest have no value of their own. */
export type CaseSpot = { place: number; value: string };

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
    const wanted = wantedOf({ against, total });
    const spots = await walkNames(pool, inCases, { down: downwards, at: behind }, wanted, most);
    return spots.map(({ place, name }) => ({ place, value: name }));
  }
  if (sort === "new") {
    const places = walk(against, { up: !downwards, from: at?.place, most });
    return places.map((place) => ({ place, value: "" }));
  }
  const behind = at && { place: at.place, value: Number(at.value) };
  const spots = inOrder(against, begins, { at: behind, down: downwards, most });
  return spots.map(({ place, value }) => ({ place, value: String(value) }));
}
