import { nearWords } from "@/lib/names/dictionary";
import { packSounds } from "@/lib/names/distance";
import type { NameIndex, Word } from "@/lib/names/name-index";
import { readingsOf } from "@/lib/names/readings";
import { readToken, type NameToken } from "@/lib/names/tokens";

/** `Дулат` and `Дулатов`, a son and a daughter, `-ов` and `-ұлы`. */
const ENDING_MISSING = 25;
const OTHER_KIN = 60;
const OTHER_ENDING = 8;
/** A Latin word that is read as another language than a romanised one. */
const READ_OTHERWISE = 15;
/** An initial for a name that could be another one. */
const SHORTENED = 40;

/** What was asked for, a word at a time: what each word of the index that is like it costs. */
export type Asked = {
  readonly prices: ReadonlyMap<number, number>;
  readonly first: string;
  readonly initial: boolean;
};

/** Reads a word that was asked for; `unfinished` when it is still being typed. */
export function readAsked(index: NameIndex, text: string, unfinished: boolean): Asked {
  const token = readToken(text);
  const prices = new Map<number, number>();
  const asked = { prices, first: packSounds(token.stem).charAt(0), initial: token.initial };
  if (token.initial) return asked;
  const take = (spelled: Spelled, begun = false): void => {
    for (const { word: near, price } of nearWords(index.stems, spelled.stem, begun))
      for (const word of index.wordsOf[near] ?? []) {
        const whole = price + spelled.extra + (begun ? 0 : endingPrice(spelled, index.words[word]!));
        if (whole < (prices.get(word) ?? Infinity)) prices.set(word, whole);
      }
  };
  const plain = spelledAs(token, 0);
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
  return asked;
}

/** What a word was read as, and what it costs that it was read so. */
type Spelled = Pick<Word, "ending" | "kin"> & { readonly stem: string; readonly extra: number };

const spelledAs = ({ stem, ending, kin }: NameToken, extra: number): Spelled => ({
  ...{ stem: packSounds(stem), ending: packSounds(ending) },
  ...{ kin, extra },
});

function endingPrice(a: Pick<Word, "ending" | "kin">, b: Pick<Word, "ending" | "kin">): number {
  if (a.ending === b.ending) return 0;
  if (a.kin === b.kin) return OTHER_ENDING;
  return a.kin && b.kin ? OTHER_KIN : ENDING_MISSING;
}

/** What it costs that a word of a name answers one that was asked for; undefined when it does not. */
export function wordPrice(
  { words }: NameIndex,
  { prices: near, first, initial }: Asked,
  number: number,
): number | undefined {
  const word = words[number]!;
  if (!initial && !word.initial) return near.get(number);
  if (word.first !== first) return;
  return initial === word.initial ? 0 : SHORTENED;
}
