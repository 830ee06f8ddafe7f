"use server";

import { ownDesk } from "@/lib/accounts/act";
import { action } from "@/lib/action";
import { linkImport as link } from "@/lib/transfers/link-import";
import {
  accessionOrder,
  accessionTable,
  announcement,
  announcementAgain,
  counted,
  linking,
  reasoned,
  step,
} from "@/lib/transfers/schema";
import * as transfers from "@/lib/transfers/write";
import * as accessions from "@/lib/transfers/write-accessions";

const shown = ({ id }: { id: string }) => ["/", "/transfers", "/transfers/totals", `/transfers/${id}`];

export const announceTransfer = action({
  input: announcement,
  run: (actor, input) => transfers.announceTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const announceAgain = action({
  input: announcementAgain,
  run: (actor, input) => transfers.announceAgain(ownDesk(), actor, input),
  revalidate: shown,
});

export const withdrawTransfer = action({
  input: reasoned,
  run: (actor, input) => transfers.withdrawTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const receiveTransfer = action({
  input: counted,
  run: (actor, input) => transfers.receiveTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const checkTransfer = action({
  input: counted,
  run: (actor, input) => transfers.checkTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const acceptTransfer = action({
  input: step,
  run: (actor, input) => transfers.acceptTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const returnTransfer = action({
  input: reasoned,
  run: (actor, input) => transfers.returnTransfer(ownDesk(), actor, input),
  revalidate: shown,
});

export const checkAccessions = action({
  input: accessionTable,
  run: (actor, { csv }) => accessions.checkAccessions(ownDesk(), actor, csv),
});

export const announceAccessions = action({
  input: accessionOrder,
  run: (actor, input) => accessions.announceAccessions(ownDesk(), actor, input),
  revalidate: () => ["/", "/transfers", "/transfers/totals"],
});

export const linkImport = action({
  input: linking,
  run: (actor, input) => link(ownDesk(), actor, input),
  revalidate: ({ id, transfers: of }) => [`/intake/${id}`, ...of.map((one) => `/transfers/${one}`)],
});
