import type { ReadRow } from "./read-row";
import { referenceKey } from "./reference-key";
import { remembering } from "@/lib/names/remembering";

function archiveOf({ reference }: ReadRow): string {
  return referenceKey({ archive: reference.archive, fonds: null, inventory: null, file: null });
}

/** A person with a code is the same in every row of the archive that carries it. */
export function codedPerson(read: ReadRow): string | null {
  return read.cells.personCode === "" ? null : `code#${archiveOf(read)}#${read.cells.personCode}`;
}

/** A case is known by its code, otherwise by the person, the date and the body that decided. */
export function caseKeyOf(read: ReadRow, personKey: string | null): string | null {
  const { caseCode, episodeDate, body } = read.cells;
  if (caseCode !== "") return `case#${archiveOf(read)}#${caseCode}`;
  return personKey === null ? null : `${personKey}#${foldText(episodeDate)}#${foldText(body)}`;
}

/** The codes by which a row is bound to rows of other files. */
export function codesOf(read: ReadRow): string[] {
  const person = codedPerson(read);
  const { caseCode } = read.cells;
  return [...(person ? [person] : []), ...(caseCode ? [caseKeyOf(read, person) ?? ""] : [])];
}

/** A document is known by its code, otherwise by its file, kind, title and sheets. */
export function materialKeyOf(read: ReadRow): string {
  const { materialCode, materialKind, materialTitle, materialSheets } = read.cells;
  if (materialCode !== "") return `material#${archiveOf(read)}#${materialCode}`;
  return ["material", read.fileKey, ...[materialSheets, materialKind, materialTitle].map(foldText)].join("#");
}

export const foldText = remembering((text) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(),
);
