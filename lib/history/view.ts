import type { FaultCode, Verdict } from "@/lib/ledger/fault";

export type { CsvTable, ReportName, ReportSearch, SampleSearch } from "./schema";

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

/** A check while it runs. Times are seconds since 1970. */
export type CheckStep =
  { is: "checking"; lines: number; entries: number } | { is: "failed" } | { is: "done"; verdict: Verdict };

const shownFaults = 50;

/**
 * The same as the desk hears it, a line each. Numbers and moments are words already: browsers differ in what
 * Kazakh they know.
 */
export type ToldStep =
  | { is: "checking"; lines: number; entries: number; done: string; all: string; rate: string }
  | { is: "failed" }
  | { is: "done"; verdict: ToldVerdict };

export type ToldVerdict = {
  entries: string;
  proven: string;
  /** Those after what is proven; null where all is. */
  rest: string | null;
  provenAt: string | null;
  first: string | null;
  count: number;
  faults: readonly { code: FaultCode; at: string; what: string; since: string | null }[];
};

export type Spelling = { number: (value: number) => string; moment: (seconds: number) => string };

export function tellStep(step: CheckStep, rate: number, { number, moment }: Spelling): ToldStep {
  if (step.is === "failed") return step;
  if (step.is === "checking") {
    const { lines, entries } = step;
    return { ...step, done: number(lines), all: number(entries), rate: number(rate) };
  }
  const { entries, proven: under, provenAt, faults, first } = step.verdict;
  // Nothing from the first bad entry on is proven, whatever stands above it.
  const proven = Math.min(under, first ?? under);
  const at = (seconds: number | null): string | null => (seconds === null ? null : moment(seconds));
  return {
    is: "done",
    verdict: {
      entries: number(entries),
      proven: number(proven),
      rest: proven < entries ? number(entries - proven) : null,
      provenAt: at(provenAt),
      first: first === null ? null : number(first),
      count: faults.length,
      faults: faults.slice(0, shownFaults).map(({ code, at: place, what, since }) => {
        return { code, at: place, what, since: at(since) };
      }),
    },
  };
}

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
