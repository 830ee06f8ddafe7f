/** Where in a file something is wrong: XML is found by line, a table by row and heading. */
export type Place =
  | { kind: "file" }
  | { kind: "line"; line: number; column: number }
  | { kind: "row"; row: number; heading: string | null };

/** Why a whole file cannot be read: nothing of it is taken. */
export type FileFault =
  | "empty"
  | "tooLarge"
  | "unknownKind"
  | "encoding"
  | "notXml"
  | "malformed"
  | "truncated"
  | "entityDeclared"
  | "undefinedEntity"
  | "tooDeep"
  | "notFindingAid"
  | "noDescription"
  | "noIdentifier"
  | "brokenTable"
  | "noHeadings"
  | "unknownHeading"
  | "repeatedHeading"
  | "missingHeading";

/** Why one row of a table is turned down while the others may be taken. */
export type RowFault =
  | "required"
  | "tooLong"
  | "badReference"
  | "badSheets"
  | "badDate"
  | "badRole"
  | "badBody"
  | "badVariant"
  | "caseWithoutAccused"
  | "fileDisagrees"
  | "personDisagrees"
  | "caseDisagrees"
  | "repeatedRow"
  | "inProceeding"
  | "unknownAgency";

export type ProblemCode = FileFault | RowFault;

/** One thing that is wrong. `detail` quotes the file (a value, a heading, the parser's remark). */
export interface Problem {
  code: ProblemCode;
  place: Place;
  detail: string;
}

export type Outcome<T> = { ok: true; value: T } | { ok: false; problem: Problem };
