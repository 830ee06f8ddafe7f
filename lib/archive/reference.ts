import { fail, succeed, type Problem, type Result } from "@/lib/archive/problem";
import { firstMark, markAt, PARTS, tidyValue, type Mark, type Part } from "@/lib/archive/reference-marks";
import { parseSheetRanges, type SheetRange } from "@/lib/archive/sheet-range";

/**
 * A reference code. What the text does not say is null (no sheets: `[]`), so that a citation may name sheets
 * alone. `file` may carry a volume, as `П-46597 т. 3`.
 */
export type Reference = {
  readonly archive: string | null;
  readonly fonds: string | null;
  readonly inventory: string | null;
  readonly file: string | null;
  readonly sheets: readonly SheetRange[];
};

/**
 * Reads a reference in any of the usual styles: `АП РК. Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.`, `ф10 оп2 д345`,
 * `ҚР ПМ. 10-қ. 2-т. П-46597-іс. 12-п.`, `f. 10 op. 2 d. 345 l. 12`, or sheets alone. Whatever stands before
 * the first mark is the archive. Parts may be missing but not change their order. Problems, each with its
 * place: empty, noReference (not one mark), numberExpected, outOfOrder, repeated, unexpected, and those of
 * `parseSheetRanges`.
 */
export function parseReference(text: string): Result<Reference> {
  if (text.trim() === "") return fail("empty", 0, "");
  const start = firstMark(text);
  if (start === null) return readBareSheets(text);
  const archive = text.slice(0, start).replace(/^[\s.,;:]+|[\s.,;:]+$/gu, "");
  const reading: Reading = { text, at: start, sheets: [], values: new Map() };
  while (reading.at < text.length) {
    const problem = readPart(reading);
    if (problem) return { ok: false, problem };
  }
  const { values, sheets } = reading;
  const volume = values.get("volume");
  const file = values.get("file") ?? null;
  return succeed({
    archive: archive === "" ? null : archive,
    fonds: values.get("fonds") ?? null,
    inventory: values.get("inventory") ?? null,
    file: file && volume ? `${file} т. ${volume}` : file,
    sheets,
  });
}

/**
 * One text for all spellings of one file, for looking it up: archive, fonds, inventory and file without
 * regard to capitals, spaces, dashes and leading zeros; sheets do not belong to it. `archiveKey` maps the
 * names that one archive has in several languages to one code; without it each name stands for itself.
 * Letters that only look alike (Latin P, Russian Р) are kept apart: which was meant cannot be known.
 */
export function normaliseReference(
  reference: Omit<Reference, "sheets">,
  archiveKey: (name: string) => string = (name) => name,
): string {
  const archive = reference.archive && archiveKey(reference.archive);
  return [archive, reference.fonds, reference.inventory, reference.file].map(foldPart).join("|");
}

function foldPart(part: string | null): string {
  const folded = (part ?? "")
    .toLowerCase()
    .normalize("NFC")
    .replace(/[^\p{L}\d/]+/gu, " ");
  return folded
    .replace(/(\p{L})(?=\d)/gu, "$1 ")
    .replace(/(?<!\d)0+(?=\d)/g, "")
    .trim();
}

type Reading = {
  readonly text: string;
  at: number;
  sheets: SheetRange[];
  readonly values: Map<Part, string>;
};

/** A reference without a single mark can still be sheets of the file at hand: `12–14 об.` */
function readBareSheets(text: string): Result<Reference> {
  const sheets = parseSheetRanges(text);
  if (!sheets.ok) return /^\s*\d/.test(text) ? sheets : fail("noReference", text.search(/\S/), text.trim());
  return succeed({ archive: null, fonds: null, inventory: null, file: null, sheets: sheets.value });
}

function readPart(reading: Reading): Problem | null {
  const { text, values } = reading;
  const at = reading.at + (/^[\s.,;:]*/u.exec(text.slice(reading.at))?.[0].length ?? 0);
  reading.at = at;
  if (at === text.length) return null;
  const mark = expectMark(reading);
  if ("kind" in mark) return mark;
  reading.at = mark.end;
  if (mark.part !== "sheets") {
    values.set(mark.part, tidyValue(mark.value));
    return null;
  }
  const sheets = parseSheetRanges(text.slice(mark.end), mark.end);
  if (!sheets.ok) return sheets.problem;
  reading.sheets = sheets.value;
  reading.at = text.length;
  return null;
}

/** The mark here, if its turn has come: English `f.` is a fonds at first and a folio after the file. */
function expectMark({ text, at, values }: Reading): Mark | Problem {
  const found = /^[^\s,;]+/u.exec(text.slice(at))?.[0] ?? "";
  const mark = markAt(text, at);
  if (!mark) return { kind: /^\p{L}+\.?$/u.test(found) ? "numberExpected" : "unexpected", at, found };
  if (/^f(?!\p{L})/iu.test(found) && values.has("fonds")) {
    return { part: "sheets", value: "", end: at + (/^f\.?/iu.exec(found)?.[0].length ?? 0) };
  }
  if (mark.part === "inventory" && values.has("file") && /т\.?$/iu.test(text.slice(at, mark.end))) {
    return { ...mark, part: "volume" };
  }
  if (mark.part === "volume" && !values.has("file")) return { kind: "unexpected", at, found };
  if (values.has(mark.part)) return { kind: "repeated", at, found };
  const passed = PARTS.slice(PARTS.indexOf(mark.part)).some((part) => values.has(part));
  return passed ? { kind: "outOfOrder", at, found } : mark;
}
