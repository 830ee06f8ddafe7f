import { distanceOf } from "@/lib/names/distance";

/**
 * Packed words, and from each of their beginnings with some letters left out to the words: two words that are at most so
 * many letters apart have one of these in common (symmetric deletion, as of SymSpell). Only numbers that stand for them
 * are kept; what two words have in common by chance falls out when they are compared.
 */
export type Dictionary = {
  /** By number. */
  words: string[];
  known: Map<string, number>;
  /** By the last bits of a key, the latest of its entries; -1 for none. */
  heads: Int32Array;
  /** Of each entry: its key, its word, and the entry before it. */
  keys: Uint32Array;
  of: Uint32Array;
  before: Int32Array;
  entries: number;
};

/** Letters of a word that are looked at for its keys. */
const BEGINNING = 7;
/** Beginnings that are keys of their own, for words of which only these were typed; longer ones are found as any word. */
const TYPED = [2, 3, 4];

export const newDictionary = (): Dictionary => ({
  words: [],
  known: new Map(),
  heads: new Int32Array(1024).fill(-1),
  keys: new Uint32Array(1024),
  of: new Uint32Array(1024),
  before: new Int32Array(1024),
  entries: 0,
});

/** The number of a word, which is added if it is new. */
export function addWord(dictionary: Dictionary, word: string): number {
  const known = dictionary.known.get(word);
  if (known !== undefined) return known;
  const number = dictionary.words.push(word) - 1;
  dictionary.known.set(word, number);
  for (const key of keysOf(word)) addEntry(dictionary, key, number);
  for (const length of TYPED) if (word.length > length) addEntry(dictionary, typedKey(word, length), number);
  return number;
}

export type Near = { readonly word: number; readonly price: number };

/** How many letters may be wrong in a word of this length. */
const editsOf = (length: number): number => (length < 3 ? 0 : length < 5 ? 1 : 2);

/**
 * The words that are like this one, and how far they are from it (`distanceOf`); the nearest first. If it is `unfinished`,
 * those that begin like it, too.
 */
export function nearWords(dictionary: Dictionary, word: string, unfinished = false): Near[] {
  const found = new Set<number>();
  for (const key of keysOf(word)) collect(dictionary, key, found);
  if (unfinished && TYPED.includes(word.length)) collect(dictionary, typedKey(word, word.length), found);
  const near: Near[] = [];
  for (const number of found) {
    const other = dictionary.words[number]!;
    const price = unfinished ? beginningPrice(word, other) : wholePrice(word, other);
    if (price !== null) near.push({ word: number, price });
  }
  return near.sort((a, b) => a.price - b.price || a.word - b.word);
}

const mostOf = (a: string, b: string): number => 100 * editsOf(Math.max(a.length, b.length));

function wholePrice(a: string, b: string): number | null {
  const price = distanceOf(a, b, mostOf(a, b));
  return price <= mostOf(a, b) ? price : null;
}

/** What a letter costs that has not been typed yet. */
const UNTYPED = 4;

function beginningPrice(typed: string, word: string): number | null {
  const most = 100 * editsOf(typed.length);
  const price = distanceOf(typed, word, most, true);
  return price <= most ? price + UNTYPED * Math.max(0, word.length - typed.length) : wholePrice(typed, word);
}

function collect({ heads, keys, of, before }: Dictionary, key: number, found: Set<number>): void {
  for (let entry = heads[key & (heads.length - 1)]!; entry >= 0; entry = before[entry]!)
    if (keys[entry] === key) found.add(of[entry]!);
}

function addEntry(dictionary: Dictionary, key: number, word: number): void {
  if (dictionary.entries === dictionary.keys.length) widen(dictionary);
  const { heads, keys, of, before, entries } = dictionary;
  keys[entries] = key;
  of[entries] = word;
  const bucket = key & (heads.length - 1);
  before[entries] = heads[bucket]!;
  heads[bucket] = dictionary.entries++;
}

function widen(dictionary: Dictionary): void {
  const room = dictionary.keys.length * 2;
  const { keys, of, entries } = dictionary;
  dictionary.keys = new Uint32Array(room);
  dictionary.keys.set(keys);
  dictionary.of = new Uint32Array(room);
  dictionary.of.set(of);
  const heads = (dictionary.heads = new Int32Array(room).fill(-1));
  const before = (dictionary.before = new Int32Array(room));
  for (let entry = 0; entry < entries; entry++) {
    const bucket = dictionary.keys[entry]! & (room - 1);
    before[entry] = heads[bucket]!;
    heads[bucket] = entry;
  }
}

/** The keys of a word: its beginning with up to as many letters left out as may be wrong. */
function keysOf(word: string): Set<number> {
  const letters = Math.min(word.length, BEGINNING);
  const edits = editsOf(word.length);
  const keys = new Set([keyOf(word, letters, -1, -1)]);
  for (let i = 0; edits > 0 && i < letters; i++) {
    keys.add(keyOf(word, letters, i, -1));
    for (let j = i + 1; edits > 1 && j < letters; j++) keys.add(keyOf(word, letters, i, j));
  }
  return keys;
}

/** The number (FNV-1a, 32 bits) of some letters of a word without two of them. */
function keyOf(word: string, letters: number, without: number, and: number, seed = 0x811c9dc5): number {
  let key = seed;
  for (let at = 0; at < letters; at++)
    if (at !== without && at !== and) key = Math.imul(key ^ word.charCodeAt(at), 0x01000193);
  return key >>> 0;
}

const typedKey = (word: string, length: number): number => keyOf(word, length, -1, -1, 0x9e3779b9);
