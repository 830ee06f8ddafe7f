import { dayOf } from "@/lib/clock";
import { transferReach } from "@/lib/store/transfer-reach";
import { readTransferRows } from "@/lib/store/transfers";
import { listFilter } from "@/lib/transfers/schema";
import type { TransferListed } from "@/lib/transfers/view";
import { definedIn, type List } from "./list";
import { printList, type Column } from "./print";
import type { Words } from "./words";

/** Transfers as their list has them, the newest first. */
export const transferList: List = (params) => {
  const { before: _before, ...filter } = listFilter.parse(params);
  return {
    filter: definedIn(filter),
    ready: async ({ actor, words, now }) => {
      const { waiting, ...asked } = filter;
      const wanted = { ...asked, ...(waiting && { waitsFor: actor.accountId }) };
      const columns = columnsOf(words, dayOf(now));
      return (client) =>
        printList(columns, readTransferRows(client, transferReach(actor), wanted), words.say);
    },
  };
};

const columnsOf = ({ locale, transfers, yes, address }: Words, today: string): Column<TransferListed>[] => [
  ["number", (row) => row.number],
  ["title", (row) => row.title],
  ["from", (row) => row.from.names[locale]],
  ["to", (row) => row.to.names[locale]],
  ["state", (row) => transfers(`state.${row.state}`)],
  ["planned", (row) => row.planned],
  ["received", (row) => row.received],
  ["difference", (row) => (row.received === null ? null : row.received - row.planned)],
  ["due", (row) => row.due],
  ["late", (row) => yes(row.state === "announced" && row.due < today)],
  ["transferId", (row) => row.id],
  ["address", (row) => address(`/transfers/${row.id}`)],
];
