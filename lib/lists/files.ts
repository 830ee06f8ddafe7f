import { named, reference } from "@/lib/cases/view";
import { readFileRows } from "@/lib/store/units";
import { fileQuery } from "@/lib/units/query";
import { fileFilterOf } from "@/lib/units/read";
import type { FileRow } from "@/lib/units/view";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** Files as their list has them. */
export const fileList: List = (params) => {
  const query = fileQuery(params, undefined);
  return {
    filter: definedIn(query),
    ready:
      async ({ reach, words }) =>
      (client) =>
        printList(columnsOf(words), readFileRows(client, reach, fileFilterOf(query)), words.say),
  };
};

const columnsOf = ({ locale, law, address }: Words): Column<FileRow>[] => [
  ["title", (row) => row.title],
  ["reference", (row) => reference(row.refPath, locale)],
  ["dateText", (row) => row.dateText],
  ["standing", (row) => law(`standing.${row.standing}`)],
  ["step", (row) => row.step && law(`step.${row.step}`)],
  ["grade", (row) => row.grade],
  ["owners", (row) => row.owners.map((owner) => named(owner, locale)).join("; ")],
  ["leaves", (row) => row.leaves],
  ["cases", (row) => row.cases],
  ["fileId", (row) => row.id],
  ["address", (row) => address(`/files/${row.id}`)],
];
