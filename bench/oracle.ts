import anyAscii from "any-ascii";
import { distance } from "fastest-levenshtein";

/** Names as the oracle sees them: words in a transliteration that is not ours, each word once. */
export type Oracle = { words: string[]; names: { owner: number; words: number[] }[] };

const romanised = (text: string): string[] =>
  anyAscii(text)
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter(Boolean);

export function newOracle(owners: readonly (readonly string[])[]): Oracle {
  const known = new Map<string, number>();
  const words: string[] = [];
  const numberOf = (word: string): number => {
    const number = known.get(word) ?? words.push(word) - 1;
    known.set(word, number);
    return number;
  };
  return {
    words,
    names: owners.flatMap((texts, owner) =>
      texts.map((text) => ({ owner, words: romanised(text).map(numberOf) })),
    ),
  };
}

/**
 * How far each owner is from a query: every word that was asked for is compared with every word of every name by plain edit
 * distance, each word of a name answers one of them, and the nearest name of an owner counts.
 */
export function distances(oracle: Oracle, text: string, owners: number): Uint16Array {
  const asked = romanised(text);
  const apart = asked.map((word) =>
    Uint8Array.from(oracle.words, (other) => Math.min(255, distance(word, other))),
  );
  const nearest = new Uint16Array(owners).fill(65_535);
  for (const { owner, words } of oracle.names) {
    const sum = pair(apart, asked, words, 0, 0);
    if (sum < nearest[owner]!) nearest[owner] = sum;
  }
  return nearest;
}

function pair(
  apart: readonly Uint8Array[],
  asked: readonly string[],
  words: readonly number[],
  nth: number,
  taken: number,
): number {
  if (nth === asked.length) return 0;
  // A word that nothing answers is as far as it is long.
  let best = asked[nth]!.length + pair(apart, asked, words, nth + 1, taken);
  for (const [at, word] of words.entries()) {
    if (taken & (1 << at)) continue;
    const cost = apart[nth]![word]!;
    if (cost < best) best = Math.min(best, cost + pair(apart, asked, words, nth + 1, taken | (1 << at)));
  }
  return best;
}
