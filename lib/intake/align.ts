import { measureLikeness } from "./likeness";
import { pairBest } from "./pair-best";
import { pairAnchors, type Pair } from "./pair-anchors";
import type { Twig, UnitContent } from "./unit-record";

export interface Alignment<A, B> {
  pairs: [A, B][];
  added: B[];
  missing: A[];
}

/**
 * Finds out which of a parent's stored children is which of the children in the file, so that a component
 * put in the middle is the only new one although all that follow have moved up a place.
 *
 * 1. A unitid that one sibling alone has on both sides decides.
 * 2. The rest are matched in order: unchanged trees first, then unchanged units, and between these anchors
 *    whichever pairing keeps the most alike units together.
 * 3. What is left over and occurs once on both sides has been moved.
 */
export function alignSiblings<A extends UnitContent, B extends UnitContent>(
  stored: readonly Twig<A>[],
  incoming: readonly Twig<B>[],
): Alignment<Twig<A>, Twig<B>> {
  const strict = { stored: ownUnitids(stored), incoming: ownUnitids(incoming) };
  const left = new Set(stored.keys());
  const right = new Set(incoming.keys());
  const found: Pair[] = [];
  const take = (pairs: Pair[]): void => {
    for (const [a, b] of pairs) {
      found.push([a, b]);
      left.delete(a);
      right.delete(b);
    }
  };
  const at = { stored: (index: number) => stored[index]!, incoming: (index: number) => incoming[index]! };

  take([...strict.stored].flatMap(([id, a]) => pairIf(a, strict.incoming.get(id))));
  const mayPair = (a: number, b: number): boolean =>
    !(strict.stored.has(at.stored(a).unit.reference) && strict.incoming.has(at.incoming(b).unit.reference));
  take(
    pairAnchors([...left], [...right], {
      keys: [
        [(a) => at.stored(a).tree, (b) => at.incoming(b).tree],
        [(a) => at.stored(a).own, (b) => at.incoming(b).own],
      ],
      pairGap: (gapLeft, gapRight) =>
        pairBest(gapLeft, gapRight, (a, b) =>
          mayPair(a, b)
            ? measureLikeness(at.stored(a), at.incoming(b)) + idBonus(at.stored(a), at.incoming(b))
            : null,
        ),
    }),
  );
  for (const part of ["tree", "own"] as const) {
    take(
      pairOnce(
        [...left],
        [...right],
        (a) => at.stored(a)[part],
        (b) => at.incoming(b)[part],
      ),
    );
  }
  found.sort(([, a], [, b]) => a - b);
  return {
    pairs: found.map(([a, b]) => [at.stored(a), at.incoming(b)]),
    added: [...right].map((b) => at.incoming(b)),
    missing: [...left].map((a) => at.stored(a)),
  };
}

/** The `id` attribute speaks for a pair, but tools renumber it: it never outweighs the content. */
function idBonus(a: Twig<UnitContent>, b: Twig<UnitContent>): number {
  return a.unit.sourceId !== "" && a.unit.sourceId === b.unit.sourceId ? 0.5 : 0;
}

function pairIf(a: number, b: number | undefined): Pair[] {
  return b === undefined ? [] : [[a, b]];
}

/** Unitids that exactly one of the siblings has, with its index. */
function ownUnitids(siblings: readonly Twig<UnitContent>[]): Map<string, number> {
  return once([...siblings.keys()], (index) => siblings[index]!.unit.reference);
}

function once(indices: readonly number[], keyOf: (index: number) => string): Map<string, number> {
  const counts = new Map<string, number[]>();
  for (const index of indices) {
    const key = keyOf(index);
    if (key !== "") counts.set(key, [...(counts.get(key) ?? []), index]);
  }
  return new Map(
    [...counts].flatMap(([key, [index, ...more]]) => (more.length ? [] : [[key, index!] as const])),
  );
}

function pairOnce(
  left: readonly number[],
  right: readonly number[],
  leftKey: (index: number) => string,
  rightKey: (index: number) => string,
): Pair[] {
  const other = once(right, rightKey);
  return [...once(left, leftKey)].flatMap(([key, a]) => pairIf(a, other.get(key)));
}
