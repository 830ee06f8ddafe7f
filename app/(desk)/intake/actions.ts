"use server";

import { action } from "@/lib/action";
import { forgetMapping as forget } from "@/lib/intake/kept-mappings";
import {
  accepting,
  beginning,
  choosing,
  dropping,
  forgetting,
  mapping,
  rereading,
  steering,
} from "@/lib/intake/schema";
import {
  acceptProposal,
  beginImport as begin,
  chooseOfProposal,
  dropProposal,
  mapProposal,
  ownDesk,
  rereadProposal,
  steerImport as steer,
  undoImport as undo,
} from "@/lib/intake/write";

const shown = (_: unknown, { id }: { id: string }) => ["/intake", `/intake/${id}`];

export const beginImport = action({
  input: beginning,
  run: (actor, input) => begin(ownDesk(), actor, input),
  revalidate: shown,
});

export const steerImport = action({
  input: steering,
  run: (actor, input) => steer(ownDesk(), actor, input),
  revalidate: shown,
});

export const acceptImport = action({
  input: accepting,
  run: (actor, input) => acceptProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const chooseOfImport = action({
  input: choosing,
  run: (actor, input) => chooseOfProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const rereadImport = action({
  input: rereading,
  run: (actor, input) => rereadProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const mapImport = action({
  input: mapping,
  run: (actor, input) => mapProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const dropImport = action({
  input: dropping,
  run: (actor, { id }) => dropProposal(ownDesk(), actor, id),
  revalidate: shown,
});

export const undoImport = action({
  input: dropping,
  run: (actor, { id }) => undo(ownDesk(), actor, id),
  revalidate: shown,
});

export const forgetMapping = action({
  input: forgetting,
  run: (actor, { id }) => forget(ownDesk(), actor, id),
  revalidate: () => ["/intake"],
});
