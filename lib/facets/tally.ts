import type { Columns, WordColumn } from "./columns";

/**
 * What speaks against each row, by its place: 0, it is found; 1, one filter does not let it through, so that it counts
 * where that filter is chosen from; more than that, it counts nowhere.
 */
export type Against = Uint8Array;
const NEVER = 128;

/** Against whatever is not there; every other row is let through so far. */
export function letThrough({ size, there }: Pick<Columns<string, string>, "size" | "there">): Against {
  const against = new Uint8Array(size);
  for (let place = 0; place < size; place++) if (there[place] === 0) against[place] = NEVER;
  return against;
}

/** Only rows whose word may be: of each word it is asked once. */
export function only(against: Against, column: WordColumn, may: (word: string | null) => boolean): void {
  const barred = Uint8Array.from(column.words, (word) => (may(word) ? 0 : NEVER));
  const { codes } = column;
  for (let place = 0; place < against.length; place++) against[place]! |= barred[codes[place]!]!;
}

/** A way to be let through: the word of one column. */
export type Way = { column: WordColumn; may: (word: string | null) => boolean };

/** Only rows of which one of these columns has a word that may be, and those in these places. */
export function onlyIfAny(against: Against, ways: readonly Way[], places: readonly number[]): void {
  const open = new Uint8Array(against.length);
  for (const { column, may } of ways) {
    const opens = opensOf(column, may);
    const { codes } = column;
    for (let place = 0; place < open.length; place++) open[place]! |= opens[codes[place]!]!;
  }
  for (const place of places) if (place < open.length) open[place] = 1;
  for (let place = 0; place < open.length; place++) if (open[place] === 0) against[place]! |= NEVER;
}

const opensOf = ({ words }: WordColumn, may: Way["may"]): Uint8Array =>
  Uint8Array.from(words, (word) => (may(word) ? 1 : 0));

/** As `onlyIfAny` and `except` let rows through, for those who ask about few of many. */
export function lets(
  { there }: Pick<Columns<string, string>, "there">,
  ways: readonly Way[],
  { shown, hidden }: { shown: readonly number[]; hidden: readonly number[] },
): (place: number) => boolean {
  const open = ways.map(({ column, may }) => ({ codes: column.codes, opens: opensOf(column, may) }));
  const [always, never] = [new Set(shown), new Set(hidden)];
  return (place) =>
    there[place] === 1 &&
    !never.has(place) &&
    (open.some(({ codes, opens }) => opens[codes[place]!] === 1) || always.has(place));
}

/** Only rows that reach, with what they begin and end with, into these bounds (included). */
export function onlyWithin(
  against: Against,
  { from, to }: { from: Int32Array; to: Int32Array },
  [first, last]: readonly [number, number],
): void {
  for (let place = 0; place < against.length; place++)
    if (from[place]! > last || to[place]! < first) against[place]! |= NEVER;
}

/** Only the rows in these places, whatever speaks for others. */
export function onlyAmong(against: Against, places: Iterable<number>): void {
  const kept = new Uint8Array(against.length).fill(NEVER);
  for (const place of places) if (place < kept.length) kept[place] = 0;
  for (let place = 0; place < against.length; place++) against[place]! |= kept[place]!;
}

/** Only rows that answer. */
export function onlyIf(against: Against, answers: (place: number) => boolean): void {
  for (let place = 0; place < against.length; place++)
    if (against[place] === 0 && !answers(place)) against[place] = NEVER;
}

/** Never the rows in these places. */
export function except(against: Against, places: Iterable<number>): void {
  for (const place of places) if (place < against.length) against[place]! |= NEVER;
}

export type Tally<F extends string> = {
  total: number;
  /** Of each facet, how many rows each word would leave, the other filters being what they are; none that would leave none. */
  counts: Record<F, Map<string, number>>;
};

/**
 * Counts what is found, and what each word of each facet would find. `chosen` is added to what speaks against a row.
 */
