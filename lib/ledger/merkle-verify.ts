import { HASH_BYTES, hashNode } from "@/lib/ledger/merkle";

/** A leaf that is claimed to stand at `index` (from 0) in the tree of `size` leaves with this root. */
export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leafHash: Uint8Array;
  readonly root: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/** One step up: the hash of the path, on which side of ours it stands, and what the two give. */
export type PathStep = {
  readonly side: "left" | "right";
  readonly hash: Uint8Array;
  readonly gives: Uint8Array;
};

/**
 * Climbs the audit path from the leaf (RFC 9162 section 2.1.3.2, which spells out the check for the proofs of
 * RFC 6962): the last step gives the root. Null where the path has not the length that the place asks for.
 */
export function climb({ index, size, leafHash, proof }: Omit<InclusionClaim, "root">): PathStep[] | null {
  if (!isCount(index) || !isCount(size) || index >= size || leafHash.length !== HASH_BYTES) return null;
  const steps: PathStep[] = [];
  let at = index;
  let last = size - 1;
  let gives = leafHash;
  for (const hash of proof) {
    if (last === 0) return null;
    const side = isOdd(at) || at === last ? "left" : "right";
    gives = side === "left" ? hashNode(hash, gives) : hashNode(gives, hash);
    steps.push({ side, hash, gives });
    if (side === "left") while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? steps : null;
}

/** Whether the audit path leads from the leaf to the root. Anything malformed is false; nothing is thrown. */
export function verifyInclusion({ root, ...path }: InclusionClaim): boolean {
  const steps = climb(path);
  return steps !== null && equalBytes(steps.at(-1)?.gives ?? path.leafHash, root);
}

/** Two heads of one history: the tree of `older` leaves is claimed to be the beginning of that of `newer`. */
export type ConsistencyClaim = {
  readonly older: number;
  readonly newer: number;
  readonly olderRoot: Uint8Array;
  readonly newerRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/**
 * Whether the newer tree begins with the older one (RFC 9162 section 2.1.4.2). From a tree without leaves
 * nothing follows, so that is false. Anything malformed is false; nothing is thrown.
 */
export function verifyConsistency(claim: ConsistencyClaim): boolean {
  const { older, newer, olderRoot, newerRoot, proof } = claim;
  if (!isCount(older) || !isCount(newer) || older === 0 || older > newer) return false;
  if (older === newer) return proof.length === 0 && equalBytes(olderRoot, newerRoot);
  // A complete older tree is itself a node of the newer one; its root is left out of the proof.
  const [first, ...steps] = isPowerOfTwo(older) ? [olderRoot, ...proof] : proof;
  if (!first || proof.length === 0) return false;
  let [at, last] = [older - 1, newer - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [olderHash, newerHash] = [first, first];
  for (const step of steps) {
    if (last === 0) return false;
    if (isOdd(at) || at === last) {
      olderHash = hashNode(step, olderHash);
      newerHash = hashNode(step, newerHash);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else {
      newerHash = hashNode(newerHash, step);
    }
    [at, last] = [half(at), half(last)];
  }
  return last === 0 && equalBytes(olderHash, olderRoot) && equalBytes(newerHash, newerRoot);
}

// Halves by division: the bit operators of JavaScript would cut sizes to 32 bits.
const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

function isPowerOfTwo(n: number): boolean {
  let rest = n;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i]);
}
