import { readDateColumns } from "./dates";
import type { CaseEntry } from "./entries";
import type { TableContext } from "./table-context";

export type CaseFields = Record<
  "episode" | "body" | "category" | "region" | "charges" | "measures" | "files",
  string
>;

export interface Link {
  file_id: string;
  bond: string;
  path: string;
}

/** A case of the table with its words understood and its subjects found. */
export interface UnderstoodCase {
  entry: CaseEntry;
  personId: string;
  personName: string;
  links: Link[];
  said: CaseFields;
}

export const printMeasure = ({ text, date }: { text: string; date: string }): string =>
  date ? `${text} (${date})` : text;

export interface Subjects {
  fileIds: ReadonlyMap<string, string>;
  filePaths: ReadonlyMap<string, string>;
  personIds: ReadonlyMap<string, string>;
  personNames: ReadonlyMap<string, string>;
}

/** A case whose person and files were not turned down; words that are not known are left out. It has no links where its files are left out by choice. */
export function understandCase(
  entry: CaseEntry,
  subjects: Subjects,
  context: TableContext,
): UnderstoodCase | null {
  const personId = subjects.personIds.get(entry.personKey);
  const links = entry.files.flatMap(({ fileKey, bond }) => {
    const file_id = subjects.fileIds.get(fileKey);
    const path = subjects.filePaths.get(fileKey) ?? fileKey;
    return file_id === undefined ? [] : [{ file_id, bond, path }];
  });
  const someLeft = entry.files.some(({ fileKey }) => context.isLeft("file", fileKey));
  if (personId === undefined || (links.length === 0 && !someLeft)) return null;
  const code = (column: "category" | "region"): string => context.words.find(column, entry[column]) ?? "";
  const said = {
    episode: entry.episode,
    body: entry.body,
    category: code("category"),
    region: code("region"),
    charges: entry.charges.join("; "),
    measures: entry.measures.map(printMeasure).join("; "),
    files: printLinks(links),
  };
  return { entry, personId, personName: subjects.personNames.get(entry.personKey) ?? "", links, said };
}

/** What of a case is kept as it is written, or not taken, because it is not understood. */
export function remarkUnclear(entry: CaseEntry, { words, remark }: TableContext): void {
  if (entry.body !== "" && words.find("organ", entry.body) === null)
    remark("bodyUnknown", entry.row, "body", entry.body);
  for (const column of ["category", "region"] as const) {
    const cell = entry[column];
    if (cell !== "" && words.find(column, cell) === null) remark("wordUnknown", entry.row, column, cell);
  }
  for (const { text } of entry.measures) {
    if (words.find("measure", text) === null) remark("measureUnknown", entry.row, "measure", text);
  }
  if (entry.episode !== "" && readDateColumns(entry.episode).date_edtf === null) {
    remark("dateUnclear", entry.row, "episodeDate", entry.episode);
  }
}

export function printLinks(links: readonly Link[]): string {
  return links
    .map(({ path, bond }) => `${path} (${bond})`)
    .sort()
    .join("; ");
}
