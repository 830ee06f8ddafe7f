import { findPeople, type PersonFound } from "@/lib/people/read";
import type { PersonRow } from "@/lib/people/view";
import { readPersonRows } from "@/lib/store/persons";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** People as their list has them; those that were searched for likest first, with the spelling that is like. */
export const personList: List = (params) => {
  const q = (params.q ?? "").slice(0, 200).trim();
  return {
    filter: definedIn({ q }),
    async ready({ reach, words, pool }) {
      const columns = columnsOf(words);
      if (q === "") return (client) => printList(columns, readPersonRows(client, reach), words.say);
      const like: Column<PersonFound> = ["like", ({ match }) => match.matched];
      const found = await findPeople(pool, reach, q);
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
