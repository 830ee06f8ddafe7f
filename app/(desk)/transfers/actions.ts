"use server";

import { ownDesk } from "@/lib/accounts/act";
import { action } from "@/lib/action";
import { announcement, announcementAgain, counted, reasoned, step } from "@/lib/transfers/schema";
import * as transfers from "@/lib/transfers/write";

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
