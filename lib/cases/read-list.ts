import type pg from "pg";
import { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { openSteps, outcomes, stages } from "@/lib/law/words";
import { caseSorts, loadCaseRows, waitings, type CaseFilter, type CaseRow } from "@/lib/store/case-list";
import { appPool } from "@/lib/store/client";
import type { Found } from "@/lib/store/find";
import { placeOfCase } from "@/lib/store/listed-cases";
import { loadReach, type Reach } from "@/lib/store/reach";
import { loadWords } from "@/lib/store/words";
import type { Named } from "@/lib/store/case-page";
import { ages } from "./ages";
import { findCases, type CasesFound } from "./find-cases";
import { findMeant } from "./find-meant";
import { pageCases, type At } from "./page-cases";
import { readTerms } from "./search-terms";

const search = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  step: z.enum(openSteps).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  region: z.string().max(60).optional().catch(undefined),
  category: z.string().max(60).optional().catch(undefined),
  organ: z.string().max(60).optional().catch(undefined),
  age: z.coerce
    .number()
    .refine((days) => ages.some((age) => age === days))
    .optional()
    .catch(undefined),
  year: z.coerce.number().int().min(1900).max(1999).optional().catch(undefined),
  waiting: z.enum(waitings).optional().catch(undefined),
  sort: z.enum(caseSorts).default("new").catch("new"),
  down: z.enum(["1", "0"]).optional().catch(undefined),
  after: z.string().max(300).optional().catch(undefined),
  before: z.string().max(300).optional().catch(undefined),
});
export type CaseSearch = z.infer<typeof search>;

export const readCaseSearch = (params: Record<string, string | string[] | undefined>): CaseSearch =>
  search.parse(params);

const goesDown = (s: CaseSearch): boolean => (s.down === undefined ? s.sort === "new" : s.down === "1");

/**
 * Where a page goes on, as its address has it. One that is no case, or none for this person, is no place to go on from.
 */
async function readPlace(
  db: pg.Pool,
  reach: Reach,
  { after, before, sort }: CaseSearch,
): Promise<At | undefined> {
  const text = after ?? before ?? "";
  const cut = text.lastIndexOf("|");
  const [value, id] = [text.slice(0, Math.max(0, cut)), text.slice(cut + 1)];
  if (!z.uuid().safeParse(id).success || (sort === "year" && !/^-?\d{1,9}$/.test(value))) return;
  const place = await placeOfCase(db, reach, id);
  return place === null ? undefined : { value, id, place, back: after === undefined };
}

export const casePage = 40;

export type CaseListPage = {
  rows: CaseRow[];
  total: number;
  /** Of each value of a filter, how many cases it would find with the others as they are. */
  counts: CasesFound["counts"];
  first?: string;
  last?: string;
  more: boolean;
  search: CaseSearch;
  down: boolean;
  words: Record<"region" | "category" | "organ", Record<string, Named>>;
};

/** What a search asks for, without a place in the list. */
export function caseFilterOf(search: CaseSearch): CaseFilter {
  const { q, after: _after, before: _before, down: _down, ...filter } = search;
  // A field of the form that was left empty asks for nothing.
  const { region, category, organ } = filter;
  return {
    ...filter,
    region: region || undefined,
    category: category || undefined,
    organ: organ || undefined,
    text: q ? readTerms(q) : undefined,
    down: goesDown(search),
  };
}

/** One page of the cases that this person may see, with what the filters can be set to. */
export async function readCases(
  actor: Actor,
  search: CaseSearch,
  db: pg.Pool = appPool(),
): Promise<CaseListPage> {
  const reach = await loadReach(db, actor);
  const at = await readPlace(db, reach, search);
  const filter = caseFilterOf(search);
  const [found, region, category, organ] = await Promise.all([
    findCases(db, reach, filter),
    loadWords(db, "region"),
    loadWords(db, "category"),
    loadWords(db, "organ"),
  ]);
  const spots = await pageCases(db, found, filter, at, casePage + 1);
  const page = spots.slice(0, casePage);
  if (at?.back) page.reverse();
  const places = page.map(({ place }) => place);
  const seen = await loadCaseRows(db, reach, places);
  const values = new Map(page.map(({ place, value }) => [place, value]));
  const edge = (nth: number): string | undefined => {
    const at = seen.at(nth);
    return at && `${values.get(at.place)}|${at.row.id}`;
  };
  return {
    ...{
      rows: seen.map(({ row }) => row),
      total: found.total,
      counts: found.counts,
      first: edge(0),
      last: edge(-1),
    },
    ...{ more: spots.length > casePage, search, down: filter.down, words: { region, category, organ } },
  };
}

/** For the palette. */
export async function findForPalette(actor: Actor, text: string): Promise<Found> {
  const db = appPool();
  return findMeant(db, await loadReach(db, actor), text);
}
