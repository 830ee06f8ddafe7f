import type { Player } from "./players";
import type { SubjectName } from "./subjects";

export type Row = {
  action: string;
  /** Which of several acts of one action. */
  act?: string;
  on?: SubjectName;
  may: string;
  then: string;
  else?: string;
  law?: string;
  /** Whose standing here the sample does not settle. */
  leaveOut?: Player;
};

export const titleOf = ({ action, act, on }: Row): string =>
  [action, act, on && `on ${on}`].filter(Boolean).join(" ");
