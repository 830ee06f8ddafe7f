import type { HistoryRow } from "@/lib/store/history";

/** Where an entry stands on its way to being proven. */
export type EntryStanding =
  /** It has no place in the tree, or no signed head covers its place. */
  | { is: "place" | "head" }
  /** A head over it is signed, and too few witnesses have signed that. */
  | { is: "witnesses"; size: number; seen: number; wanted: number }
  /** What stands in the tables does not lead to the root that was signed. */
  | { is: "broken"; size: number }
  | { is: "proven"; size: number; at: string | null };

export type EntryEvidence = {
  size: number;
  signedAt: string;
  origin: string;
  root: string;
  /** What the path leads to, computed from the entry as it stands. */
  reached: string;
  steps: readonly { side: "left" | "right"; hash: string }[];
  witnesses: readonly { name: string; at: string }[];
  note: string;
};

/** One entry with what proves it, as it is shown; everything binary in hex. */
export type EntryPage = {
  row: HistoryRow;
  standing: EntryStanding;
  /** Null while it has no place. */
  index: number | null;
  leaf: string;
  salt: string;
  /** The commitment to its closed part; null where what stands there is no entry. */
  closed: string | null;
  bytes: string;
  /** Whether it is a signature, which has its receipt on paper. */
  signed: boolean;
  evidence: EntryEvidence | null;
  keys: readonly string[];
};
