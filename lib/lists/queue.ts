import { readQueueFilter } from "@/lib/cases/queue-filter";
import { reference, type QueueRow } from "@/lib/cases/view";
import { placesOf } from "@/lib/cases/view-slots";
import { dayOf } from "@/lib/clock";
import { readQueueRows } from "@/lib/store/queue";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** What waits for the reader. */
export const queueList: List = (params) => {
  const { after: _after, ...filter } = readQueueFilter(params);
  return {
    filter: definedIn(filter),
    ready:
      async ({ actor, reach, words, now }) =>
      (client) =>
        printList(columnsOf(words), readQueueRows(client, actor, reach, dayOf(now), filter), words.say),
  };
};

const columnsOf = (words: Words): Column<QueueRow>[] => [
  ["subject", (row) => row.title],
  ["born", (row) => row.born],
  ["reference", (row) => row.reference && reference(row.reference, words.locale)],
  ["organ", (row) => row.organText],
  ["dateText", (row) => row.dateText],
  ["kind", (row) => words.law(`proceedingKind.${row.kind}`)],
  ["what", (row) => words.queue(`what.${whatOf(row)}`)],
  ["conflictFirst", (row) => words.yes(row.unanswered)],
  ["single", (row) => row.single && words.law(`single.${row.single}`)],
  ["signatures", (row) => placesOf(row, null).filter(({ filled }) => filled).length],
  ["signaturesOf", (row) => placesOf(row, null).length],
  ["since", (row) => dayOf(new Date(row.since))],
  ["due", (row) => row.due && dayOf(new Date(row.due))],
  ["late", (row) => words.yes(row.late)],
  ["caseId", (row) => row.caseId],
  ["fileId", (row) => row.fileId],
  ["proceedingId", (row) => row.proceeding],
  ["address", (row) => words.address(row.caseId ? `/cases/${row.caseId}` : `/proceedings/${row.proceeding}`)],
];

function whatOf({ what, kind, single }: QueueRow): string {
  if (what === "sign" && single === "unfavourable_act") return "signRefusal";
  return what === "sign" || what === "read" || what === "study" ? `${what}.${kind}` : what;
}
