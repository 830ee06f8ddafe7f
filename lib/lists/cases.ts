import { findCases } from "@/lib/cases/find-cases";
import { caseFilterOf, readCaseSearch } from "@/lib/cases/read-list";
import { named, reference, type CaseRow, type Named } from "@/lib/cases/view";
import { placesOf } from "@/lib/facets/tally";
import { readCaseRows } from "@/lib/store/case-list";
import { loadWords } from "@/lib/store/words";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** Cases as their list has them. */
export const caseList: List = (params) => {
  const { after: _after, before: _before, ...search } = readCaseSearch(params);
  return {
    filter: definedIn(search),
    async ready({ reach, words, pool }) {
      const wanted = caseFilterOf(search);
      const { against } = await findCases(pool, reach, wanted);
      const [regions, categories] = await Promise.all([
        loadWords(pool, "region"),
        loadWords(pool, "category"),
      ]);
      const columns = columnsOf(words, { regions, categories });
      return (client) =>
        printList(columns, readCaseRows(client, reach, placesOf(against), wanted), words.say);
    },
  };
};

type Vocabularies = Record<"regions" | "categories", Record<string, Named>>;

function columnsOf(words: Words, { regions, categories }: Vocabularies): Column<CaseRow>[] {
  const { locale, cases, law, yes, address } = words;
  const called = (code: string | null, among: Record<string, Named>): string | null =>
    code && (named(among[code] ?? null, locale) ?? code);
  return [
    ["name", (row) => row.name],
    ["born", (row) => row.born],
    ["reference", (row) => row.reference && reference(row.reference, locale)],
    ["stage", (row) => cases(`stage.${row.stage}`)],
    ["neverSecret", (row) => yes(row.neverSecret)],
    ["outcome", (row) => row.outcome && cases(`outcome.${row.outcome}`)],
    ["awaits", (row) => yes(row.awaits)],
    ["step", (row) => row.step && law(`step.${row.step}`)],
    ["dateText", (row) => row.dateText],
    ["organ", (row) => row.organText],
    ["region", (row) => called(row.region, regions)],
    ["category", (row) => called(row.category, categories)],
    ["caseId", (row) => row.id],
    ["proceedingId", (row) => row.proceeding],
    ["address", (row) => address(`/cases/${row.id}`)],
  ];
}
