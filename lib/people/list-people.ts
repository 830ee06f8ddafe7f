import type pg from "pg";
import { countFound, except, letThrough, onlyIf, onlyIfAny, type Against } from "@/lib/facets/tally";
import { loadPeopleExceptions } from "@/lib/store/listed-people";
import { loadPersonRows, type PersonRow } from "@/lib/store/persons";
import type { Reach } from "@/lib/store/reach";
import { seenWays } from "@/lib/store/seen-ways";
import { walkNames, wantedOf } from "@/lib/store/wanted";
import { bornSo, listedPeople, type Born } from "./listed";

const PAGE = 50;
const inPersons = { from: "persons p", n: "p.n", name: "p.name", id: "p.id" };

/** After whom a page begins. */
export type PersonPlace = { value: string; id: string };

/** Everybody whom the person sees and who was born so, by name in the Kazakh order, and how many there are. */
export async function listPeople(
  pool: pg.Pool,
  reach: Reach,
  born: Born,
  at: PersonPlace | null,
): Promise<{ rows: PersonRow[]; next: PersonPlace | null; total: number }> {
  const found = await seenPeople(pool, reach, born);
  const behind = at ? { name: at.value, id: at.id } : undefined;
  const spots = await walkNames(pool, inPersons, { down: false, at: behind }, wantedOf(found), PAGE + 1);
  const places = spots.slice(0, PAGE).map(({ place }) => place);
  const rows = await loadPersonRows(pool, reach, places);
  const last = rows.at(-1);
  return {
    ...{ rows, total: found.total },
    next: spots.length > PAGE && last ? { value: last.name, id: last.id } : null,
  };
}

/** Everybody whom the person sees and who was born so. */
export async function seenPeople(
  pool: pg.Pool,
  reach: Reach,
  born: Born,
): Promise<{ against: Against; total: number }> {
  const [{ hidden, shown }, people] = await Promise.all([
    loadPeopleExceptions(pool, reach),
    listedPeople(pool),
  ]);
  const { columns } = people;
  const against = letThrough(columns);
  onlyIfAny(against, seenWays(columns.words, reach), shown);
  except(against, hidden);
  // Of whom nobody knows when they were born, nobody says that it was then.
  const answers = bornSo(people, born);
  if (born.born !== undefined || born.place)
    onlyIf(against, (place) => ["right", "nearly"].includes(answers(place) ?? ""));
  return { against, total: countFound(against) };
}
