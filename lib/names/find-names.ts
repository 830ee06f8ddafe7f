import { NONE, readAsked, SHORTENED, wordPrice, type Asked } from "@/lib/names/asked-words";
import { LETTER } from "@/lib/names/distance";
import { MOST_WORDS, type NameIndex } from "@/lib/names/name-index";
import { eachName } from "@/lib/names/standings";
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
/** Words in another order than they were asked for. */
const TURNED = 2;
/** A father's name that answers, where the surname before it is another one. */
const FATHERS = 70;

/** Finds the names that are nearest to what is asked for. At least one whole word has to be like one of theirs. */
export function findNames(index: NameIndex, ask: NameAsk): NameHit[] {
  const texts = nameTokens(ask.text).slice(0, MOST_WORDS);
  const asked = texts.map((text, nth) =>
    readAsked(index, text, Boolean(ask.unfinished) && nth === texts.length - 1),
  );
  // The rarest word first: most of those who have nothing like it are too far away to be looked at.
  const whole = asked
    .filter(({ initial }) => !initial)
    .sort((a, b) => standingsOf(index, a) - standingsOf(index, b));
  const hits = newHits(ask.most);
  const search = { index, asked, whole, hits, extra: ask.extra };
  look(search, false);
  // Who has nothing like the rarest word is as far away as if it were missing.
  if (whole.length > 1 && hits.last.price >= MISSING) look(search, true);
  return sorted(hits.held).slice(0, ask.most);
}

const standingsOf = ({ standings: { counts } }: NameIndex, { near }: Asked): number => {
  let sum = 0;
  for (const word of near.keys()) sum += counts[word]!;
  return sum;
};

type Search = {
  index: NameIndex;
  asked: readonly Asked[];
  /** Those of them that are no initials, the rarest first. */
  whole: readonly Asked[];
  hits: Hits;
  extra: (place: number) => number;
};

/**
 * Of each name that a search has touched: in the lower half what the words that were asked for cost at least (those that
 * nothing answers as missing), in the upper half a bit for each that something answers. 0 where it was not touched.
 */
let marks = new Uint32Array(0);
let touched = new Uint32Array(0);
const SUM = 0xffff;
const ANSWERED = 16;

/** Touches the names, and works out what those cost that can be wanted, the nearest first. */
function look(search: Search, wide: boolean): void {
  const { index, whole } = search;
  if (marks.length < index.names) {
    marks = new Uint32Array(index.owner.length);
    touched = new Uint32Array(index.owner.length);
  }
  const count = touch(index, whole, wide);
  try {
    priceNearest(search, count);
  } finally {
    for (let at = 0; at < count; at++) marks[touched[at]!] = 0;
  }
}

/** First so many that the wanted are most likely among them; then those that are not further than the last of these. */
function priceNearest(search: Search, count: number): void {
  const { index, whole } = search;
  const tally = new Uint32Array(MISSING * whole.length + 1);
  for (let at = 0; at < count; at++) tally[leastOf(index, whole.length, touched[at]!)]!++;
  let [until, sum] = [-1, 0];
  while (until < tally.length - 1 && sum < search.hits.most * 4) sum += tally[++until]!;
  price(search, count, 0, until);
  price(search, count, until + 1, search.hits.last.price);
}

/**
 * Marks the names that have a word like one that was asked for; but if it is not `wide`, only those with one like the
 * rarest, or with an initial that may stand for it. How many there are.
 */
function touch({ standings, shortened }: NameIndex, whole: readonly Asked[], wide: boolean): number {
  const nothing = MISSING * whole.length;
  let count = 0;
  for (const [nth, { near, prices }] of whole.entries()) {
    const bit = 1 << (ANSWERED + nth);
    // The cheapest word of a name is the first that comes to it.
    for (const [word] of [...near].sort(([, a], [, b]) => a - b)) {
      const saved = MISSING - prices[word]!;
      if (saved <= 0) break;
      eachName(standings, word, (name) => {
        const mark = marks[name]!;
        if (mark === 0) {
          if (nth > 0 && !wide && shortened[name] === 0) return;
          touched[count++] = name;
          marks[name] = (nothing - saved) | bit;
        } else if ((mark & bit) === 0) marks[name] = (mark - saved) | bit;
      });
    }
  }
  return count;
}

