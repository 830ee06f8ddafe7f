import { parse } from "csv-parse/sync";
import { readInput } from "@/lib/input";
import { keptHeadings, neededHeadings, publicTransfer, readItem, transferType } from "./accession";
import { accessionSchema } from "./schema";
import type { AccessionProblem, AccessionRow, AccessionTable, ArchiveRow } from "./view";

const MOST_ROWS = 500;

/** Between which archives a table may announce, and which numbers are given already (`archive id` + space + number). */
export type AccessionOffice = {
  own: readonly ArchiveRow[];
  others: readonly ArchiveRow[];
  taken: ReadonlySet<string>;
};

/** Reads AtoM's accession table. Pure: every row is a transfer to be announced, or says by column what is wrong with it. */
export function readAccessions(text: string, office: AccessionOffice): AccessionTable {
  const nothing = { rows: [], dropped: [] };
  let records: string[][];
  try {
    records = parse(text, { bom: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] });
  } catch (fault) {
    const row = (fault as { lines?: number }).lines ?? 1;
    return { ...nothing, problems: [{ row, column: null, code: "notTable", detail: "" }] };
  }
  const [headings = [], ...rows] = records.map((record) => record.map(unescape));
  const lacking = neededHeadings.filter((heading) => !headings.includes(heading));
  if (lacking.length > 0) {
    const problems = lacking.map((column): AccessionProblem => ({
      row: 1,
      column,
      code: "noHeading",
      detail: "",
    }));
    return { ...nothing, problems };
  }
  const filled = rows.filter((cells) => !isBlank(cells)).length;
  if (filled === 0 || filled > MOST_ROWS) {
    const code = filled === 0 ? "noRows" : "tooManyRows";
    return { ...nothing, problems: [{ row: 1, column: null, code, detail: String(MOST_ROWS) }] };
  }
  return gather(headings, rows, office);
}

/** What guards a spreadsheet against a formula is no part of the text. */
const unescape = (cell: string): string => cell.replace(/^'(?=[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20])/, "");

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === "");

function gather(headings: string[], rows: string[][], office: AccessionOffice): AccessionTable {
  const table: AccessionTable = { rows: [], problems: [], dropped: droppedIn(headings, rows) };
  const taken = new Set(office.taken);
  for (const [at, cells] of rows.entries()) {
    const row = at + 2;
    // It counts as a row of the table, as a spreadsheet shows it.
    if (isBlank(cells)) continue;
    if (cells.length > headings.length) {
      table.problems.push({ row, column: null, code: "tooManyCells", detail: "" });
      continue;
    }
    const cell = (heading: string): string => cells[headings.indexOf(heading)]?.trim() ?? "";
    const read = readRow(row, cell, office, taken);
    if ("problems" in read) table.problems.push(...read.problems);
    else table.rows.push(read);
  }
  return table;
}

/** Columns that say something for which a transfer has no place. */
function droppedIn(headings: readonly string[], rows: readonly string[][]): string[] {
  const kept: readonly string[] = keptHeadings;
  return headings.filter((heading, at) => !kept.includes(heading) && rows.some((row) => row[at]?.trim()));
}

function readRow(
  row: number,
  cell: (heading: string) => string,
  office: AccessionOffice,
  taken: Set<string>,
): AccessionRow | { problems: AccessionProblem[] } {
  const problems: AccessionProblem[] = [];
  const wrong = (column: string, code: AccessionProblem["code"], detail = ""): null => {
    problems.push({ row, column, code, detail });
    return null;
  };
  const from = archiveOf(office.own, cell("sourceOfAcquisition")) ?? wrong("sourceOfAcquisition", "notOwn");
  const to =
    archiveOf(office.others, cell("locationInformation")) ?? wrong("locationInformation", "notArchive");
  if (from && to && from.id === to.id) wrong("locationInformation", "sameArchive");
  for (const [column, only] of [
    ["acquisitionType", transferType],
    ["resourceType", publicTransfer],
  ] as const)
    if (cell(column) !== "" && cell(column) !== only) wrong(column, "notTransfer", only);
  const donor = cell("donorName");
  if (donor !== "" && from && archiveOf([from], donor) === null) wrong("donorName", "donorDiffers");
  const read = readInput(accessionSchema, {
    ...{ ownNumber: cell("accessionNumber"), title: cell("title"), basis: cell("processingNotes") },
    ...{ due: cell("acquisitionDate"), items: itemsIn(cell("scopeAndContent"), wrong) },
  });
  if (!read.ok) for (const [field, key] of Object.entries(read.fields)) wrong(columnOf(field), "field", key);
  const number = read.ok ? read.value.ownNumber : null;
  if (from && number !== null) {
    if (taken.has(`${from.id} ${number}`)) wrong("accessionNumber", "numberTaken", number);
    taken.add(`${from.id} ${number}`);
  }
  if (problems.length > 0 || !read.ok || !from || !to) return { problems };
  return { row, from, to, said: read.value };
}

/** An archive by its code, or by its name in any of the three languages. */
function archiveOf(archives: readonly ArchiveRow[], name: string): ArchiveRow | null {
  return archives.find(({ code, names }) => [code, ...Object.values(names)].includes(name)) ?? null;
}

type Wrong = (column: string, code: AccessionProblem["code"], detail?: string) => null;

function itemsIn(text: string, wrong: Wrong): unknown[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length === 0) wrong("scopeAndContent", "noItems");
  return lines.flatMap(
    (line) => readItem(line) ?? wrong("scopeAndContent", "notItem", line.slice(0, 80)) ?? [],
  );
}

function columnOf(field: string): string {
  const first = field.split(".")[0]!;
  const columns: Record<string, string> = {
    ...{ ownNumber: "accessionNumber", basis: "processingNotes", due: "acquisitionDate" },
    items: "scopeAndContent",
  };
  return columns[first] ?? first;
}
