import type { Work } from "@/lib/law/acts";
import type { OpenAct } from "@/lib/law/open-to";
import type { Refusal } from "@/lib/law/refusals";
import type { FileShown } from "@/lib/store/file-page";
import type { SpanRow } from "@/lib/store/spans";
import type { UnitRow } from "@/lib/store/units";
import type { FileSpan, SpanAnswer } from "./view-spans";

export type { FileShown, LinkedCase, MaterialRow, NamedHere, Word } from "@/lib/store/file-page";
export type { FileRow, FilesFound, UnitPlace, UnitRow } from "@/lib/store/units";
export type { EntryRow } from "@/lib/store/entries";
export type { Named } from "@/lib/store/case-page";

export type TreeNode = UnitRow & { children: Branch | null };
export type Branch = { nodes: TreeNode[]; from: number; next: number | null };

/** Whose signatures an edit would void: the editor is told before they save. */
export type Voids = { count: number; names: string[] };
export const noVoids: Voids = { count: 0, names: [] };

/** Works that a file is asked about. */
export const fileWorks = [
  "describe_file",
  "count_sheets",
  "name_owners",
  "divide_spans",
  "answer_access",
  "describe_material",
  "name_mention",
  "register_case",
  "link_file",
  "attach_image",
] as const satisfies readonly Work[];
export type FileWork = (typeof fileWorks)[number];

export type FilePage = {
  file: FileShown;
  /** The works that the law opens to this person here. */
  may: Record<FileWork, boolean>;
  opening: readonly OpenAct[];
  voids: Voids;
};

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
  /** Of two registrations: what was said of them stands in the way. */
  | {
      condition:
        "oneAlready" | "apartAlready" | "pointsElsewhere" | "leadsOthers" | "toldApart" | "casesJoined";
    }
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
