import type { FaultCode } from "@/lib/ledger/fault";

/** Why the history may not go on, in a word for a sentence; with the sizes that it is about. */
export type Halt = { why: "behind" | "other"; witnessed: number; here: number; by: string };

/** As it is kept in the database. */
export const printHalt = ({ why, witnessed, here, by }: Halt): string => `${why} ${witnessed} ${here} ${by}`;

export function parseHalt(text: string): Halt | null {
  const match = /^(behind|other) (\d+) (\d+) (\S+)$/.exec(text);
  if (!match) return null;
  const [, why, witnessed, here, by = ""] = match;
  return { why: why as Halt["why"], witnessed: Number(witnessed), here: Number(here), by };
}

/** What the desk hears of a check while it runs, a line each. Times are seconds since 1970. */
export type CheckStep =
  | { is: "checking"; lines: number; entries: number }
  | { is: "failed" }
  | {
      is: "done";
      verdict: {
        entries: number;
        proven: number;
        provenAt: number | null;
        first: number | null;
        count: number;
        faults: readonly { code: FaultCode; at: string; what: string; since: number | null }[];
      };
    };

export type WitnessView = {
  name: string;
  key: string;
  /** What it signed last; null while it has signed nothing. */
  last: { size: number; at: string } | null;
};

export type ProofsPage = {
  entries: number;
  waiting: number;
  signed: { size: number; at: string; witnesses: number } | null;
  logKey: string | null;
  quorum: number;
  witnesses: readonly WitnessView[];
  checkpoints: readonly { size: number; at: string; root: string; witnesses: readonly string[] }[];
  /** Where older checkpoints begin; null at the end. */
  next: number | null;
};
