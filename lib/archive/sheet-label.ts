import { fail, succeed, type PrintLocale, type Result } from "@/lib/archive/problem";

/** A leaf of a file: its number and, for a leaf numbered later, a letter (`12а`); `""` when it has none. */
export type Leaf = { readonly number: number; readonly letter: string };

/** One side of a leaf, as it is cited: `12`, `12 об.`, `12а`, `12а об.` It is the sheet's identity. */
export type SheetLabel = Leaf & { readonly verso: boolean };

/**
 * Letters in the order in which archives give them to leaves: the Russian alphabet without ё й ъ ы ь.
 * Position 0 is the leaf without a letter, which comes first.
 */
export const LEAF_LETTERS = ["", ..."абвгдежзиклмнопрстуфхцчшщэюя"] as const;

/** The largest number a leaf can carry; beyond it a text is surely a slip (a missing comma). */
export const LARGEST_NUMBER = 99_999;

/** An integer that orders leaves: 12 < 12а < 12б < 13. */
export function leafKey(leaf: Leaf): number {
  return leaf.number * LEAF_LETTERS.length + LEAF_LETTERS.findIndex((letter) => letter === leaf.letter);
}

/** The leaf with that key. Inverse of `leafKey`. */
export function leafOfKey(key: number): Leaf {
  const letter = LEAF_LETTERS[key % LEAF_LETTERS.length] ?? "";
  return { number: Math.floor(key / LEAF_LETTERS.length), letter };
}

/** Negative, zero or positive as `a` stands before, at or after `b`: 12, 12 об., 12а, 12а об., 13. */
export function compareLabels(a: SheetLabel, b: SheetLabel): number {
  return leafKey(a) - leafKey(b) || Number(a.verso) - Number(b.verso);
}

const VERSO: Record<PrintLocale, string> = { ru: " об.", kk: " сырты", en: "v" };

/** `12а об.`, `12а сырты`, `12аv`. The letter stays as it is written on the leaf. */
export function printLabel(label: SheetLabel, locale: PrintLocale = "ru"): string {
  return `${label.number}${label.letter}${label.verso ? VERSO[locale] : ""}`;
}

/**
 * Makes a leaf of digits and a letter as they were typed. A Latin `a` is taken for the Cyrillic one that it
 * looks like; any other letter that is not given to leaves is refused rather than guessed.
 */
export function makeLeaf(digits: string, typedLetter: string, at: number): Result<Leaf> {
  const number = Number(digits);
  if (number > LARGEST_NUMBER) return fail("numberTooLarge", at, digits);
  if (number === 0) return fail("numberExpected", at, digits);
  const letter = typedLetter.toLowerCase().replace("a", "а");
  if (!LEAF_LETTERS.some((known) => known === letter)) {
    return fail("letterUnknown", at + digits.length, typedLetter);
  }
  return succeed({ number, letter });
}
