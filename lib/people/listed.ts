import { newColumns, putRow, type Columns } from "@/lib/facets/columns";
import { foldName } from "@/lib/names/fold";
import { newNameIndex, putNames, type NameIndex } from "@/lib/names/name-index";
import { dayNumber } from "@/lib/store/listed-cases";
import { followed } from "@/lib/store/followed";
import { readListedPeople, type ListedPerson } from "@/lib/store/listed-people";

const words = ["held", "owners", "regional"] as const;
const numbers = ["bornFrom", "bornTo", "bornIn"] as const;

export type PeopleListed = {
  columns: Columns<(typeof words)[number], (typeof numbers)[number]>;
  names: NameIndex;
  /** Places of birth as registers spell them: their numbers, and how they fold. */
  birthPlaces: { known: Map<string, number>; folded: string[] };
};

/** Nobody knows when: before all days, after all days. */
const [EVER_BEFORE, EVER_AFTER] = [-(2 ** 31), 2 ** 31 - 1];
const NOWHERE = -1;

function put(held: PeopleListed, person: ListedPerson): void {
  const { place, gone, bornFrom, bornTo, birthPlace, names, ...seen } = person;
  const born = { bornFrom: bornFrom ?? EVER_BEFORE, bornTo: bornTo ?? EVER_AFTER };
  putRow(held.columns, {
    ...{ place, gone, words: { held: seen.held, owners: seen.owners, regional: seen.regional } },
    numbers: { ...born, bornIn: birthPlace === null ? NOWHERE : numberOf(held.birthPlaces, birthPlace) },
  });
  putNames(held.names, place, names);
}

function numberOf({ known, folded }: PeopleListed["birthPlaces"], text: string): number {
  const number = known.get(text) ?? folded.push(foldName(text)) - 1;
  known.set(text, number);
  return number;
}

/** All people by their names, as the database has them now. */
export const listedPeople = followed<PeopleListed>(
  "people",
  () => ({
    ...{ columns: newColumns(words, numbers), names: newNameIndex() },
    birthPlaces: { known: new Map(), folded: [] },
  }),
  (pool, since, held) => readListedPeople(pool, since, (person) => put(held, person)),
);

/** What else may be known of somebody: the year of birth, and a part of what the place is called. */
export type Born = { born?: number; place?: string };

/** Registers are wrong about an age by so many years. */
const YEARS_WRONG = 2;

/** How well somebody answers what is known: null, not at all. */
export type Answers = "right" | "nearly" | "unknown" | null;

/** Of each place, whether they were born then and there. */
export function bornSo(
  { columns, birthPlaces }: PeopleListed,
  { born, place }: Born,
): (at: number) => Answers {
  const { bornFrom, bornTo, bornIn } = columns.numbers;
  const sought = place ? foldName(place) : null;
  const there = sought === null ? null : birthPlaces.folded.map((folded) => folded.includes(sought));
  const bounds = (by: number): [first: number, last: number] =>
    born === undefined ? [0, 0] : [dayNumber(`${born - by}-01-01`), dayNumber(`${born + by}-12-31`)];
  const [[first, last], [earliest, latest]] = [bounds(0), bounds(YEARS_WRONG)];
  return (at) => {
    if (there && !there[bornIn[at]!]) return null;
    if (born === undefined) return "right";
    const [from, to] = [bornFrom[at]!, bornTo[at]!];
    if (from === EVER_BEFORE && to === EVER_AFTER) return "unknown";
    if (from <= last && to >= first) return "right";
    return from <= latest && to >= earliest ? "nearly" : null;
  };
}
