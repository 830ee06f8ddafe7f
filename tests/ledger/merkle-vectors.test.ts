import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { verifyConsistency, verifyInclusion } from "@/lib/ledger/merkle-verify";

const folder = resolve(import.meta.dirname, "../../../shared/data/merkle");
const present = existsSync(folder);
if (!present) console.warn(`RFC 6962 vectors skipped: no folder ${folder}`);

type Vector = { desc: string; wantErr: boolean; proof: string[] | null };
type Inclusion = Vector & { leafIdx: number; treeSize: number; root: string; leafHash: string };
type Consistency = Vector & { size1: number; size2: number; root1: string; root2: string };

const bytes = (base64: string) => Buffer.from(base64, "base64");
const proofOf = (vector: Vector) => (vector.proof ?? []).map(bytes);

function vectors<T extends Vector>(kind: string): T[] {
  if (!present) return [];
  return readdirSync(join(folder, kind), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => ({ ...(JSON.parse(readFileSync(join(folder, kind, name), "utf8")) as T), desc: name }));
}

describe.skipIf(!present)("third-party vectors", () => {
  const inclusion = vectors<Inclusion>("inclusion");
  const consistency = vectors<Consistency>("consistency");

  test("all of them are read", () => {
    expect(inclusion.length + consistency.length).toBe(196);
  });

  test("inclusion", () => {
    for (const v of inclusion) {
      const claim = { index: v.leafIdx, size: v.treeSize, root: bytes(v.root), leafHash: bytes(v.leafHash) };
      expect(verifyInclusion({ ...claim, proof: proofOf(v) }), v.desc).toBe(!v.wantErr);
    }
  });

  test("consistency", () => {
    for (const v of consistency) {
      const heads = { older: v.size1, newer: v.size2, olderRoot: bytes(v.root1), newerRoot: bytes(v.root2) };
      expect(verifyConsistency({ ...heads, proof: proofOf(v) }), v.desc).toBe(!v.wantErr);
    }
  });
});
