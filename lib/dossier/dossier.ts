import type { FindingShown, ProceedingShown } from "@/lib/cases/view";
import type { CaseHead } from "@/lib/store/case-page";
import type { BagImage } from "@/lib/store/case-bag";
import type { HistoryRow } from "@/lib/store/history";

/** What a signature was given on: the words, where this person may read them, and their hash. */
export type SignedStatement = { text: string | null; hash: string };

/** An image with the place where it lies in the bag. */
export type PlacedImage = BagImage & { path: string };

/** Everything of a case that goes into a bag, as one person sees it. */
export type Dossier = {
  /** Where the case is found, for good. */
  address: string;
  head: CaseHead;
  images: readonly PlacedImage[];
  findings: readonly FindingShown[];
  proceedings: readonly ProceedingShown[];
  /** By the id of the signature. */
  statements: ReadonlyMap<string, SignedStatement>;
  history: readonly HistoryRow[];
};
