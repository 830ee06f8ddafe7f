/** A value of each row, as the number of a word: whatever is counted, no text is compared. */
export type WordColumn = {
  codes: Uint16Array;
  /** By code. */
  words: (string | null)[];
  known: Map<string | null, number>;
};

/**
 * Rows of a list, a column for each thing that they are filtered by, so that a million are counted in some milliseconds.
 * A row has its place for good; where there is none (any more), `there` is 0.
 */
export type Columns<W extends string, N extends string> = {
  /** Places that are in use: the rows of the arrays behind them are not there. */
  size: number;
  there: Uint8Array;
  words: Record<W, WordColumn>;
  numbers: Record<N, Int32Array>;
};

export type PlacedRow<W extends string, N extends string> = {
  /** From 0. */
  place: number;
  gone: boolean;
  words: Record<W, string | null>;
  /** Whole, of 32 bits. */
  numbers: Record<N, number>;
};

const MOST_WORDS = 65_535;
const FIRST_ROOM = 1024;

export function newColumns<W extends string, N extends string>(
  words: readonly W[],
  numbers: readonly N[],
): Columns<W, N> {
  const each = <K extends string, V>(keys: readonly K[], make: () => V): Record<K, V> =>
    Object.fromEntries(keys.map((key) => [key, make()])) as Record<K, V>;
  return {
    size: 0,
    there: new Uint8Array(FIRST_ROOM),
    words: each(words, () => ({ codes: new Uint16Array(FIRST_ROOM), words: [], known: new Map() })),
    numbers: each(numbers, () => new Int32Array(FIRST_ROOM)),
  };
}

/** Puts a row in its place, over what is there. Throws when a column has more than 65,535 different words. */
export function putRow<W extends string, N extends string>(
  columns: Columns<W, N>,
  row: PlacedRow<W, N>,
): void {
  const { place, gone, words, numbers } = row;
  if (place >= columns.there.length) widen(columns, place + 1);
  columns.size = Math.max(columns.size, place + 1);
  columns.there[place] = gone ? 0 : 1;
  if (gone) return;
  for (const name in columns.words)
    columns.words[name].codes[place] = codeOf(columns.words[name], words[name]);
  for (const name in columns.numbers) columns.numbers[name][place] = numbers[name];
}

function codeOf({ known, words }: WordColumn, word: string | null): number {
  const code = known.get(word);
  if (code !== undefined) return code;
  if (words.length === MOST_WORDS) throw new Error(`more than ${MOST_WORDS} different words in one column`);
  known.set(word, words.length);
  return words.push(word) - 1;
}

function widen<W extends string, N extends string>(columns: Columns<W, N>, needed: number): void {
  const room = Math.max(needed, columns.there.length * 2);
  const wider = <A extends Uint8Array | Uint16Array | Int32Array>(array: A, fresh: A): A => {
    fresh.set(array);
    return fresh;
  };
  columns.there = wider(columns.there, new Uint8Array(room));
  for (const name in columns.words)
    columns.words[name].codes = wider(columns.words[name].codes, new Uint16Array(room));
  for (const name in columns.numbers)
    columns.numbers[name] = wider(columns.numbers[name], new Int32Array(room));
}
