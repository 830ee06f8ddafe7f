import { fail, succeed, type PrintLocale, type Result } from "@/lib/archive/problem";
import { compareLabels, makeLeaf, printLabel, type SheetLabel } from "@/lib/archive/sheet-label";
import { readSheetTokens, type SheetToken } from "@/lib/archive/sheet-tokens";

/** Sheets from one label to another, both included; the two are equal for a single sheet. */
export type SheetRange = { readonly from: SheetLabel; readonly to: SheetLabel };

/** A range together with the place in the text where it was read. */
export type PlacedRange = { readonly range: SheetRange; readonly at: number; readonly found: string };

/**
 * Reads sheets as people cite them: `12`, `12 об.–14`, `Л. 12–14 об., 47`, `лл.31а–в`, `12–14-пп. сырты`,
 * `ff. 12–14v`. The order of the ranges is kept. Taken literally: `12–14` ends with the front of 14.
 * Problems: empty, sheetExpected, numberExpected, letterUnknown, numberTooLarge, outOfOrder, unexpected, each
 * with its place counted from `offset`.
 */
export function parseSheetRanges(text: string, offset = 0): Result<SheetRange[]> {
  const placed = parsePlacedRanges(text, offset);
  return placed.ok ? succeed(placed.value.map(({ range }) => range)) : placed;
}

/** As `parseSheetRanges`, with the place of each range. */
export function parsePlacedRanges(text: string, offset = 0): Result<PlacedRange[]> {
  const tokens = readSheetTokens(text, offset);
  if (!tokens.ok) return tokens;
  const reading: Reading = { tokens: tokens.value, next: 0, end: offset + text.length };
  if (reading.tokens.length === 0) return fail("empty", offset, "");
  const ranges: PlacedRange[] = [];
  do {
    const at = reading.tokens[reading.next]?.at ?? reading.end;
    const range = readRange(reading);
    if (!range.ok) return range;
    const end = reading.tokens[reading.next]?.at ?? reading.end;
    ranges.push({ range: range.value, at, found: text.slice(at - offset, end - offset).trim() });
  } while (take(reading, "comma"));
  const rest = reading.tokens[reading.next];
  return rest ? fail("unexpected", rest.at, rest.found) : succeed(ranges);
}

/** Reads one label, such as `12а об.`; a range is refused. */
export function parseLabel(text: string): Result<SheetLabel> {
  const ranges = parseSheetRanges(text);
  if (!ranges.ok) return ranges;
  const [range] = ranges.value;
  if (!range || ranges.value.length > 1 || compareLabels(range.from, range.to) !== 0) {
    return fail("unexpected", 0, text);
  }
  return succeed(range.from);
}

type Reading = { readonly tokens: readonly SheetToken[]; next: number; readonly end: number };

function take<Kind extends SheetToken["kind"]>(reading: Reading, kind: Kind) {
  const token = reading.tokens[reading.next];
  if (token?.kind !== kind) return null;
  reading.next++;
  return token as Extract<SheetToken, { kind: Kind }>;
}

function readRange(reading: Reading): Result<SheetRange> {
  take(reading, "sheetWord");
  const first = reading.tokens[reading.next];
  const from = readSide(reading, null);
  if (!from.ok) return from;
  if (!take(reading, "dash")) return succeed({ from: from.value, to: from.value });
  const to = readSide(reading, from.value);
  if (!to.ok) return to;
  if (compareLabels(from.value, to.value) > 0) {
    return fail("outOfOrder", first?.at ?? 0, `${printLabel(from.value)}–${printLabel(to.value)}`);
  }
  return succeed({ from: from.value, to: to.value });
}

/** `opening` is the first label of a range whose second may be a mere letter (`31а–в`). */
function readSide(reading: Reading, opening: SheetLabel | null): Result<SheetLabel> {
  const here = reading.tokens[reading.next];
  const letter = opening?.letter ? take(reading, "letter") : null;
  const leaf =
    letter && opening
      ? makeLeaf(String(opening.number), letter.letter, letter.at - String(opening.number).length)
      : take(reading, "leaf");
  if (!leaf) return fail("sheetExpected", here?.at ?? reading.end, here?.found ?? "");
  if ("ok" in leaf && !leaf.ok) return leaf;
  take(reading, "sheetWord");
  const verso = take(reading, "verso") !== null;
  if (!verso) take(reading, "recto");
  return succeed({ ...("ok" in leaf ? leaf.value : leaf.leaf), verso });
}

/**
 * Prints sheets after the manner of the language: `Л. 12–14 об., 47`; `12–14-пп. сырты, 47-п.`;
 * `ff. 12–14v, 47`. What is printed reads back as the same ranges. Of no ranges nothing is printed.
 */
export function printSheetRanges(ranges: readonly SheetRange[], locale: PrintLocale): string {
  const [first] = ranges;
  if (!first) return "";
  if (locale === "kk") return ranges.map(printKazakhRange).join(", ");
  const text = ranges.map((range) => printRange(range, locale)).join(", ");
  const several = ranges.length > 1 || compareLabels(first.from, first.to) !== 0;
  return locale === "ru" ? `Л. ${text}` : `${several ? "ff." : "fol."} ${text}`;
}

/** One range without the word for sheets: `12–14 об.` */
export function printRange({ from, to }: SheetRange, locale: PrintLocale = "ru"): string {
  if (compareLabels(from, to) === 0) return printLabel(from, locale);
  return `${printLabel(from, locale)}–${printLabel(to, locale)}`;
}

/** Kazakh puts the word for sheets after the number, and that for the back after the word. */
function printKazakhRange({ from, to }: SheetRange): string {
  const leafOf = (label: SheetLabel) => printLabel({ ...label, verso: false });
  const side = (label: SheetLabel) => (label.verso ? " сырты" : "");
  if (compareLabels(from, to) === 0) return `${leafOf(to)}-п.${side(to)}`;
  if (from.verso) return `${leafOf(from)}-п.${side(from)} – ${leafOf(to)}-п.${side(to)}`;
  return `${leafOf(from)}–${leafOf(to)}-пп.${side(to)}`;
}
