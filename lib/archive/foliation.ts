import { fail, succeed, type Result } from "@/lib/archive/problem";
import {
  LEAF_LETTERS,
  leafKey,
  leafOfKey,
  printLabel,
  type Leaf,
  type SheetLabel,
} from "@/lib/archive/sheet-label";
import { parsePlacedRanges, type SheetRange } from "@/lib/archive/sheet-range";

/**
 * Leaves of a file that follow one another at an even step of their keys (12, 13, 14 or 31а, 31б, 31в).
 * `first` is a leaf key, `start` the index in the file of the run's first leaf.
 */
export type Run = {
  readonly first: number;
  readonly step: number;
  readonly count: number;
  readonly start: number;
};

/** Which leaves a file has, in order. Plain data; made by `parseFoliation` and `makeFoliation` alone. */
export type Foliation = { readonly runs: readonly Run[]; readonly leafCount: number };

/** From 12 to 13 in leaf keys: all the letters that 12 could carry. */
const NUMBER_STEP = LEAF_LETTERS.length;

/**
 * Reads a compact foliation: `1–214, 12а, 31а–31в`. A range of plain numbers holds no lettered leaves; a
 * range of letters stays within one number. The order in the text does not matter. Problems, each with its
 * place: those of `parseSheetRanges`, and versoNotAllowed, rangeUnclear (`12–14а`), repeated (a leaf named
 * twice).
 */
export function parseFoliation(text: string): Result<Foliation> {
  const ranges = parsePlacedRanges(text);
  if (!ranges.ok) return ranges;
  const keys = new Set<number>();
  for (const { range, at, found } of ranges.value) {
    if (range.from.verso || range.to.verso) return fail("versoNotAllowed", at, found);
    const step = stepOf(range);
    if (step === null) return fail("rangeUnclear", at, found);
    for (let key = leafKey(range.from); key <= leafKey(range.to); key += step) {
      if (keys.has(key)) return fail("repeated", at, printLabel({ ...leafOfKey(key), verso: false }));
      keys.add(key);
    }
  }
  return succeed(makeFoliation([...keys].map(leafOfKey)));
}

/** The foliation of these leaves, in whatever order they are given and however often. */
export function makeFoliation(leaves: readonly Leaf[]): Foliation {
  const keys = [...new Set(leaves.map(leafKey))].sort((a, b) => a - b);
  const runs: { -readonly [K in keyof Run]: Run[K] }[] = [];
  for (const [start, key] of keys.entries()) {
    const run = runs.at(-1);
    const gap = run ? key - (run.first + run.step * (run.count - 1)) : 0;
    if (run && (run.count === 1 ? gap === 1 || gap === NUMBER_STEP : gap === run.step)) {
      run.step = gap;
      run.count += 1;
    } else {
      runs.push({ first: key, step: 1, count: 1, start });
    }
  }
  return { runs, leafCount: keys.length };
}

/** The leaves of a file in order. */
export function leavesOf(foliation: Foliation): Leaf[] {
  return foliation.runs.flatMap(({ first, step, count }) =>
    Array.from({ length: count }, (_, i) => leafOfKey(first + i * step)),
  );
}

/**
 * Prints plain numbers first, then lettered leaves: `1–214, 12а, 31а–31в`. Reads back as the same foliation,
 * and two foliations are the same exactly when this text is.
 */
export function printFoliation(foliation: Foliation): string {
  const leaves = leavesOf(foliation);
  const plain = leaves.filter((leaf) => leaf.letter === "");
  const lettered = leaves.filter((leaf) => leaf.letter !== "");
  return [...printRuns(plain, NUMBER_STEP), ...printRuns(lettered, 1)].join(", ");
}

/** How many sheets a file has: leaves, as archives count them, not sides. */
export function countSheets(foliation: Foliation): number {
  return foliation.leafCount;
}

/** Whether the file has that sheet; the back of a leaf is there whenever the leaf is. */
export function contains(foliation: Foliation, label: SheetLabel): boolean {
  return leafIndexOf(foliation, label) !== null;
}

/** Index of a leaf in the file, from 0; null when the file has no such leaf. */
export function leafIndexOf(foliation: Foliation, leaf: Leaf): number | null {
  const key = leafKey(leaf);
  const run = foliation.runs.find(
    ({ first, step, count }) => key >= first && key <= first + step * (count - 1),
  );
  if (!run || (key - run.first) % run.step !== 0) return null;
  return run.start + (key - run.first) / run.step;
}

function stepOf({ from, to }: SheetRange): number | null {
  if (from.number === to.number) return 1;
  return from.letter === "" && to.letter === "" ? NUMBER_STEP : null;
}

function printRuns(leaves: readonly Leaf[], step: number): string[] {
  const runs: { from: Leaf; to: Leaf }[] = [];
  for (const leaf of leaves) {
    const run = runs.at(-1);
    if (run && leafKey(leaf) === leafKey(run.to) + step) run.to = leaf;
    else runs.push({ from: leaf, to: leaf });
  }
  const print = (leaf: Leaf) => printLabel({ ...leaf, verso: false });
  return runs.map(({ from, to }) => (from === to ? print(from) : `${print(from)}–${print(to)}`));
}
