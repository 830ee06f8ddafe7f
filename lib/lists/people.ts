import { askFor, bornOf, findPeople, type PersonFound } from "@/lib/people/find-people";
import { seenPeople } from "@/lib/people/list-people";
import { readPeopleSearch } from "@/lib/people/read";
import type { PersonRow } from "@/lib/people/view";
import { readPersonRows } from "@/lib/store/persons";
import { wantedOf } from "@/lib/store/wanted";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** People as their list has them; those that were searched for likest first, with the spelling that is like. */
export const personList: List = (params) => {
  const search = readPeopleSearch(params);
  const { q, born, place } = search;
  return {
    filter: definedIn({ q, born: born ?? undefined, place }),
    async ready({ reach, words, pool }) {
      const columns = columnsOf(words);
      if (q === "") {
        const wanted =
          born !== null || place ? wantedOf(await seenPeople(pool, reach, bornOf(search))) : null;
        return (client) => printList(columns, readPersonRows(client, reach, wanted), words.say);
      }
      const like: Column<PersonFound> = ["like", ({ match }) => match.matched];
      const found = await findPeople(pool, reach, askFor(search));
      return () => printList([like, ...columns], [found], words.say);
    },
  };
};

/** Several cases of one person stand below each other, in each column in the same order. */
function columnsOf({ cases, address }: Words): Column<PersonRow>[] {
  const ofCases = (cell: (one: PersonRow["cases"][number]) => string): ((row: PersonRow) => string) => {
    return (row) => row.cases.map(cell).join("\n");
  };
  return [
    ["name", (row) => row.name],
    ["born", (row) => row.birthText],
    ["birthPlace", (row) => row.birthPlace],
    ["variants", (row) => row.variants.join("\n")],
    ["stage", ofCases(({ stage }) => cases(`stage.${stage}`))],
    ["outcome", ofCases(({ outcome }) => (outcome ? cases(`outcome.${outcome}`) : "–"))],
    ["dateText", ofCases(({ dateText }) => dateText ?? "–")],
    ["caseId", ofCases(({ id }) => id)],
    ["personId", (row) => row.id],
    ["address", (row) => address(`/people/${row.id}`)],
  ];
}
