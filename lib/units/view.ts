import type { Refusal } from "@/lib/law/refusals";
import type { SpanRow } from "@/lib/store/spans";
import type { FileSpan, SpanAnswer } from "./view-spans";

export type { FileShown, LinkedCase, MaterialRow, NamedHere, Word } from "@/lib/store/file-page";
export type { FileRow, UnitPlace, UnitRow } from "@/lib/store/units";
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
  | { condition: "noSuchSheet"; text: string }
  | { condition: "gone" };

/** What an edit answers when it is done. */
export type Edited = { id: string; voided: number };

export function spansOf(rows: readonly SpanRow[]): FileSpan[] {
  return rows.map(({ id: _id, from, to, ...answer }) => ({ from, to, answer: answer satisfies SpanAnswer }));
}
