import { leafIndexOf, type Foliation } from "@/lib/archive/foliation";
import { fail, succeed, type Result } from "@/lib/archive/problem";
import { leafOfKey, printLabel, type SheetLabel } from "@/lib/archive/sheet-label";
import type { SheetRange } from "@/lib/archive/sheet-range";

/**
 * Positions from one to another, both included. The position of a sheet is twice its leaf's index in the
 * file, plus one for the back, so that spans and citations can be kept as ranges of integers. Positions hold
 * for one foliation only: when that changes, `lib/archive/refoliation.ts` carries them over.
 */
export type Extent = { readonly from: number; readonly to: number };

/** Number of positions in a file: two a leaf. */
export function countPositions(foliation: Foliation): number {
  return foliation.leafCount * 2;
}

/** Position of a sheet, from 0; null when the file has no such leaf. */
export function positionOf(foliation: Foliation, label: SheetLabel): number | null {
  const index = leafIndexOf(foliation, label);
  return index === null ? null : index * 2 + Number(label.verso);
}

/** The sheet at a position; null outside the file. Inverse of `positionOf`. */
export function labelAt(foliation: Foliation, position: number): SheetLabel | null {
  const index = Math.floor(position / 2);
  const run = foliation.runs.findLast(({ start }) => start <= index);
  if (!run || index >= run.start + run.count) return null;
  return { ...leafOfKey(run.first + (index - run.start) * run.step), verso: position % 2 === 1 };
}

/**
 * The sheet after this one in the file: 12, 12 об., 12а (if there), 13. Null after the last, or if not there.
 */
export function nextLabel(foliation: Foliation, label: SheetLabel): SheetLabel | null {
  const position = positionOf(foliation, label);
  return position === null ? null : labelAt(foliation, position + 1);
}

/**
 * Where a cited range lies in the file, taken literally. Problem notInFile names the first label that is
 * missing; `at` is then 0, the place in a text being no longer known.
 */
export function extentOf(foliation: Foliation, { from, to }: SheetRange): Result<Extent> {
  const [start, end] = [positionOf(foliation, from), positionOf(foliation, to)];
  if (start === null) return fail("notInFile", 0, printLabel(from));
  return end === null ? fail("notInFile", 0, printLabel(to)) : succeed({ from: start, to: end });
}

/** The labels at both ends of an extent; null when it reaches outside the file. Inverse of `extentOf`. */
export function rangeAt(foliation: Foliation, extent: Extent): SheetRange | null {
  const [from, to] = [labelAt(foliation, extent.from), labelAt(foliation, extent.to)];
  return from && to && extent.from <= extent.to ? { from, to } : null;
}

/**
 * Widens an extent to whole leaves. People who say that sheets 1–10 are closed mean their backs too, unlike
 * one who cites them.
 */
export function wholeLeaves({ from, to }: Extent): Extent {
  return { from: from - (from % 2), to: to + 1 - (to % 2) };
}
