import { costOf } from "@/lib/names/costs";
import type { Sound } from "@/lib/names/fold";

/** Sounds that take two letters, as one character each that no sound is folded to. */
const PACKED: Readonly<Record<string, string>> = { sh: "w", ch: "c" };

/** Sounds as a word of one character each, which is what words are compared by when there are many. */
export const packSounds = (sounds: readonly Sound[]): string =>
  sounds.map(({ code }) => PACKED[code] ?? code).join("");

/** What a wholly different letter costs: prices are whole numbers here. */
export const LETTER = 100;

const SIZE = 128;
/** The prices of `costOf` by two characters; 0 for none. */
const PRICES = new Uint8Array(SIZE * SIZE);
{
  const sounds: (string | null)[] = Array.from({ length: SIZE }, (_, code) => {
    const character = String.fromCharCode(code);
    return Object.keys(PACKED).find((sound) => PACKED[sound] === character) ?? character;
  });
  sounds[0] = null;
  for (const [i, a] of sounds.entries())
    for (const [j, b] of sounds.entries())
      PRICES[i * SIZE + j] = a === b ? 0 : Math.round(costOf(a, b) * LETTER);
}

const priceOf = (a: number, b: number): number =>
  a < SIZE && b < SIZE ? PRICES[a * SIZE + b]! : a === b ? 0 : LETTER;

/** No word of a name is longer; what is beyond is not looked at. */
export const LONGEST_WORD = 48;
let above = new Uint16Array(LONGEST_WORD + 1);
let below = new Uint16Array(LONGEST_WORD + 1);

/**
 * How far two packed words are apart: the weighted Levenshtein distance that `align` has, times 100; anything above
 * `most` once it is more than that. Of a word that is still being typed (`unfinished`) what may follow costs nothing.
 */
export function distanceOf(typed: string, word: string, most: number, unfinished = false): number {
  const [rows, columns] = [Math.min(typed.length, LONGEST_WORD), Math.min(word.length, LONGEST_WORD)];
  above[0] = 0;
  for (let j = 0; j < columns; j++) above[j + 1] = above[j]! + priceOf(0, word.charCodeAt(j));
  for (let i = 0; i < rows; i++) {
    const a = typed.charCodeAt(i);
    const left = priceOf(a, 0);
    let least = (below[0] = above[0]! + left);
    for (let j = 0; j < columns; j++) {
      const b = word.charCodeAt(j);
      const price = Math.min(above[j]! + priceOf(a, b), above[j + 1]! + left, below[j]! + priceOf(0, b));
      below[j + 1] = price;
      if (price < least) least = price;
    }
    if (least > most) return least;
    [above, below] = [below, above];
  }
  if (!unfinished) return above[columns]!;
  let least = above[columns]!;
  for (let j = 0; j < columns; j++) least = Math.min(least, above[j]!);
  return least;
}
