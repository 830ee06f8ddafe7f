import { bagFaults } from "@/lib/files/bag-report";
import { packageFaults } from "@/lib/files/package";
import type { Column } from "./columns";

/**
 * Where in a file something is wrong: XML is found by line, a table by row and heading, what lies in a package by its
 * path and, in a bag, by the line of the manifest that names it.
 */
export type Place =
  | { kind: "file" }
  | { kind: "line"; line: number; column: number }
  | { kind: "row"; row: number; heading: string | null }
  | { kind: "entry"; path: string; listed: { file: string; line: number | null } | null };

/** Why a package, or a bag, is refused: the codes of lib/files, each with a sentence of its own. */
const containerFaults = [...packageFaults, ...bagFaults].map((code) => `package.${code}` as const);

/** Why a whole file cannot be read: nothing of it is taken. */
export const fileFaults = [
  "empty",
  "tooLarge",
  "unknownKind",
  "encoding",
  "notXml",
  "malformed",
  "truncated",
  "entityDeclared",
  "undefinedEntity",
  "tooDeep",
  "notFindingAid",
  "noDescription",
  "noIdentifier",
  "otherArchive",
  "nulByte",
  "rowTooLong",
  "tooManyColumns",
  "brokenTable",
  "noHeadings",
  "unknownHeading",
  "repeatedHeading",
  "missingHeading",
  "ownExport",
  "workedOn",
  "builtOn",
  "nothingToRead",
  "severalToRead",
  "oldOffice",
  "noSheet",
  "workbookBroken",
  "workbookTooLarge",
  "formulaUncomputed",
  ...containerFaults,
] as const;
export type FileFault = (typeof fileFaults)[number];

/** Why one row of a table is turned down while the others may be taken. */
export const rowFaults = [
  "strayCell",
  "required",
  "tooLong",
  "badReference",
  "badSheets",
  "badRole",
  "badBond",
  "badAnswer",
  "notAccused",
  "fileDisagrees",
  "personDisagrees",
  "caseDisagrees",
  "repeatedRow",
  "unknownAgency",
  "unknownWord",
  "fileRejected",
  "foreignFile",
  "inProceeding",
  "noSuchSheets",
  "materialElsewhere",
  "nameless",
  "repeatedLegacyId",
  "repeatedRecord",
  "parentMissing",
  "parentRejected",
  "parentRing",
  "tooNested",
  "notPerson",
] as const;
export type RowFault = (typeof rowFaults)[number];

/** What is taken as it is written, but not understood: worth a look before accepting. */
export const remarks = [
  "dateUnclear",
  "bodyUnknown",
  "measureUnknown",
  "wordUnknown",
  "sheetUnknown",
  "kindUnknown",
  "columnNotKept",
  "slugUnknown",
  "namesake",
  "lifeUnclear",
  "besideNotRead",
  "sheetsNotRead",
] as const;
export type Remark = (typeof remarks)[number];

export type ProblemCode = FileFault | RowFault | Remark;

/** A heading with some of the cells below it, and the column that it is or may be. */
export interface MappedColumn {
  heading: string;
  samples: string[];
  column: Column | null;
}

/** One thing that is wrong. `detail` quotes the file (a value, a heading, the parser's remark). */
export interface Problem {
  code: ProblemCode;
  place: Place;
  detail: string;
  /** Of what was delivered, the file or sheet in which it is. */
  inside?: string;
  /** Of a table whose headings are not all known: what they may be. */
  columns?: MappedColumn[];
  /** What else is wrong with a package: its files are mended all at once. Some of them are named. */
  others?: { shown: Problem[]; count: number };
}

export type Outcome<T, P = Problem> = { ok: true; value: T } | { ok: false; problem: P };
