import type { Refusal } from "@/lib/law/refusals";
import type { SpanRow } from "@/lib/store/spans";
import type { FileSpan, SpanAnswer } from "./view-spans";

export type { FileShown, LinkedCase, MaterialRow, NamedHere, Word } from "@/lib/store/file-page";
export type { FileRow, FilesFound, UnitPlace, UnitRow } from "@/lib/store/units";
export type { Branch, FilePage, TreeNode } from "./read";
export type { EntryRow } from "@/lib/store/entries";
export type { Named } from "@/lib/store/case-page";

/** Whose signatures an edit would void: the editor is told before they save. */
export type Voids = { count: number; names: string[] };
export const noVoids: Voids = { count: 0, names: [] };

/** What stands in the way of an edit besides the law. */
export type EditRefusal =
  | Refusal
  /** Somebody else was first; `now` says what is there, by field or by sheets. */
  | { condition: "stale"; now: { what: string; value: string }[] }
  /** More signatures than the editor was told of would be voided. */
  | { condition: "voids"; voids: Voids }
  | { condition: "same" }
  /** Sheets that something hangs on would be gone: a material, a citation, an image. */
  | { condition: "sheetsInUse"; sheets: string[] }
  | { condition: "spansBroken" }
  | { condition: "rangesFixed" }
  | { condition: "sheetSecret" }
  | { condition: "linkedAlready" }
  | { condition: "noSuchSheet" | "chargeDecided" | "answerIncomplete"; text: string }
  | { condition: "gone" };

/** What an edit answers when it is done. */
export type Edited = { id: string; voided: number };

export function spansOf(rows: readonly SpanRow[]): FileSpan[] {
  return rows.map(({ id: _id, from, to, ...answer }) => ({ from, to, answer: answer satisfies SpanAnswer }));
}

/** ISAD(G) elements that are written by hand; the others come with a finding aid and are left alone. */
export const describedAreas = [
  "creator",
  "history",
  "custody",
  "acquisition",
  "scope",
  "arrangement",
  "access",
  "reproduction",
  "language",
  "physical",
  "originals",
  "copies",
  "related",
  "publications",
  "note",
] as const;
export type DescribedArea = (typeof describedAreas)[number];
