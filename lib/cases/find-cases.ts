import type pg from "pg";
import { dayOf, systemClock } from "@/lib/clock";
import type { WordColumn } from "@/lib/facets/columns";
import {
  except,
  letThrough,
  only,
  onlyAmong,
  onlyIf,
  onlyIfAny,
  onlyWithin,
  tally,
  type Against,
  type Tally,
} from "@/lib/facets/tally";
import { placesWith } from "@/lib/names/all-names";
import { listedPeople } from "@/lib/people/listed";
import type { CaseFilter } from "@/lib/store/case-list";
import { dayNumber, loadAnswered, loadJoined, loadExceptions, loadReferred } from "@/lib/store/listed-cases";
import type { Reach } from "@/lib/store/reach";
import { seenWays } from "@/lib/store/seen-ways";
import { listedCases, type CaseColumns } from "./listed";

export const caseFacets = ["stage", "outcome", "step", "category", "region", "organ"] as const;
export type CaseFacet = (typeof caseFacets)[number];
export type CasesFound = Tally<CaseFacet> & {
  against: Against;
  /** When each began, by place. */
  begins: Int32Array;
};

/** Which cases a filter finds among those that the person may see, and how many each value of each facet would find. */
export async function findCases(pool: pg.Pool, reach: Reach, filter: CaseFilter): Promise<CasesFound> {
  const [referred, settled, exceptions, columns] = await Promise.all([
    filter.text?.reference ? loadReferred(pool, reach, filter.text.reference) : [],
    loadSettled(pool, reach, filter.waiting),
    loadExceptions(pool, reach),
    listedCases(pool),
  ]);
  const against = letThrough(columns);
  onlyIfAny(against, seenWays(columns.words, reach), exceptions.shown);
  except(against, exceptions.hidden);
  if (filter.text) {
    const named = filter.text.name ? await placesNamed(pool, columns, filter.text.name) : [];
    onlyAmong(against, [...referred, ...named]);
  }
  if (filter.year) onlyWithin(against, columns.numbers, daysOf(filter.year));
  onlyWaiting(against, columns, filter.waiting);
  except(against, settled);
  if (filter.age) {
    const latest = dayNumber(dayOf(systemClock())) - filter.age;
    onlyIf(against, (place) => columns.numbers.since[place]! <= latest);
  }
  const { stage, outcome, step, category, region, organ } = columns.words;
  const facets: Record<CaseFacet, WordColumn> = { stage, outcome, step, category, region, organ };
  return { against, begins: columns.numbers.from, ...tally<CaseFacet>(against, facets, filter) };
}

/** Places of the cases of people in whose names all these words occur. */
async function placesNamed(pool: pg.Pool, { size, numbers }: CaseColumns, text: string): Promise<number[]> {
  // Read after the cases, so that the person of each of them is there.
  const people = placesWith((await listedPeople(pool)).names, text);
  const places: number[] = [];
  for (let place = 0; place < size; place++) if (people[numbers.person[place]!] === 1) places.push(place);
  return places;
}

const daysOf = (year: number): [number, number] => [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];

/** What does not wait although it looks so: who has answered on conflicts, and what is joined to another case. */
async function loadSettled(pool: pg.Pool, reach: Reach, waiting: CaseFilter["waiting"]): Promise<number[]> {
  if (waiting === "conflict") return loadAnswered(pool, reach.accountId);
  return waiting === "open" ? loadJoined(pool) : [];
}

/** Only cases that wait for this: a file, to be opened, an answer of the reader on conflicts. */
function onlyWaiting(against: Against, { words }: CaseColumns, waiting: CaseFilter["waiting"]): void {
  if (waiting === "file") only(against, words.awaits, (word) => word === "yes");
  if (waiting === "open") {
    only(against, words.stage, (word) => word === "declassified");
    for (const column of [words.outcome, words.step]) only(against, column, (word) => word === null);
  }
  if (waiting === "conflict") only(against, words.step, (word) => word !== null);
}
