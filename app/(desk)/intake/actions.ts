"use server";

import { action } from "@/lib/action";
import { accepting, dropping, rereading } from "@/lib/intake/schema";
import { acceptProposal, dropProposal, ownDesk, rereadProposal } from "@/lib/intake/write";

const shown = (_: unknown, { id }: { id: string }) => ["/intake", `/intake/${id}`];

export const acceptImport = action({
  input: accepting,
  run: (actor, input) => acceptProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const rereadImport = action({
  input: rereading,
  run: (actor, input) => rereadProposal(ownDesk(), actor, input),
  revalidate: shown,
});

export const dropImport = action({
  input: dropping,
  run: (actor, { id }) => dropProposal(ownDesk(), actor, id),
  revalidate: shown,
});
