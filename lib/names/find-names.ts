import { readAsked, wordPrice, type Asked } from "@/lib/names/asked-words";
import { LETTER } from "@/lib/names/distance";
import { MOST_WORDS, type NameIndex } from "@/lib/names/name-index";
import { nameTokens } from "@/lib/names/tokens";

/** A place that was found, and how far the nearest of its names is from what was asked for: 0 is the same, 100 a letter. */
export type NameHit = { readonly place: number; readonly price: number };

export type NameAsk = {
  /** Words of a name in any order, script and spelling; initials too. */
  readonly text: string;
  /** So many are found at most, the nearest first. */
  readonly most: number;
  /** What is added to the price of a place for other things known of it; Infinity where it may not be found. */
  readonly extra: (place: number) => number;
  /** The last word is still being typed. */
  readonly unfinished?: boolean;
};

/** What words cost that stand on one side alone. */
const MISSING = 3.5 * LETTER;
const INITIAL_MISSING = 1.5 * LETTER;
const UNASKED = 4;

/** Finds the names that are nearest to what is asked for. At least one whole word has to be like one of theirs. */
export function findNames(index: NameIndex, ask: NameAsk): NameHit[] {
  const texts = nameTokens(ask.text).slice(0, MOST_WORDS);
  const asked = texts.map((text, nth) =>
    readAsked(index, text, Boolean(ask.unfinished) && nth === texts.length - 1),
  );
  const least = walkStandings(index, asked);
  return choose(index, asked, least, ask);
}

/** Names that have a word like one that was asked for, with the least that they can cost. */
type Least = { readonly names: number[]; readonly prices: Uint16Array };

let prices = new Uint16Array(0);
let seen = new Uint8Array(0);

function walkStandings(index: NameIndex, asked: readonly Asked[]): Least {
  if (prices.length < index.names) {
    prices = new Uint16Array(index.owner.length);
    seen = new Uint8Array(index.owner.length);
  }
  const { heads, before, nameAt, owner } = index;
  const whole = asked.reduce((sum, { initial }) => sum + (initial ? 0 : MISSING), 0);
  const names: number[] = [];
  for (const [nth, { prices: words }] of asked.entries()) {
    const bit = 1 << nth;
    // The nearest first: what a name has been found by stays.
    for (const [word, price] of [...words].sort(([, a], [, b]) => a - b))
      for (let standing = heads[word]!; standing >= 0; standing = before[standing]!) {
        const name = nameAt[standing]!;
        const bits = seen[name]!;
        if (bits & bit || owner[name]! < 0) continue;
        if (bits === 0) {
          names.push(name);
          prices[name] = whole;
        }
        seen[name] = bits | bit;
        prices[name]! += price - MISSING;
      }
  }
  for (const name of names) {
    seen[name] = 0;
    // An initial that may stand for a word that was asked for is in no dictionary.
    if (index.shortened[name]) prices[name] = priceOf(index, asked, name);
  }
  return { names, prices };
}

/** Prices are looked at in steps of so much. */
const STEP = 4;

/** Of names with the least that each can cost, the nearest by what they do cost; of a place, its nearest name. */
function choose(
  index: NameIndex,
  asked: readonly Asked[],
  { names, prices: least }: Least,
  { most, extra }: NameAsk,
): NameHit[] {
  const hits = new Map<number, number>();
  let last: NameHit = { place: Infinity, price: Infinity };
  for (const step of inSteps(names, least)) {
    // Whatever comes is dearer than all that are wanted.
    if (step.from > last.price) break;
    // The latest stand first: of those that cost the same, the earliest are wanted.
    for (const name of step.names.reverse()) {
      const place = index.owner[name]!;
      // Of what may not be found nothing is worked out.
      const more = extra(place);
      if (more === Infinity || step.from + more > last.price) continue;
      const hit = { place, price: priceOf(index, asked, name) + more };
      if (hit.price < (hits.get(place) ?? Infinity) && nearest(hit, last) < 0) hits.set(place, hit.price);
      if (hits.size >= most * 2) last = cut(hits, most);
    }
    if (hits.size >= most) last = cut(hits, most);
  }
  return sorted(hits).slice(0, most);
}

const nearest = (a: NameHit, b: NameHit): number => a.price - b.price || a.place - b.place;

const sorted = (hits: ReadonlyMap<number, number>): NameHit[] =>
  Array.from(hits, ([place, price]) => ({ place, price })).sort(nearest);

/** Leaves the nearest, and gives the last of them. */
function cut(hits: Map<number, number>, most: number): NameHit {
  const all = sorted(hits);
  for (const { place } of all.slice(most)) hits.delete(place);
  return all[most - 1]!;
}

/** Names by the least that they can cost, some at a time. */
function* inSteps(
  names: readonly number[],
  least: Uint16Array,
): Generator<{ from: number; names: number[] }> {
  const steps: number[][] = [];
  for (const name of names) (steps[Math.floor(least[name]! / STEP)] ??= []).push(name);
  for (const [at, some] of steps.entries()) if (some) yield { from: at * STEP, names: some };
}

/** What a name costs: each word that was asked for has a word of its own, as cheaply as can be. */
function priceOf(index: NameIndex, asked: readonly Asked[], name: number): number {
  const begin = index.first[name]!;
  return pair(index, asked, 0, begin, index.first[name + 1]! - begin, 0);
}

function pair(
  index: NameIndex,
  asked: readonly Asked[],
  nth: number,
  begin: number,
  count: number,
  taken: number,
): number {
  const one = asked[nth];
  if (!one) return UNASKED * count;
  let best = pair(index, asked, nth + 1, begin, count, taken) + (one.initial ? INITIAL_MISSING : MISSING);
  for (let at = 0; at < count; at++) {
    if (taken & (1 << at)) continue;
    const price = wordPrice(index, one, index.wordAt[begin + at]!);
    if (price === undefined || price >= best) continue;
    best = Math.min(best, price - UNASKED + pair(index, asked, nth + 1, begin, count, taken | (1 << at)));
  }
  return best;
}
