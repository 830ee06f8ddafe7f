import { addWord, newDictionary, type Dictionary } from "@/lib/names/dictionary";
import { packSounds } from "@/lib/names/distance";
import { addStanding, addStandingWord, newStandings, type Standings } from "@/lib/names/standings";
import { remembering } from "@/lib/names/remembering";
import { nameTokens, readToken, type NameToken } from "@/lib/names/tokens";

/** A word of names: what of it is in the dictionary, and its ending of descent. */
export type Word = {
  /** Number of its stem in the dictionary; of an initial, its first sound. */
  readonly stem: number;
  readonly first: string;
  readonly ending: string;
  readonly kin: NameToken["kin"];
  readonly initial: boolean;
};

/**
 * All names of a register, to be found by words that are like theirs. A name belongs to somebody, who has a place (a whole
 * number from 0) and may have several; its words stand one behind the other, and of each word is known in which names it
 * stands.
 */
export type NameIndex = {
  stems: Dictionary;
  words: Word[];
  /** By stem, the words that have it. */
  wordsOf: number[][];
  /** By word, the names in which it stands. */
  standings: Standings;
  /** The words of all names, one behind the other, and how many there are. */
  wordAt: Uint32Array;
  filled: number;
  /** Of each name: whose it is (-1: nobody's any more), where its words begin, and the name before it of the same place. */
  owner: Int32Array;
  first: Uint32Array;
  previous: Int32Array;
  names: number;
  /** Of each name, whether a word of it is an initial. */
  shortened: Uint8Array;
  /** By place, the latest of its names; -1 for none. */
  latest: Int32Array;
  /** The number of a word as it is written. */
  read: (text: string) => number;
};

/** Words of a name that are looked at; beyond them a name is a sentence. */
export const MOST_WORDS = 6;
const FIRST_ROOM = 1024;
/** Spellings whose reading is kept: most of those of a register. */
const SPELLINGS = 200_000;

export function newNameIndex(): NameIndex {
  const known = new Map<string, number>();
  const index: NameIndex = {
    ...{ stems: newDictionary(), words: [], wordsOf: [], standings: newStandings() },
    ...{ wordAt: new Uint32Array(FIRST_ROOM), filled: 0 },
    owner: new Int32Array(FIRST_ROOM),
    first: new Uint32Array(FIRST_ROOM),
    previous: new Int32Array(FIRST_ROOM),
    shortened: new Uint8Array(FIRST_ROOM),
    names: 0,
    latest: new Int32Array(FIRST_ROOM).fill(-1),
    read: remembering((text) => numberOf(index, known, readToken(text)), SPELLINGS),
  };
  return index;
}

function numberOf(index: NameIndex, known: Map<string, number>, token: NameToken): number {
  const [stem, ending] = [packSounds(token.stem), packSounds(token.ending)];
  const key = `${stem}${token.initial ? "." : ""}|${ending}`;
  const number = known.get(key);
  if (number !== undefined) return number;
  const at = token.initial ? -1 : addWord(index.stems, stem);
  const added = index.words.push({
    ...{ stem: at, first: stem.charAt(0), ending, kin: token.kin, initial: token.initial },
  });
  addStandingWord(index.standings);
  if (at >= 0) (index.wordsOf[at] ??= []).push(added - 1);
  known.set(key, added - 1);
  return added - 1;
}

/** Puts the names of a place instead of those that it has; none takes them away. */
export function putNames(index: NameIndex, place: number, names: readonly string[]): void {
  if (place >= index.latest.length) index.latest = widened(index.latest, place + 1, -1);
  const wanted = names
    .map((text) => nameTokens(text).slice(0, MOST_WORDS).map(index.read))
    .filter((words) => words.length > 0);
  // What is put again as it is takes no room.
  if (isThere(index, place, wanted)) return;
  for (let name = index.latest[place]!; name >= 0; name = index.previous[name]!) index.owner[name] = -1;
  index.latest[place] = -1;
  for (const words of wanted) addName(index, place, words);
}

function isThere(index: NameIndex, place: number, wanted: readonly (readonly number[])[]): boolean {
  let name = index.latest[place]!;
  for (const words of wanted.toReversed()) {
    if (name < 0) return false;
    const first = index.first[name]!;
    if (index.first[name + 1]! - first !== words.length) return false;
    if (words.some((word, nth) => index.wordAt[first + nth] !== word)) return false;
    name = index.previous[name]!;
  }
  return name < 0;
}

function addName(index: NameIndex, place: number, words: readonly number[]): void {
  if (index.names + 1 >= index.owner.length) widenNames(index);
  if (index.filled + words.length > index.wordAt.length)
    index.wordAt = widened(index.wordAt, index.wordAt.length * 2);
  const name = index.names++;
  index.owner[name] = place;
  index.first[name] = index.filled;
  index.previous[name] = index.latest[place]!;
  index.latest[place] = name;
  index.shortened[name] = words.some((word) => index.words[word]!.initial) ? 1 : 0;
  for (const word of words) {
    index.wordAt[index.filled++] = word;
    addStanding(index.standings, word, name);
  }
  index.first[index.names] = index.filled;
}

function widenNames(index: NameIndex): void {
  const room = index.owner.length * 2;
  index.owner = widened(index.owner, room);
  index.first = widened(index.first, room);
  index.previous = widened(index.previous, room);
  index.shortened = widened(index.shortened, room);
}

function widened<A extends Int32Array | Uint32Array | Uint8Array>(array: A, needed: number, fill = 0): A {
  const room = Math.max(needed, array.length * 2);
  const Wider = array.constructor as new (length: number) => A;
  const wider = new Wider(room);
  if (fill !== 0) wider.fill(fill, array.length);
  wider.set(array);
  return wider;
}
