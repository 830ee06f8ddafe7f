import { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { openSteps, outcomes, stages } from "@/lib/law/words";
import {
  caseSorts,
  listCases,
  listCaseValues,
  waitings,
  type CaseFilter,
  type CasePageFound,
} from "@/lib/store/case-list";
import { appPool } from "@/lib/store/client";
import { findAnything, type Found } from "@/lib/store/find";
import { loadReach } from "@/lib/store/reach";
import { loadWords } from "@/lib/store/words";
import type { Named } from "@/lib/store/case-page";
import { readTerms } from "./search-terms";

const search = z.object({
  q: z.string().trim().max(200).optional().catch(undefined),
  stage: z.enum(stages).optional().catch(undefined),
  step: z.enum(openSteps).optional().catch(undefined),
  outcome: z.enum(outcomes).optional().catch(undefined),
  region: z.string().max(60).optional().catch(undefined),
  category: z.string().max(60).optional().catch(undefined),
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

function placeOf(text: string, back: boolean): CaseFilter["at"] {
  const cut = text.lastIndexOf("|");
  const id = text.slice(cut + 1);
  return cut > 0 && z.uuid().safeParse(id).success ? { value: text.slice(0, cut), id, back } : undefined;
}

export type CaseListPage = CasePageFound & {
  search: CaseSearch;
  down: boolean;
  words: { region: Record<string, Named>; category: Record<string, Named> };
  values: { regions: string[]; categories: string[] };
};

/** What a search asks for, without a place in the list. */
export function caseFilterOf(search: CaseSearch): CaseFilter {
  const { q, after: _after, before: _before, down: _down, ...filter } = search;
  return { ...filter, text: q ? readTerms(q) : undefined, down: goesDown(search) };
}

/** One page of the cases that this person may see, with what the filters can be set to. */
export async function readCases(actor: Actor, search: CaseSearch): Promise<CaseListPage> {
  const db = appPool();
  const reach = await loadReach(db, actor);
  const { after, before } = search;
  const at = after ? placeOf(after, false) : before ? placeOf(before, true) : undefined;
  const filter = caseFilterOf(search);
  const [found, region, category, values] = await Promise.all([
    listCases(db, actor.accountId, reach, { ...filter, at }),
    loadWords(db, "region"),
    loadWords(db, "category"),
    listCaseValues(db, reach),
  ]);
  return { ...found, search, down: filter.down, words: { region, category }, values };
}

/** For the palette. */
export async function findForPalette(actor: Actor, text: string): Promise<Found> {
  const db = appPool();
  return findAnything(db, await loadReach(db, actor), readTerms(text));
}
