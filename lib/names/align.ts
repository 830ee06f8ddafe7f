import { costOf } from "@/lib/names/costs";
import type { Sound } from "@/lib/names/fold";

/** Two sounds that stand for one another, or one that stands alone. */
export type Pair = readonly [Sound | null, Sound | null];

/** How far two words are apart (0: the same sounds), and which sound answers which. */
export type Alignment = { readonly cost: number; readonly pairs: readonly Pair[] };

/**
 * The cheapest alignment of two words (weighted Levenshtein distance). Its cost does not depend on their
 * order.
 */
export function align(a: readonly Sound[], b: readonly Sound[]): Alignment {
  const costs = fillCosts(a, b);
  const at = (i: number, j: number) => costs[i]?.[j] ?? Infinity;
  const pairs: Pair[] = [];
  let [i, j] = [a.length, b.length];
  while (i > 0 || j > 0) {
    const [one = null, two = null] = [a[i - 1], b[j - 1]];
    if (one && two && same(at(i, j), at(i - 1, j - 1) + costOf(one.code, two.code))) {
      pairs.push([one, two]);
      [i, j] = [i - 1, j - 1];
    } else if (one && same(at(i, j), at(i - 1, j) + costOf(one.code, null))) {
      pairs.push([one, null]);
      i--;
    } else {
      pairs.push([null, two]);
      j--;
    }
  }
  return { cost: at(a.length, b.length), pairs: pairs.reverse() };
}

const same = (x: number, y: number): boolean => Math.abs(x - y) < 1e-9;

function fillCosts(a: readonly Sound[], b: readonly Sound[]): number[][] {
  const first = [0];
  for (const two of b) first.push((first.at(-1) ?? 0) + costOf(null, two.code));
  const rows = [first];
  for (const one of a) {
    const above = rows.at(-1) ?? [];
    const row = [(above[0] ?? 0) + costOf(one.code, null)];
    for (const [j, two] of b.entries()) {
      row.push(
        Math.min(
          (above[j] ?? 0) + costOf(one.code, two.code),
          (above[j + 1] ?? 0) + costOf(one.code, null),
          (row[j] ?? 0) + costOf(null, two.code),
        ),
      );
    }
    rows.push(row);
  }
  return rows;
}
