import type { Entry } from "@/lib/ledger/entry";

/** What can be wrong with a history. The same words in every verifier (docs/ledger.md, "Faults"). */
export type FaultCode =
  | "line" // a line is not in canonical form, or not of the shape that belongs there
  | "digest" // the last line does not give the digest of all before it
  | "missing" // a leaf without its entry, or a number left out
  | "entry" // an entry that cannot be read
  | "leaf" // the entry does not give its leaf
  | "signature" // a signature, a passkey or a reset that could not be given so
  | "order" // an act that cannot follow on what the history said before
  | "time" // an entry dated before a checkpoint that did not hold it yet
  | "checkpoint" // a checkpoint without the log's signature, or under a line that is false
  | "root" // the entries do not give the root of a checkpoint
  | "fork" // the log has signed two histories
  | "shorter" // a checkpoint that was seen before covers more than there is
  | "late" // entries that no witnessed checkpoint covers, though there was time
  | "state" // a table holds something else than the history says
  | "statement"; // a receipt's statement is not the one that was signed

/**
 * One fault. `index` is the leaf from which on nothing can be relied on, null where the place is no leaf.
 * `since` is the last moment at which all was as it should be (seconds since 1970), null where none is known.
 */
export type Fault = {
  readonly code: FaultCode;
  readonly at: string;
  readonly index: number | null;
  readonly what: string;
  readonly since: number | null;
};

export type Verdict = {
  readonly kind: "full" | "pseudonymous" | "receipt" | "consistency" | null;
  readonly entries: number;
  /** Leaves under a checkpoint that was witnessed and agrees: from here on nothing is proven. */
  readonly proven: number;
  /** When that checkpoint was witnessed (seconds since 1970). */
  readonly provenAt: number | null;
  readonly faults: readonly Fault[];
  /**
   * The lowest leaf that any fault names, kept here or not; null when none names one. That nothing covers the entries
   * from somewhere on counts only where nothing worse is known.
   */
  readonly first: number | null;
  /** What a genuine receipt says, to be held against what is printed on it. */
  readonly says?: { readonly entry: Entry; readonly statement: string | null };
};
