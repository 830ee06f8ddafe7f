import type { SampleTerms } from "@/lib/ledger/sample";
export { sampleKinds } from "@/lib/ledger/sample";
import type { HistoryRow } from "@/lib/store/history";

export type SignedHead = { size: number; /** In hex. */ root: string };

export type DrawnSample = {
  terms: SampleTerms;
  seed: string;
  /** Entries that could have been drawn. */
  population: number;
  /** The signed head over as many leaves; null where there is none of that size. */
  head: SignedHead | null;
  /** The seed is not the root of that head: somebody chose it. */
  chosen: boolean;
  /** False where the history has fewer leaves than the sample was asked over. */
  whole: boolean;
  /** In the order of drawing. */
  rows: readonly HistoryRow[];
};

export type SamplePage = {
  newest: SignedHead | null;
  actors: readonly { id: string; name: string }[];
  drawn: DrawnSample | null;
};

/** One drawn entry, and all of its proceeding, oldest first. */
export type SamplePaper = { row: HistoryRow; chain: readonly HistoryRow[] };
