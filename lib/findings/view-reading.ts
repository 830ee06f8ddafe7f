import type { ClaimKind, Outcome } from "@/lib/law/words";

/** A finding as it is read, claim by claim: plain values for the browser, in the language of the reader. */
export type CitationRead = {
  id: string;
  fileId: string;
  sheets: string;
  reference: string;
  from: number;
  to: number;
  quote: string;
  translation: string | null;
  reliability: string | null;
  interrogation: boolean;
};
export type ClaimRead = {
  id: string;
  /** Of the content: a mark on it holds as long as the claim says the same on the same sheets. */
  key: string;
  kind: ClaimKind;
  required: boolean;
  common: boolean;
  text: string;
  citations: CitationRead[];
  /** What stood here in the version before, where that was something else. */
  before: { text: string; quotes: string[] } | null;
  isNew: boolean;
};
/** One side of a sheet in the strip under the scan. */
export type SideRead = {
  fileId: string;
  position: number;
  label: string;
  slug: string;
  cited: boolean;
  image: "there" | "closed" | "none";
};
export type ReadingView = {
  caseId: string;
  versionId: string;
  number: number;
  name: string;
  author: string;
  submittedOn: string;
  outcome: Outcome | null;
  claims: ClaimRead[];
  strip: SideRead[];
  accepted: string[];
  proceeding: { id: string; version: number; dossierHash: string | null } | null;
  /** May sign the second reading now. */
  mayDecide: boolean;
  mayAsk: boolean;
};
