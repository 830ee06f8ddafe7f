import { createHash } from "node:crypto";

/** Bytes of every hash in the tree (SHA-256). */
export const HASH_BYTES = 32;

/** Leaf hash of RFC 6962 section 2.1: SHA-256(0x00 ‖ data). */
export function hashLeaf(data: Uint8Array): Buffer {
  return createHash("sha256").update(LEAF).update(data).digest();
}

/** Inner hash of RFC 6962 section 2.1: SHA-256(0x01 ‖ left ‖ right). */
export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash("sha256").update(NODE).update(left).update(right).digest();
}

/** Root of the tree without leaves: SHA-256 of nothing. */
export function emptyRoot(): Buffer {
  return createHash("sha256").digest();
}

/**
 * All that has to be kept to extend a tree: its size and the roots of its complete subtrees, largest first
 * (one for every 1 in the binary form of `size`). Plain data, so that it can be stored between two runs.
 */
export type Frontier = { readonly size: number; readonly peaks: readonly Buffer[] };

/** The frontier of the tree without leaves. */
export const EMPTY_FRONTIER: Frontier = { size: 0, peaks: [] };

/**
 * Called for each complete subtree as it closes: level 0 is a leaf, `index` counts subtrees of that level.
 */
export type OnNode = (level: number, index: number, hash: Buffer) => void;

/**
 * Adds leaf hashes at the end of a tree; costs about two hashes a leaf whatever the size. `onNode` receives
 * every hash that a later proof may ask for, leaves included, each once.
 */
export function extend(frontier: Frontier, leaves: Iterable<Buffer>, onNode?: OnNode): Frontier {
  const peaks = [...frontier.peaks];
  let size = frontier.size;
  for (const leaf of leaves) {
    let hash = leaf;
    let index = size;
    onNode?.(0, index, hash);
    for (let level = 1; index % 2 === 1; level++) {
      const left = peaks.pop();
      if (!left) throw new RangeError(`frontier of size ${frontier.size} lacks peaks`);
      hash = hashNode(left, hash);
      index = Math.floor(index / 2);
      onNode?.(level, index, hash);
    }
    peaks.push(hash);
    size++;
  }
  return { size, peaks };
}

/** Root hash of the tree a frontier stands for (MTH of RFC 6962 section 2.1). */
export function rootOf(frontier: Frontier): Buffer {
  const [last, ...larger] = frontier.peaks.toReversed();
  if (!last) return emptyRoot();
  return larger.reduce((right, left) => hashNode(left, right), last);
}

/** Root hash over leaf hashes given all at once. */
export function rootOfLeaves(leaves: Iterable<Buffer>): Buffer {
  return rootOf(extend(EMPTY_FRONTIER, leaves));
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
