import type { Pair } from "./pair-anchors";

/** Beyond this many comparisons a stretch is paired by place: it has been rewritten as a whole. */
const MOST_COMPARISONS = 1_000_000;

/**
 * Pairs two short sequences in order so that the sum of `score` is the greatest. Any permitted pair is
 * worth more than none, so that a unit whose text was rewritten is one changed unit, not a new and a
 * missing one.
 *
 * @param score from 0 up; null where two may not be one.
 */
export function pairBest(
  left: readonly number[],
  right: readonly number[],
  score: (left: number, right: number) => number | null,
): Pair[] {
  const [rows, columns] = [left.length, right.length];
  if (rows * columns > MOST_COMPARISONS) {
    return left.flatMap((a, place): Pair[] =>
      place < columns && score(a, right[place]!) !== null ? [[a, right[place]!]] : [],
    );
  }
  const width = columns + 1;
  const best = new Float64Array((rows + 1) * width);
  const worth = new Float64Array(rows * columns);
  for (let a = rows - 1; a >= 0; a -= 1) {
    for (let b = columns - 1; b >= 0; b -= 1) {
      const alike = score(left[a]!, right[b]!);
      const value = alike === null ? -1 : alike + 0.001;
      worth[a * columns + b] = value;
      const paired = value < 0 ? -1 : value + best[(a + 1) * width + b + 1]!;
      best[a * width + b] = Math.max(paired, best[(a + 1) * width + b]!, best[a * width + b + 1]!);
    }
  }
  const pairs: Pair[] = [];
  for (let a = 0, b = 0; a < rows && b < columns;) {
    const value = worth[a * columns + b]!;
    if (value >= 0 && best[a * width + b] === value + best[(a + 1) * width + b + 1]!) {
      pairs.push([left[a++]!, right[b++]!]);
    } else if (best[a * width + b] === best[(a + 1) * width + b]) a += 1;
    else b += 1;
  }
  return pairs;
}
