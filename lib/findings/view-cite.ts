import { parseFoliation } from "@/lib/archive/foliation";
import { extentOf, rangeAt, type Extent } from "@/lib/archive/positions";
import type { PrintLocale, Problem } from "@/lib/archive/problem";
import { normaliseReference, parseReference, type Reference } from "@/lib/archive/reference";
import { printReference } from "@/lib/archive/reference-print";
import { printRange, printSheetRanges, type SheetRange } from "@/lib/archive/sheet-range";

/** A file of the case as far as citing needs it. */
export type CitableFile = {
  id: string;
  reference: string;
  title: string;
  bond: "required" | "supporting";
  foliation: string | null;
  /** Nothing of the file can be cited before it is declassified. */
  closed: boolean;
  /** What its owner keeps secret. */
  secret: Extent[];
  materials: { id: string; kind: string; title: string; from: number; to: number }[];
};

/** Why a citation is not taken; `problem` names the place in what was typed. */
export type CiteProblem =
  | { kind: "text"; problem: Problem }
  | { kind: "noSheets" }
  | { kind: "whichFile" }
  | { kind: "otherFile"; found: string }
  | { kind: "notCounted" }
  | { kind: "closed" }
  | { kind: "secret"; sheets: string };
export type Cited = { ok: true; fileId: string; extents: Extent[] } | { ok: false; problem: CiteProblem };

const refuse = (problem: CiteProblem): Cited => ({ ok: false, problem });

/**
 * Reads a citation as it is typed, `Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.` or sheets alone, against the files of
 * the case. Sheets alone belong to `chosen`, or to the only file there is. Several ranges give several
 * citations. The server asks the same again when the draft is saved.
 */
export function resolveCitation(text: string, files: readonly CitableFile[], chosen: string | null): Cited {
  const read = parseReference(text);
  if (!read.ok) return refuse({ kind: "text", problem: read.problem });
  if (read.value.sheets.length === 0) return refuse({ kind: "noSheets" });
  const file = fileOf(read.value, files, chosen);
  if ("kind" in file) return refuse(file);
  return placeIn(file, read.value.sheets, text);
}

function fileOf(
  cited: Reference,
  files: readonly CitableFile[],
  chosen: string | null,
): CitableFile | Extract<CiteProblem, { kind: "whichFile" | "otherFile" }> {
  if (cited.fonds === null && cited.inventory === null && cited.file === null) {
    return files.find((f) => f.id === chosen) ?? (files.length === 1 ? files[0]! : { kind: "whichFile" });
  }
  const found = files.filter((file) => agrees(cited, file.reference));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) return { kind: "whichFile" };
  return { kind: "otherFile", found: printReference({ ...cited, sheets: [] }, "ru") };
}

/** Whatever the text leaves out (the archive, say) does not contradict. */
function agrees(cited: Reference, stored: string): boolean {
  const read = parseReference(stored);
  if (!read.ok) return false;
  return (["archive", "fonds", "inventory", "file"] as const).every((part) => {
    const only = (r: Reference): string =>
      normaliseReference({ archive: null, fonds: null, inventory: null, file: null, [part]: r[part] });
    return cited[part] === null || only(cited) === only(read.value);
  });
}

function placeIn(file: CitableFile, ranges: readonly SheetRange[], text: string): Cited {
  if (file.closed) return refuse({ kind: "closed" });
  const foliation = file.foliation === null ? null : parseFoliation(file.foliation);
  if (!foliation?.ok) return refuse({ kind: "notCounted" });
  const extents: Extent[] = [];
  for (const range of ranges) {
    const extent = extentOf(foliation.value, range);
    if (!extent.ok) return refuse({ kind: "text", problem: placed(extent.problem, text) });
    if (isSecret(file, extent.value)) return refuse({ kind: "secret", sheets: printRange(range) });
    extents.push(extent.value);
  }
  return { ok: true, fileId: file.id, extents };
}

/** `extentOf` no longer knows the place in the text: the label is looked for from the end. */
function placed(problem: Problem, text: string): Problem {
  const number = /^\d+/.exec(problem.found)?.[0] ?? problem.found;
  return { ...problem, at: Math.max(0, text.lastIndexOf(number)) };
}

export function isSecret(file: Pick<CitableFile, "closed" | "secret">, { from, to }: Extent): boolean {
  return file.closed || file.secret.some((s) => s.from <= to && from <= s.to);
}

/** Sheets at these positions: `л. 12–14 об.`; null where the file has been counted anew and they are gone. */
export function printSheets(foliation: string | null, extent: Extent, locale: PrintLocale): string | null {
  const read = foliation === null ? null : parseFoliation(foliation);
  const range = read?.ok ? rangeAt(read.value, extent) : null;
  return range && printSheetRanges([range], locale);
}

/** The whole citation in the manner of the language, or the file alone: archive, fonds, inventory, file, sheets. */
export function printCitation(
  file: { reference: string; foliation: string | null },
  extent: Extent | null,
  locale: PrintLocale,
): string {
  const read = parseReference(file.reference);
  const path = read.ok ? printReference({ ...read.value, sheets: [] }, locale) : file.reference;
  if (extent === null) return path;
  const sheets = printSheets(file.foliation, extent, locale) ?? "?";
  return `${path}${locale === "en" ? ", " : ". "}${sheets}`;
}
