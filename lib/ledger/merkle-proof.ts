import { emptyRoot, hashNode } from "@/lib/ledger/merkle";

/**
 * Hash of a complete subtree: level 0 is a leaf, a node of level n covers 2^n leaves from `index · 2^n` on.
 * Only complete subtrees are asked for, so that a store of immutable tiles can answer.
 */
export type NodeReader = (level: number, index: number) => Buffer;

/**
 * Audit path of one leaf (PATH of RFC 6962 section 2.1.1), from the leaf's sibling up to the root.
 * Throws a RangeError unless 0 ≤ index < size.
 */
export function proveInclusion(read: NodeReader, index: number, size: number): Buffer[] {
  requireCount("size", size);
  requireCount("index", index);
  if (index >= size) throw new RangeError(`leaf ${index} is not in a tree of ${size}`);
  return pathTo(read, index, 0, size);
}

/**
 * Proof that the tree of `newer` leaves begins with the tree of `older` leaves (PROOF of RFC 6962 section
 * 2.1.2). Empty when the two are equal. Throws a RangeError unless 0 < older ≤ newer: nothing can be proven
 * about a tree without leaves.
 */
export function proveConsistency(read: NodeReader, older: number, newer: number): Buffer[] {
  requireCount("older", older);
  requireCount("newer", newer);
  if (older === 0 || older > newer) throw new RangeError(`no consistency from ${older} to ${newer} leaves`);
  return subproof(read, older, 0, newer, true);
}

/** Root of the first `size` leaves, read from complete subtrees. */
export function readRoot(read: NodeReader, size: number): Buffer {
  requireCount("size", size);
  return size === 0 ? emptyRoot() : rootBetween(read, 0, size);
}

function pathTo(read: NodeReader, index: number, from: number, to: number): Buffer[] {
  if (to - from === 1) return [];
  const middle = from + largestPowerBelow(to - from);
  return index < middle
    ? [...pathTo(read, index, from, middle), rootBetween(read, middle, to)]
    : [...pathTo(read, index, middle, to), rootBetween(read, from, middle)];
}

/** `whole`: the range seen so far is exactly the older tree, whose root the verifier holds already. */
function subproof(read: NodeReader, older: number, from: number, to: number, whole: boolean): Buffer[] {
  if (older === to) return whole ? [] : [rootBetween(read, from, to)];
  const middle = from + largestPowerBelow(to - from);
  return older <= middle
    ? [...subproof(read, older, from, middle, whole), rootBetween(read, middle, to)]
    : [...subproof(read, older, middle, to, false), rootBetween(read, from, middle)];
}

/** Ranges reached by halving start at a multiple of their size, so a size of 2^n is a complete subtree. */
function rootBetween(read: NodeReader, from: number, to: number): Buffer {
  const size = to - from;
  const power = size === 1 ? 1 : largestPowerBelow(size) * 2;
  if (power === size) return read(Math.round(Math.log2(size)), from / size);
  const middle = from + power / 2;
  return hashNode(rootBetween(read, from, middle), rootBetween(read, middle, to));
}

/** The largest power of two smaller than `size` (the k of RFC 6962 section 2.1); `size` ≥ 2. */
function largestPowerBelow(size: number): number {
  let power = 1;
  while (power * 2 < size) power *= 2;
  return power;
}

function requireCount(name: string, count: number): void {
  if (!Number.isSafeInteger(count) || count < 0) throw new RangeError(`${name}: ${count} is not a count`);
}

/** The roots of the complete subtrees that make up a tree of `size` leaves, largest first. */
export function readPeaks(read: NodeReader, size: number): Buffer[] {
  requireCount("size", size);
  const peaks: Buffer[] = [];
  for (let from = 0; from < size;) {
    const rest = size - from;
    const power = rest === 1 ? 1 : largestPowerBelow(rest + 1);
    peaks.push(read(Math.round(Math.log2(power)), from / power));
    from += power;
  }
  return peaks;
}
