import { existsSync, readdirSync, readFileSync } from "node:fs";
import { randomBytes, randomInt } from "node:crypto";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { EMPTY_FRONTIER, extend, rootOf } from "@/lib/ledger/merkle";
import { proveConsistency, proveInclusion, type NodeReader } from "@/lib/ledger/merkle-proof";
import { verifyConsistency, verifyInclusion } from "@/lib/ledger/merkle-verify";
import { otherThere, python } from "@/tests/support/judge";

/** The other verifier's answers, one a line. */
async function asked(proofs: readonly object[]): Promise<boolean[]> {
  const out = await python(["--proofs"], proofs.map((proof) => `${JSON.stringify(proof)}\n`).join(""));
  return out
    .trim()
    .split("\n")
    .map((line) => line === "true");
}

const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64");
const folder = resolve(import.meta.dirname, "../../../shared/data/merkle");

type Vector = Record<"leafIdx" | "treeSize" | "size1" | "size2", number> &
  Record<"root" | "leafHash" | "root1" | "root2", string> & { proof: string[] | null; wantErr: boolean };

test.skipIf(!otherThere || !existsSync(folder))(
  "all third-party vectors, by the other verifier",
  async () => {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) =>
      name.endsWith(".json"),
    );
    const vectors = files.map((name) => ({
      name,
      ...(JSON.parse(readFileSync(join(folder, name), "utf8")) as Vector),
    }));
    const proofs = vectors.map((v) => ({
      ...(v.name.startsWith("inclusion")
        ? { kind: "inclusion", index: v.leafIdx, size: v.treeSize, leaf: v.leafHash, root: v.root }
        : { kind: "consistency", older: v.size1, newer: v.size2, olderRoot: v.root1, newerRoot: v.root2 }),
      proof: v.proof ?? [],
    }));
    expect(proofs).toHaveLength(196);
    expect(await asked(proofs)).toEqual(vectors.map((v) => !v.wantErr));
  },
);

test.skipIf(!otherThere)("10,000 random proofs, true and altered, are judged alike", async () => {
  const most = 300;
  const nodes = new Map<string, Buffer>();
  const leaves = Array.from({ length: most }, () => randomBytes(32));
  extend(EMPTY_FRONTIER, leaves, (level, index, hash) => void nodes.set(`${level} ${index}`, hash));
  const read: NodeReader = (level, index) => nodes.get(`${level} ${index}`)!;
  const rootAt = (size: number) => rootOf(extend(EMPTY_FRONTIER, leaves.slice(0, size)));
  const roots = Array.from({ length: most + 1 }, (_, size) => rootAt(size));

  /** Half of them are left as they are. */
  const alter = (proof: Buffer[]): Buffer[] => {
    const [how, at] = [randomInt(8), randomInt(Math.max(1, proof.length))];
    if (how === 0) return proof.slice(0, -1);
    if (how === 1) return [...proof, randomBytes(32)];
    if (how === 2 && proof.length > 0) return proof.with(at, randomBytes(32));
    return how === 3 ? proof.toReversed() : proof;
  };
  const near = (n: number) => (randomInt(10) === 0 ? Math.max(0, n + randomInt(-1, 2)) : n);

  const [ours, sent]: [boolean[], object[]] = [[], []];
  for (let n = 0; n < 5000; n++) {
    const size = randomInt(1, most + 1);
    const index = randomInt(size);
    const claim = { index: near(index), size: near(size), leafHash: leaves[index]!, root: roots[size]! };
    const proof = alter(proveInclusion(read, index, size));
    ours.push(verifyInclusion({ ...claim, proof }));
    const { leafHash, root, ...rest } = claim;
    sent.push({ kind: "inclusion", ...rest, leaf: text(leafHash), root: text(root), proof: proof.map(text) });

    const older = randomInt(1, size + 1);
    const heads = {
      older: near(older),
      newer: near(size),
      olderRoot: roots[older]!,
      newerRoot: roots[size]!,
    };
    const steps = alter(proveConsistency(read, older, size));
    ours.push(verifyConsistency({ ...heads, proof: steps }));
    const { olderRoot, newerRoot, ...sizes } = heads;
    const shown = { olderRoot: text(olderRoot), newerRoot: text(newerRoot), proof: steps.map(text) };
    sent.push({ kind: "consistency", ...sizes, ...shown });
  }
  const yes = ours.filter(Boolean).length;
  expect(yes).toBeGreaterThan(2000);
  expect(yes).toBeLessThan(9000);
  expect(await asked(sent)).toEqual(ours);
});
