export type Pair = [left: number, right: number];

type KeyOf = (index: number) => string;

export interface Anchoring {
  /** Ways to tell that two are the same, strictest first. */
  keys: readonly (readonly [KeyOf, KeyOf])[];
  /** What becomes of stretches in which no anchor is left. */
  pairGap: (left: number[], right: number[]) => Pair[];
}

/**
 * Pairs two sequences in order, the way a patience diff does: equal beginnings and ends, then those that
 * occur once on both sides and stand in the same order; what lies between two anchors is treated alike with
 * the next key, at last by `pairGap`.
 */
export function pairAnchors(left: number[], right: number[], anchoring: Anchoring): Pair[] {
  const [[leftKey, rightKey] = [], ...keys] = anchoring.keys;
  if (left.length === 0 || right.length === 0) return [];
  if (!leftKey || !rightKey) return anchoring.pairGap(left, right);
  const pairs: Pair[] = [];
  let [start, leftEnd, rightEnd] = [0, left.length, right.length];
  const same = (a: number, b: number): boolean => leftKey(left[a]!) === rightKey(right[b]!);
  while (start < leftEnd && start < rightEnd && same(start, start)) {
    pairs.push([left[start]!, right[start]!]);
    start += 1;
  }
  while (leftEnd > start && rightEnd > start && same(leftEnd - 1, rightEnd - 1)) {
    leftEnd -= 1;
    rightEnd -= 1;
    pairs.push([left[leftEnd]!, right[rightEnd]!]);
  }
  const middle = { left: left.slice(start, leftEnd), right: right.slice(start, rightEnd) };
  const anchors = longestRise(sharedOnce(middle.left, middle.right, leftKey, rightKey));
  const rest = anchors.length === 0 ? { ...anchoring, keys } : anchoring;
  let [fromLeft, fromRight] = [0, 0];
  for (const [a, b] of [...anchors, [middle.left.length, middle.right.length] as Pair]) {
    pairs.push(...pairAnchors(middle.left.slice(fromLeft, a), middle.right.slice(fromRight, b), rest));
    if (a < middle.left.length) pairs.push([middle.left[a]!, middle.right[b]!]);
    [fromLeft, fromRight] = [a + 1, b + 1];
  }
  return pairs;
}

/** Places (not indices) of keys that occur once on both sides, in the order of the left. */
function sharedOnce(left: number[], right: number[], leftKey: KeyOf, rightKey: KeyOf): Pair[] {
  const places = new Map<string, { left: number[]; right: number[] }>();
  const note = (side: "left" | "right", key: string, place: number): void => {
    const entry = places.get(key) ?? { left: [], right: [] };
    entry[side].push(place);
    places.set(key, entry);
  };
  left.forEach((index, place) => note("left", leftKey(index), place));
  right.forEach((index, place) => note("right", rightKey(index), place));
  return [...places.values()].flatMap((entry): Pair[] =>
    entry.left.length === 1 && entry.right.length === 1 ? [[entry.left[0]!, entry.right[0]!]] : [],
  );
}

/** The longest run of pairs that rises on both sides; `pairs` rise on the left already. */
export function longestRise(pairs: readonly Pair[]): Pair[] {
  const tails: number[] = [];
  const before: number[] = [];
  pairs.forEach(([, value], place) => {
    let [low, high] = [0, tails.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if (pairs[tails[half]!]![1] < value) low = half + 1;
      else high = half;
    }
    before[place] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = place;
  });
  const run: Pair[] = [];
  for (let place = tails.at(-1) ?? -1; place >= 0; place = before[place]!) run.push(pairs[place]!);
  return run.reverse();
}
