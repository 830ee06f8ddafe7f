import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EMPTY_FRONTIER, extend, hashLeaf, hashNode, rootOf, rootOfLeaves } from "@/lib/ledger/merkle";
import { proveConsistency, proveInclusion, readRoot, type NodeReader } from "@/lib/ledger/merkle-proof";
import { verifyConsistency, verifyInclusion } from "@/lib/ledger/merkle-verify";

const leafAt = (i: number) => hashLeaf(Buffer.from(String(i)));
const leaves = (size: number) => Array.from({ length: size }, (_, i) => leafAt(i));
const nodes = new Map<string, Buffer>();
const LARGEST = 70;
extend(EMPTY_FRONTIER, leaves(LARGEST), (level, index, hash) => nodes.set(`${level}/${index}`, hash));
const read: NodeReader = (level, index) => {
  const hash = nodes.get(`${level}/${index}`);
  if (!hash) throw new Error(`asked for the incomplete node ${level}/${index}`);
  return hash;
};

/** MTH of RFC 6962 section 2.1, word by word, as an oracle. */
function naiveRoot(hashes: Buffer[]): Buffer {
  const [only] = hashes;
  if (hashes.length === 1 && only) return only;
  let k = 1;
  while (k * 2 < hashes.length) k *= 2;
  return hashNode(naiveRoot(hashes.slice(0, k)), naiveRoot(hashes.slice(k)));
}

describe("root", () => {
  test("of no leaves, and of known leaves", () => {
    expect(rootOfLeaves([]).toString("hex")).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    expect(rootOfLeaves([hashLeaf(Buffer.alloc(0))]).toString("hex")).toBe(
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    );
  });

  test("agrees with the definition at every size, at once, in steps and from nodes", () => {
    for (let size = 1; size <= LARGEST; size++) {
      const expected = naiveRoot(leaves(size)).toString("hex");
      const half = extend(EMPTY_FRONTIER, leaves(size >> 1));
      const rest = leaves(size).slice(size >> 1);
      expect(rootOfLeaves(leaves(size)).toString("hex")).toBe(expected);
      expect(rootOf(extend(half, rest)).toString("hex")).toBe(expected);
      expect(readRoot(read, size).toString("hex")).toBe(expected);
    }
  });
});

const sizeAndSmaller = fc
  .integer({ min: 1, max: LARGEST })
  .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));

describe("proofs", () => {
  test("every leaf is proven in every tree, and in no other place", () => {
    fc.assert(
      fc.property(sizeAndSmaller, fc.nat(LARGEST), ([size, index], other) => {
        const root = readRoot(read, size);
        const claim = {
          index,
          size,
          root,
          leafHash: leafAt(index),
          proof: proveInclusion(read, index, size),
        };
        expect(verifyInclusion(claim)).toBe(true);
        if (other !== index) {
          expect(verifyInclusion({ ...claim, index: other })).toBe(false);
          expect(verifyInclusion({ ...claim, leafHash: leafAt(other) })).toBe(false);
        }
        expect(verifyInclusion({ ...claim, proof: [...claim.proof, root] })).toBe(false);
      }),
    );
  });

  test("every tree is a beginning of every later one, and a changed past is not", () => {
    fc.assert(
      fc.property(sizeAndSmaller, ([newer, smaller]) => {
        const older = smaller + 1;
        const proof = proveConsistency(read, older, newer);
        const claim = {
          older,
          newer,
          olderRoot: readRoot(read, older),
          newerRoot: readRoot(read, newer),
          proof,
        };
        expect(verifyConsistency(claim)).toBe(true);
        const forged = leaves(older).with(smaller, leafAt(1000));
        expect(verifyConsistency({ ...claim, olderRoot: rootOfLeaves(forged) })).toBe(false);
        expect(verifyConsistency({ ...claim, proof: [...proof, claim.newerRoot] })).toBe(false);
      }),
    );
  });

  test("what cannot be proven is refused", () => {
    expect(() => proveInclusion(read, 5, 5)).toThrow("leaf 5 is not in a tree of 5");
    expect(() => proveConsistency(read, 0, 5)).toThrow("no consistency from 0 to 5");
    expect(() => proveConsistency(read, 6, 5)).toThrow("no consistency from 6 to 5");
    expect(() => proveInclusion(read, 1.5, 5)).toThrow("index: 1.5 is not a count");
  });
});
