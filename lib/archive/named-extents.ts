import type { Foliation } from "@/lib/archive/foliation";
import { extentOf, rangeAt, type Extent } from "@/lib/archive/positions";
import { succeed, type PrintLocale, type Result } from "@/lib/archive/problem";
import { parsePlacedRanges, printRange } from "@/lib/archive/sheet-range";

/**
 * Reads sheets as people name them for an answer: `12–14 об., 31`. A range whose end does not say which side
 * includes its back, so that "1–10" leaves no back of 10 without an answer. Problems: those of
 * `parseSheetRanges`, and notInFile with the place of the range in the text.
 */
export function readSheets(foliation: Foliation, text: string): Result<Extent[]> {
  const ranges = parsePlacedRanges(text);
  if (!ranges.ok) return ranges;
  const extents: Extent[] = [];
  for (const { range, at } of ranges.value) {
    const extent = extentOf(foliation, range);
    if (!extent.ok) return { ok: false, problem: { ...extent.problem, at } };
    const { from, to } = extent.value;
    extents.push({ from, to: range.to.verso ? to : to + 1 });
  }
  return succeed(extents);
}

/** How a stretch is named so that `readSheets` reads it back: `12–14 об.`, and `1–10` where both sides are in. */
export function nameExtent(foliation: Foliation, { from, to }: Extent, locale: PrintLocale = "ru"): string {
  const range = rangeAt(foliation, { from, to });
  if (!range) return "";
  const whole = from % 2 === 0 && to % 2 === 1;
  return printRange(whole ? { from: range.from, to: { ...range.to, verso: false } } : range, locale);
}
