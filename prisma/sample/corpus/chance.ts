import { Random } from "../random";

/** A source of its own for each part of each file: what comes out does not depend on what was made before. */
export function chanceOf(seed: number, nth: number, part: number): Random {
  const mixed =
    Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(nth + 1, 0x85ebca6b) ^ Math.imul(part + 1, 0xc2b2ae35);
  return new Random(mixed);
}
