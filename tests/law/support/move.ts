import type { Terms } from "@/lib/law/matter";
import type { Part } from "@/lib/law/words";

export type Subject = { kind: "file" | "case"; index: number };

/**
 * What is sent with a move. Nothing in it depends on the state (version and hash are said as "the one there now"
 * or another), so that the same moves can be played elsewhere.
 */
export type MoveTerms = Omit<Terms, "version" | "dossierHash" | "assignee" | "act"> & {
  shown?: "now" | "before";
  dossier?: "now" | "other";
  /** Who is to be assigned. */
  assignee?: string;
  /** Of the legal act that is entered. */
  favourable?: boolean;
  /** What a work writes: a plan of the sheets or of the owners, a draft, an answer about conflicts, a file, a rule set. */
  plan?: number;
  draft?: number;
  answer?: "none" | "conflict";
  /** What the archive answers on access; null takes the answer back. */
  access?: "open" | "closed" | null;
  file?: number;
  rules?: number;
  freed?: boolean;
};

/** Works besides the acts of the law: each edits a part of a dossier, or changes what acts are judged on. */
export const worldWorks = [
  "name_owners",
  "divide_spans",
  "edit_case",
  "edit_finding",
  "attach_image",
  "impose_secrecy",
  "answer_access",
  "save_draft",
  "answer_conflicts",
  "answer_duplicate",
  "link_file",
  "activate_rules",
  "chair_absence",
] as const;
export type WorldWork = (typeof worldWorks)[number];

/** The part of a dossier that a work edits, as LAW "Falling back after an edit" names it. */
export const partOf: Partial<Record<WorldWork, Part>> = {
  name_owners: "file_body",
  divide_spans: "file_body",
  edit_case: "identity",
  edit_finding: "finding",
  attach_image: "cited_image",
  impose_secrecy: "secrecy_again",
  answer_access: "around",
};

/** One act or work by one person about one file or case. */
export type Move = { actor: string; act: string; subject: Subject; terms: MoveTerms };
