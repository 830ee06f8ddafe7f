import { parseFoliation, printFoliation } from "@/lib/archive/foliation";
import { parseReference } from "@/lib/archive/reference";
import { parseSheetRanges } from "@/lib/archive/sheet-range";
import type { MentionRole } from "@/lib/law/words";
import { CASE_COLUMNS, MATERIAL_COLUMNS, PERSON_COLUMNS, REQUIRED, type Cells, type Column } from "./columns";
import { problemsOf } from "./place-problem";
import type { Outcome, Problem, RowFault } from "./problem";
import { referenceKey } from "./reference-key";
import { remembering } from "@/lib/names/remembering";
import { answerOf, bondOf, roleOf, type Bond } from "./row-words";
import type { TableHead, TableRow } from "./table";

/** Longer than any cell of a register; a row that has slipped into one cell goes past it. */
const LONGEST = 10_000;

export interface FileReference {
  archive: string;
  fonds: string;
  inventory: string;
  file: string;
}

/** A row that makes sense by itself. */
export interface ReadRow {
  row: number;
  cells: Cells;
  reference: FileReference;
  /** What the file is known by: all spellings of one reference have the same. */
  fileKey: string;
  foliation: { text: string; leaves: number } | null;
  /** Null when the row names nobody. */
  role: MentionRole | null;
  bond: Bond;
  /** Null when the row tells of no document. */
  material: { graded: "yes" | "no" | "" } | null;
}

export type Complaint = (code: RowFault, column: Column, detail: string) => void;

/** Reads rows one by one; those in error are left out, and what is wrong with them goes to `problems`. */
export function readRows(
  rows: readonly TableRow[],
  headings: TableHead["headings"],
  problems: Problem[],
): ReadRow[] {
  const at = problemsOf(headings);
  return rows.flatMap(
    (row) => readRow(row, (code, column, detail) => problems.push(at(code, row.row, column, detail))) ?? [],
  );
}

/** Reads the cells of one row; each thing that is wrong goes to `complain`, and then there is no row. */
function readRow({ row, cells }: TableRow, complain: Complaint): ReadRow | null {
  let sound = true;
  const fail: Complaint = (code, column, detail) => {
    sound = false;
    complain(code, column, detail);
  };
  for (const [column, cell] of Object.entries(cells) as [Column, string][]) {
    if (cell.length > LONGEST) fail("tooLong", column, String(cell.length));
  }
  for (const column of REQUIRED) if (cells[column] === "") fail("required", column, "");
  const reference = readReference(cells, fail);
  const foliation = readFoliation(cells.sheets, fail);
  const role = readRole(cells, fail);
  const bond = bondOf(cells.bond);
  if (bond === null) fail("badBond", "bond", cells.bond);
  const material = readMaterial(cells, fail);
  if (!sound || bond === null) return null;
  // One spelling of the sheets, so that rows which mean the same do not disagree.
  const tidied = { ...cells, sheets: foliation?.text ?? "" };
  return {
    row,
    cells: tidied,
    reference,
    fileKey: referenceKey(reference),
    foliation,
    role,
    bond,
    material,
  };
}

function readMaterial(cells: Cells, fail: Complaint): ReadRow["material"] {
  if (MATERIAL_COLUMNS.every((column) => cells[column] === "")) return null;
  for (const column of ["materialKind", "materialSheets"] as const)
    if (cells[column] === "") fail("required", column, "");
  if (cells.materialSheets !== "" && !isOneStretch(cells.materialSheets))
    fail("badSheets", "materialSheets", cells.materialSheets);
  const graded = answerOf(cells.materialGraded);
  if (graded === null) fail("badAnswer", "materialGraded", cells.materialGraded);
  return { graded: graded ?? "" };
}

const MARKS = { fonds: "Ф.", inventory: "Оп.", fileNumber: "Д." } as const;

/** Cells hold a bare number (`345`) or a marked one (`Д. 345`). */
function readReference(cells: Cells, fail: Complaint): FileReference {
  const part = (column: keyof typeof MARKS): string => {
    const cell = cells[column];
    const value = cell === "" ? "" : numbers[column](cell);
    if (value === null) fail("badReference", column, cell);
    return value ?? "";
  };
  return {
    archive: cells.archive,
    fonds: part("fonds"),
    inventory: part("inventory"),
    file: part("fileNumber"),
  };
}

const readNumber = (column: keyof typeof MARKS) =>
  remembering((cell: string): string | null => {
    for (const text of [cell, `${MARKS[column]} ${cell}`]) {
      const read = parseReference(text);
      const value = read.ok ? read.value[column === "fileNumber" ? "file" : column] : null;
      if (read.ok && value && read.value.archive === null && read.value.sheets.length === 0) return value;
    }
    return null;
  });
const numbers = {
  fonds: readNumber("fonds"),
  inventory: readNumber("inventory"),
  fileNumber: readNumber("fileNumber"),
};

const readSheets = remembering((cell: string): Outcome<{ text: string; leaves: number }, string> => {
  const count = /^\d+$/.test(cell) ? `1–${cell}` : cell;
  const read = parseFoliation(count === "1–1" ? "1" : count);
  if (!read.ok) return { ok: false, problem: read.problem.found || cell };
  return { ok: true, value: { text: printFoliation(read.value), leaves: read.value.leafCount } };
});

function readFoliation(cell: string, fail: Complaint): ReadRow["foliation"] {
  if (cell === "") return null;
  const read = readSheets(cell);
  if (read.ok) return read.value;
  fail("badSheets", "sheets", read.problem);
  return null;
}

const isOneStretch = remembering((cell: string): boolean => {
  const sheets = parseSheetRanges(cell);
  return sheets.ok && sheets.value.length === 1;
});

function readRole(cells: Cells, fail: Complaint): MentionRole | null {
  const filled = (columns: readonly Column[]): Column | undefined =>
    columns.find((column) => cells[column] !== "");
  const ofCase = filled(["caseCode", "bond", ...CASE_COLUMNS]);
  const ofPerson = filled(["personCode", ...PERSON_COLUMNS]);
  if (!ofCase && !ofPerson && cells.role === "") return null;
  if (cells.nameAsWritten + cells.surname === "") fail("required", "surname", "");
  const role = cells.role === "" && ofCase ? "accused" : roleOf(cells.role);
  if (role === null) fail(cells.role === "" ? "required" : "badRole", "role", cells.role);
  if (role !== null && role !== "accused" && ofCase) fail("notAccused", ofCase, cells[ofCase]);
  return role;
}
