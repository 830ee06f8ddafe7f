import type { Refusal } from "@/lib/law/refusals";
import type { Draft } from "./view";

/** What the server finds wrong with a citation; keys of the namespace `findings.citeProblem`. */
export type CitationFault = "notLinked" | "notInFile" | "secretSheets";

/** What came of saving a draft. */
export type Saved =
  | { kind: "saved"; draftVersion: number; savedAt: string }
  /** Another tab, or another session, saved first: here is what stands there now. */
  | { kind: "stale"; draftVersion: number; savedAt: string; theirs: Draft }
  | { kind: "submitted" }
  | { kind: "faults"; faults: Record<string, CitationFault | "notShared"> }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "unknown" };

/** What came of an act on one case. */
export type Submitted =
  | { kind: "done"; proceeding: string }
  | { kind: "stale" }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "unknown" };

/** What came of opening the editor for the first time. */
export type Opened = { kind: "open" } | { kind: "refused"; refusal: Refusal } | { kind: "unknown" };

/** What came of an edit of a common finding. */
export type CommonAnswer =
  | { kind: "done"; findingId: string }
  | { kind: "incomplete" }
  | { kind: "released" }
  | { kind: "elsewhere" }
  | { kind: "refused"; refusal: Refusal }
  | { kind: "unknown" };
export type ListItem = { caseId: string; answer: Submitted };
