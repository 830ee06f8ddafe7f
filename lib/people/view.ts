import type { Reason } from "@/lib/names/reasons";

export type { PairSaid, Registration } from "@/lib/store/person-pairs";
export type { PersonRow, PersonShown } from "@/lib/store/persons";
export type { CaseHeld } from "@/lib/store/registration";

/** Somebody registered whose name is like the one typed, with what had to be bridged, letter by letter. */
export type LikePerson = {
  id: string;
  name: string;
  matched: string;
  reasons: Reason[];
  score: number;
  /** How much of the shorter name the other holds, from 0 to 1. */
  fit: number;
  birthText: string | null;
  birthPlace: string | null;
  /** The years of birth exclude one another. */
  otherYear: boolean;
  cases: { id: string; stage: string; dateText: string | null }[];
};

/** What was bridged, to be read: `а = ә, – = ов`. */
export const reasonsOf = ({ reasons }: Pick<LikePerson, "reasons">): string =>
  reasons.map(({ from, to }) => `${from || "–"} = ${to || "–"}`).join(", ");

/** What was registered: the person may have been there before. */
export type Registered = { personId: string; caseId: string };
