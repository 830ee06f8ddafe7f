import type pg from "pg";
import { askedBy, findPlaces } from "@/lib/people/find-people";
import { findAnything, type Found } from "@/lib/store/find";
import type { Reach } from "@/lib/store/reach";
import { readTerms } from "./search-terms";

/** So many of the likest are looked at for those who have a case that the person sees. */
const MOST = 60;

/** People, cases and files that a text may mean while it is being typed, as far as the person may see them. */
export async function findMeant(pool: pg.Pool, reach: Reach, text: string): Promise<Found> {
  const { name, reference } = readTerms(text);
  const people = name
    ? await findPlaces(pool, reach, { ...askedBy(name), most: MOST, unfinished: true })
    : [];
  return findAnything(pool, reach, { people, reference });
}