/** What a name costs at least: each word as if it had all of those of the name to itself. Initials are not looked at. */
function leastOf({ shortened }: NameIndex, words: number, name: number): number {
  const mark = marks[name]!;
  const sum = mark & SUM;
  if (shortened[name] === 0) return sum;
  let missing = words;
  for (let bits = mark >>> ANSWERED; bits > 0; bits &= bits - 1) missing--;
  return Math.min(sum - missing * MISSING, SHORTENED) + missing * SHORTENED;
}

/** Works out what names cost that cost at least so much. */
function price(search: Search, count: number, from: number, to: number): void {
  const { index, asked, whole, hits, extra } = search;
  const { owner } = index;
  for (let at = 0; at < count; at++) {
    const name = touched[at]!;
    const least = leastOf(index, whole.length, name);
    if (least < from || least > to || least > hits.last.price) continue;
    const place = owner[name]!;
    if (place < 0 || nearest({ place, price: least }, hits.last) > 0) continue;
    // Of what may not be found nothing is worked out.
    const more = extra(place);
    if (nearest({ place, price: least + more }, hits.last) > 0) continue;
    keep(hits, { place, price: priceOf(index, asked, name) + more });
  }
  settle(hits);
}

/** Of each place its nearest name; the last of as many as are wanted, once there are so many. */
type Hits = { readonly most: number; readonly held: Map<number, number>; last: NameHit };

const newHits = (most: number): Hits => ({ most, held: new Map(), last: { place: -1, price: Infinity } });

/** Of those that cost the same the newest are wanted, which stand first. */
const nearest = (a: NameHit, b: NameHit): number => a.price - b.price || b.place - a.place;

const sorted = (held: ReadonlyMap<number, number>): NameHit[] =>
  Array.from(held, ([place, price]) => ({ place, price })).sort(nearest);

function keep(hits: Hits, hit: NameHit): void {
  if (hit.price === Infinity || nearest(hit, hits.last) > 0) return;
  if (hit.price >= (hits.held.get(hit.place) ?? Infinity)) return;
  hits.held.set(hit.place, hit.price);
  if (hits.held.size >= hits.most * 2) settle(hits);
}

/** Lets go of those that are not wanted, once there are more. */
function settle(hits: Hits): void {
  if (hits.held.size < hits.most) return;
  const all = sorted(hits.held);
  for (const { place } of all.slice(hits.most)) hits.held.delete(place);
  hits.last = all[hits.most - 1]!;
}

/** What a name costs: each word that was asked for has a word of its own, as cheaply as can be. */
function priceOf(index: NameIndex, asked: readonly Asked[], name: number): number {
  const begin = index.first[name]!;
  return pair({ index, asked, begin, count: index.first[name + 1]! - begin }, 0, 0, -1);
}

/** Registers write surname, given name, father's name. */
const [SURNAME, FATHER] = [1 << 0, 1 << 2];

type Pairing = { index: NameIndex; asked: readonly Asked[]; begin: number; count: number };

/** `taken` holds a bit for each word of the name that answers one already, `last` is the latest of them. */
function pair(of: Pairing, nth: number, taken: number, last: number): number {
  const one = of.asked[nth];
  if (!one) return UNASKED * of.count + ((taken & (SURNAME | FATHER)) === FATHER ? FATHERS : 0);
  let best = pair(of, nth + 1, taken, last) + (one.initial ? INITIAL_MISSING : MISSING);
  for (let at = 0; at < of.count; at++) {
    if (taken & (1 << at)) continue;
    const price = wordPrice(of.index, one, of.index.wordAt[of.begin + at]!);
    if (price === NONE || price >= best) continue;
    const rest = pair(of, nth + 1, taken | (1 << at), at);
    best = Math.min(best, price - UNASKED + (at < last ? TURNED : 0) + rest);
  }
  return best;
}
