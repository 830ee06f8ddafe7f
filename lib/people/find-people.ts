import type pg from "pg";
import { findNames } from "@/lib/names/find-names";
import { nameTokens } from "@/lib/names/tokens";
import { lets } from "@/lib/facets/tally";
import { loadPeopleExceptions } from "@/lib/store/listed-people";
import { loadPersonRows, type PersonRow } from "@/lib/store/persons";
import type { Reach } from "@/lib/store/reach";
import { seenWays } from "@/lib/store/seen-ways";
import { likenessOf } from "./likeness";
import { bornSo, listedPeople, type Born } from "./listed";
import type { LikePerson } from "./view";

export type PeopleAsk = Born & {
  text: string;
  most: number;
  /** The last word is still being typed. */
  unfinished?: boolean;
};

/** People on a page. */
const PAGE = 50;

/** What a text in the search box asks for: a year in it is the year of birth. */
export function askedBy(text: string): PeopleAsk {
  const [, year] = /(?:^|[\s,(])(1[789]\d\d)(?=$|[\s,.)])/.exec(text) ?? [];
  return { text, most: PAGE, ...(year && { born: Number(year) }) };
}

/** What the fields of the search say of a birth. */
export const bornOf = ({ born, place }: { born: number | null; place: string }): Born => ({
  ...(born !== null && { born }),
  ...(place !== "" && { place }),
});

/** What the fields of the search ask for; a year of its own goes before one in the text. */
export const askFor = (search: { q: string; born: number | null; place: string }): PeopleAsk => ({
  ...askedBy(search.q),
  ...bornOf(search),
});

/** Somebody further off than this, for each word that was asked for, has another name. */
const FARTHEST = 150;
/** Except that nobody is nearer: then those who are about as far. */
const ABOUT = 60;

/** What it costs to be born a little before or after the year, or nobody knows when. */
const PRICES = { right: 0, nearly: 20, unknown: 30 } as const;

/** Places of those whom the person may see and whose names are nearest to what is asked for, the nearest first. */
export async function findPlaces(pool: pg.Pool, reach: Reach, ask: PeopleAsk): Promise<number[]> {
  const [exceptions, people] = await Promise.all([loadPeopleExceptions(pool, reach), listedPeople(pool)]);
  const { columns, names } = people;
  const seen = lets(columns, seenWays(columns.words, reach), exceptions);
  const answers = bornSo(people, ask);
  const extra = (place: number): number => {
    const answer = seen(place) ? answers(place) : null;
    return answer === null ? Infinity : PRICES[answer];
  };
  const hits = findNames(names, { ...ask, extra });
  const nearest = hits[0]?.price ?? 0;
  const words = nameTokens(ask.text).length;
  return hits.flatMap(({ place, price }) =>
    price <= Math.max(FARTHEST * words, nearest + ABOUT) ? place : [],
  );
}

export type PersonFound = PersonRow & { match: LikePerson };

/** People by a name in any script and spelling, the likest first, with why each is like it. */
export async function findPeople(pool: pg.Pool, reach: Reach, ask: PeopleAsk): Promise<PersonFound[]> {
  const rows = await loadPersonRows(pool, reach, await findPlaces(pool, reach, ask));
  return rows.map((row) => ({ ...row, match: likenessOf(row, ask.text, { from: null, to: null }) }));
}
