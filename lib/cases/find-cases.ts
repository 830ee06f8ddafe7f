import type pg from "pg";
import type { WordColumn } from "@/lib/facets/columns";
import {
  except,
  letThrough,
  only,
  onlyAmong,
  onlyIfAny,
  onlyWithin,
  tally,
  type Against,
  type Tally,
} from "@/lib/facets/tally";
import type { CaseFilter } from "@/lib/store/case-list";
import {
  dayNumber,
  loadAnswered,
  loadExceptions,
  loadNamed,
  type Exceptions,
} from "@/lib/store/listed-cases";
import type { Reach } from "@/lib/store/reach";
import { listedCases, type CaseColumns } from "./listed";

export const caseFacets = ["stage", "outcome", "step", "category", "region"] as const;
export type CaseFacet = (typeof caseFacets)[number];
export type CasesFound = Tally<CaseFacet> & {
  against: Against;
  /** When each began, by place. */
  begins: Int32Array;
};

/** Which cases a filter finds among those that the person may see, and how many each value of each facet would find. */
export async function findCases(pool: pg.Pool, reach: Reach, filter: CaseFilter): Promise<CasesFound> {
  const [named, answered, exceptions, columns] = await Promise.all([
    filter.text ? loadNamed(pool, reach, filter.text) : null,
    filter.waiting === "conflict" ? loadAnswered(pool, reach.accountId) : [],
    loadExceptions(pool, reach),
    listedCases(pool),
  ]);
  const against = letThrough(columns);
  onlySeen(against, columns, reach, exceptions);
  if (named) onlyAmong(against, named);
  if (filter.year) onlyWithin(against, columns.numbers, daysOf(filter.year));
  onlyWaiting(against, columns, filter.waiting, answered);
  const { stage, outcome, step, category, region } = columns.words;
  const facets: Record<CaseFacet, WordColumn> = { stage, outcome, step, category, region };
  return { against, begins: columns.numbers.from, ...tally<CaseFacet>(against, facets, filter) };
}

const daysOf = (year: number): [number, number] => [dayNumber(`${year}-01-01`), dayNumber(`${year}-12-31`)];

/** As `caseSeen` of the store has it for one row; a test holds the two together. */
function onlySeen(
  against: Against,
  { words }: CaseColumns,
  reach: Reach,
  { hidden, shown }: Exceptions,
): void {
  const { all, keeper, cleared, agencies, regional } = reach;
  const ofThese = (ids: string, these: readonly string[]): boolean =>
    ids.split(" ").some((id) => these.includes(id));
  // Of each file that keeps it closed, one of the owners is somebody for whom they are cleared.
  const opened = (held: string): boolean =>
    keeper ||
    cleared === "all" ||
    Array.from(held.matchAll(/\[([^\]]*)\]/g)).every(([, ids]) => ofThese(ids!, cleared));
  onlyIfAny(
    against,
    [
      { column: words.held, may: (held) => all && held !== null && opened(held) },
      { column: words.owners, may: (ids) => ids !== null && ofThese(ids, agencies) },
      { column: words.regional, may: (body) => body !== null && regional.includes(body) },
    ],
    shown,
  );
  except(against, hidden);
}

/** Only cases that wait for this: a file, to be opened, an answer of the reader on conflicts. */
function onlyWaiting(
  against: Against,
  { words }: CaseColumns,
  waiting: CaseFilter["waiting"],
  answered: readonly number[],
): void {
  if (waiting === "file") only(against, words.awaits, (word) => word === "yes");
  if (waiting === "open") {
    only(against, words.stage, (word) => word === "declassified");
    for (const column of [words.outcome, words.step]) only(against, column, (word) => word === null);
  }
  if (waiting === "conflict") {
    only(against, words.step, (word) => word !== null);
    except(against, answered);
  }
}
