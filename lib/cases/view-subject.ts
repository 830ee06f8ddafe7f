import type { ProceedingKind } from "@/lib/law/words";
import type { Named } from "@/lib/store/case-page";
import type { ProceedingShown } from "@/lib/store/proceeding-page";
import type { SpanShown } from "@/lib/store/declassification-page";

/** What the question of a page is about: a case or a file, with what its forms need to know. */
export type Subject = {
  kind: ProceedingKind;
  /** The case, or the file. */
  id: string;
  name: string;
  proceeding: ProceedingShown | null;
  /** Cases that rest on the file. */
  cases: readonly string[];
  regional: boolean;
  foliation: string | null;
  spans: readonly SpanShown[];
  applications: readonly { id: string; number: string; applicant: string }[];
  grades: Readonly<Record<string, Named>>;
  lastBasis: string | null;
};
