import { NONE, readAsked, SHORTENED, wordPrice, type Asked } from "@/lib/names/asked-words";
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
/** Words in another order than they were asked for. */
const TURNED = 2;

/** Finds the names that are nearest to what is asked for. At least one whole word has to be like one of theirs. */
export function findNames(index: NameIndex, ask: NameAsk): NameHit[] {
  const texts = nameTokens(ask.text).slice(0, MOST_WORDS);
  const asked = texts.map((text, nth) =>
    readAsked(index, text, Boolean(ask.unfinished) && nth === texts.length - 1),
  );
  if (seen.length < index.names) seen = new Uint8Array(index.owner.length);
  const hits = newHits(ask.most);
  const walked: number[] = [];
  // The rarest word first: who has nothing like it is as far away as if it were missing.
  const order = asked
    .filter(({ initial }) => !initial)
    .sort((a, b) => standingsOf(index, a) - standingsOf(index, b));
  for (const [nth, one] of order.entries())
    walk(index, { asked, one, before: nth, hits, walked, extra: ask.extra });
  for (const name of walked) seen[name] = 0;
  return sorted(hits.held).slice(0, ask.most);
}

const standingsOf = ({ counts }: NameIndex, { near }: Asked): number => {
  let sum = 0;
  for (const word of near.keys()) sum += counts[word]!;
  return sum;
};

/** Names that a search has been at. */
let seen = new Uint8Array(0);

type Walk = {
  asked: readonly Asked[];
  /** The word whose likes are gone through, and how many have been before. */
  one: Asked;
  before: number;
  hits: Hits;
  walked: number[];
  extra: (place: number) => number;
};

/** Goes through the names that have a word like one that was asked for, the nearest first, as long as they can be wanted. */
function walk(index: NameIndex, { asked, one, before, hits, walked, extra }: Walk): void {
  const { heads, owner, nameAt, shortened } = index;
  for (const [word, price] of [...one.near].sort(([, a], [, b]) => a - b)) {
    // What a word that was gone through before cannot be: only an initial can stand for it.
    if (price + before * SHORTENED > hits.last.price) return;
    for (let standing = heads[word]!; standing >= 0; standing = index.before[standing]!) {
      const name = nameAt[standing]!;
      if (seen[name] === 1 || owner[name]! < 0) continue;
      const least = price + before * (shortened[name] === 1 ? SHORTENED : MISSING);
      if (least > hits.last.price) continue;
      seen[name] = 1;
      walked.push(name);
      // Of what may not be found nothing is worked out.
      const more = extra(owner[name]!);
      if (least + more > hits.last.price || leastOf(index, asked, name) + more > hits.last.price) continue;
      keep(hits, { place: owner[name]!, price: priceOf(index, asked, name) + more });
    }
    settle(hits);
  }
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

/** What a name costs at least: each word that was asked for as if it had all of them to itself. Initials are not looked at. */
function leastOf({ first, wordAt, shortened }: NameIndex, asked: readonly Asked[], name: number): number {
  if (shortened[name] === 1) return 0;
  let sum = 0;
  for (const { prices, initial } of asked) {
    if (initial) continue;
    let least = MISSING;
    for (let at = first[name]!; at < first[name + 1]!; at++) {
      const price = prices[wordAt[at]!]!;
      if (price < least) least = price;
    }
    sum += least;
  }
  return sum;
}

/** What a name costs: each word that was asked for has a word of its own, as cheaply as can be. */
function priceOf(index: NameIndex, asked: readonly Asked[], name: number): number {
  const begin = index.first[name]!;
  return pair({ index, asked, begin, count: index.first[name + 1]! - begin }, 0, 0, -1);
}

type Pairing = { index: NameIndex; asked: readonly Asked[]; begin: number; count: number };

/** `taken` holds a bit for each word of the name that answers one already, `last` is the latest of them. */
function pair(of: Pairing, nth: number, taken: number, last: number): number {
  const one = of.asked[nth];
  if (!one) return UNASKED * of.count;
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
