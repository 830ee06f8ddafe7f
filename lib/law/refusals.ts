import type { Condition } from "./conditions";

/** What can stand in the way besides the conditions of a row. */
export const besides = [
  "heldRole", // nobody with the actor's offices may do this
  "atThisStep", // the act has no article at this step
  "oneOfAKind", // a register holds items of one kind and step
  "registerFull", // more items than the rule set lets one act sign
  "namedOnce", // the same subject twice in one list
  "statementShown", // what was signed is not what would be written now
  "noneOpen", // a proceeding of this kind is open already
  "notDecided", // what a decision rests on is changed by a correction, not by an edit
] as const;

/**
 * An expected "no": returned, never thrown. The article is the row that came nearest, the condition is what
 * would have to change; `detail` holds only what the actor may see.
 */
export type Refusal = {
  article: string;
  condition: Condition | (typeof besides)[number];
  detail?: Record<string, string>;
};
