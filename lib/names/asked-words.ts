import { nearWords } from "@/lib/names/dictionary";
import { distanceOf, LETTER, packSounds } from "@/lib/names/distance";
import type { NameIndex, Word } from "@/lib/names/name-index";
import { readingsOf } from "@/lib/names/readings";
import { readToken, type NameToken } from "@/lib/names/tokens";

/** `Дулат` and `Дулатов`; `-ов` and `-ұлы` at most; and what more a daughter costs for a son. */
const ENDING_MISSING = 0.9 * LETTER;
const OTHER_ENDING = 0.35 * LETTER;
const OTHER_KIN = 0.3 * LETTER;
/** A Latin word that is read as another language than a romanised one. */
const READ_OTHERWISE = 15;
/** An initial for a name that could be another one. */
export const SHORTENED = 40;

/** What was asked for, a word at a time: what each word of the index costs that is like it. */
export type Asked = {
  readonly near: ReadonlyMap<number, number>;
  /** The same by word; `NONE` for those that are not like it. */
  readonly prices: Uint16Array;
  readonly plain: Spelled;
  readonly initial: boolean;
};

export const NONE = 65_535;

/** Reads a word that was asked for; `unfinished` when it is still being typed. */
export function readAsked(index: NameIndex, text: string, unfinished: boolean): Asked {
  const token = readToken(text);
  const near = new Map<number, number>();
  const plain = spelledAs(token, 0);
  if (token.initial) return { near, prices: new Uint16Array(0), plain, initial: true };
  const take = (spelled: Spelled, begun = false): void => {
    for (const { word: stem, price } of nearWords(index.stems, spelled.stem, begun))
      for (const word of index.wordsOf[stem] ?? []) {
        const whole = price + spelled.extra + (begun ? 0 : endingPrice(spelled, index.words[word]!));
        if (whole < (near.get(word) ?? Infinity)) near.set(word, whole);
      }
  };
  take(plain);
  // What looks like an ending may be the beginning of more.
  if (unfinished) take({ ...plain, stem: plain.stem + plain.ending }, true);
  const others = new Map(
    readingsOf(text).map((reading) => {
      const spelled = spelledAs(readToken(reading), READ_OTHERWISE);
      return [`${spelled.stem}|${spelled.ending}`, spelled];
    }),
  );
  others.delete(`${plain.stem}|${plain.ending}`);
  for (const spelled of others.values()) take(spelled);
  const prices = new Uint16Array(index.words.length).fill(NONE);
  for (const [word, price] of near) prices[word] = price;
  return { near, prices, plain, initial: false };
}

/** What a word was read as, and what it costs that it was read so. */
export type Spelled = Pick<Word, "ending" | "kin"> & { readonly stem: string; readonly extra: number };

const spelledAs = ({ stem, ending, kin }: NameToken, extra: number): Spelled => ({
  ...{ stem: packSounds(stem), ending: packSounds(ending) },
  ...{ kin, extra },
});

/** An ending tells less than a stem: each of its letters costs half, and a son is no daughter. */
function endingPrice(a: Pick<Word, "ending" | "kin">, b: Pick<Word, "ending" | "kin">): number {
  if (a.ending === b.ending) return 0;
  if (!a.kin || !b.kin) return ENDING_MISSING;
  const letters = Math.min(OTHER_ENDING, distanceOf(a.ending, b.ending, LETTER * 4) / 2);
  return letters + (a.kin === b.kin ? 0 : OTHER_KIN);
}

/** What it costs that a word of a name answers one that was asked for; `NONE` when it does not. */
export function wordPrice(index: NameIndex, asked: Asked, number: number): number {
  const word = index.words[number]!;
  if (!asked.initial && !word.initial) return asked.prices[number]!;
  if (word.first !== asked.plain.stem.charAt(0)) return NONE;
  return asked.initial === word.initial ? 0 : SHORTENED;
}
