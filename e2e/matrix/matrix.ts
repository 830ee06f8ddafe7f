/**
 * Who gets past the permission of every server action and route: written by hand, not taken from the law, with
 * which a test of its own compares it. A row names who `may`; everybody else is refused because of who they are.
 *
 *   on     what it is tried on (subjects.ts); without it the act is about nothing that somebody could not see
 *   may    the players let past; `everybody` is anybody with a session
 *   then   what they meet next: mostly a thing that is wrong with the try itself, so that nothing changes
 *   else   what the others meet where it is not `heldRole`
 *   law    the articles by which the action goes
 */
import type { Row } from "./row";
import { accountRows } from "./rows-accounts";
import { actRows } from "./rows-acts";
import { workRows } from "./rows-works";

export const matrix: readonly Row[] = [...actRows, ...workRows, ...accountRows];

/** Articles by which no action and no route goes, and why. */
export const notYet: Readonly<Record<string, string>> = {
  P17: "applications arrive with the sample archive alone",
};
