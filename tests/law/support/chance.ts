/** A stream of chances that one number determines, so that a sequence shrinks with its numbers. */
export type Chance = {
  /** True in about `share` of the cases. */
  of(share: number): boolean;
  pick<T>(from: readonly T[]): T | undefined;
  below(n: number): number;
};

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return {
    of: (share) => next() < share,
    below: (n) => Math.floor(next() * n),
    pick: (from) => from[Math.floor(next() * from.length)],
  };
}