export function tally<F extends string>(
  against: Against,
  columns: Readonly<Record<F, WordColumn>>,
  chosen: Readonly<Partial<Record<F, string>>>,
): Tally<F> {
  const names = Object.keys(columns) as F[];
  for (const name of names)
    if (chosen[name] !== undefined) bar(against, columns[name], columns[name].known.get(chosen[name]));
  const counts = Object.fromEntries(
    names.map((name) => [name, countWords(against, columns[name], chosen[name])]),
  ) as Record<F, Map<string, number>>;
  return { total: countFound(against), counts };
}

/** How many are found. */
export function countFound(against: Against): number {
  let total = 0;
  for (let place = 0; place < against.length; place++) if (against[place] === 0) total++;
  return total;
}

function bar(against: Against, { codes }: WordColumn, wanted: number | undefined): void {
  for (let place = 0; place < against.length; place++)
    if (codes[place] !== wanted && against[place]! < NEVER) against[place]!++;
}

function countWords(
  against: Against,
  { codes, words, known }: WordColumn,
  chosen: string | undefined,
): Map<string, number> {
  const of = new Uint32Array(words.length);
  if (chosen === undefined) {
    for (let place = 0; place < against.length; place++) if (against[place] === 0) of[codes[place]!]!++;
  } else {
    // Here its own filter is not held against a row.
    const wanted = known.get(chosen);
    for (let place = 0; place < against.length; place++)
      if (against[place] === 0 || (against[place] === 1 && codes[place] !== wanted)) of[codes[place]!]!++;
  }
  return new Map(words.flatMap((word, code) => (word !== null && of[code]! > 0 ? [[word, of[code]!]] : [])));
}

/** Places that are found, the highest first, below (or above: the lowest first) a place. */
export function walk(
  against: Against,
  { from, up, most }: { from?: number; up: boolean; most: number },
): number[] {
  const found: number[] = [];
  const step = up ? 1 : -1;
  const first =
    from === undefined ? (up ? 0 : against.length - 1) : Math.min(from + step, against.length - (up ? 0 : 1));
  for (let place = first; place >= 0 && place < against.length && found.length < most; place += step)
    if (against[place] === 0) found.push(place);
  return found;
}

/** A row by a number of its, and among those with the same by its place. */
export type Spot = { place: number; value: number };

/** The next that are found in the order of a number: the least first or, downwards, the greatest. */
export function inOrder(
  against: Against,
  numbers: Int32Array,
  { at, down, most }: { at?: Spot; down: boolean; most: number },
): Spot[] {
  const found: Spot[] = [];
  const sign = down ? -1 : 1;
  const compare = (a: Spot, b: Spot): number => sign * (a.value - b.value || a.place - b.place);
  for (let place = 0; place < against.length; place++) {
    if (against[place] !== 0) continue;
    const last = found.length === most ? found[most - 1]! : null;
    if (last && sign * (numbers[place]! - last.value) > 0) continue;
    const spot = { place, value: numbers[place]! };
    if ((at && compare(spot, at) <= 0) || (last && compare(spot, last) >= 0)) continue;
    let before = found.length;
    while (before > 0 && compare(found[before - 1]!, spot) > 0) before--;
    found.splice(before, 0, spot);
    if (found.length > most) found.pop();
  }
  return found;
}

/** All that are found, in the order of their places. */
export const placesOf = (against: Against): number[] =>
  walk(against, { up: true, most: Number.POSITIVE_INFINITY });

/** A bit for each place, set for those that are found, the lowest of a byte first: as the database counts bits. */
export function bitsOf(against: Against): Uint8Array {
  const bits = new Uint8Array(Math.ceil(against.length / 8));
  for (let place = 0; place < against.length; place++)
    if (against[place] === 0) bits[place >> 3]! |= 1 << (place & 7);
  return bits;
}
