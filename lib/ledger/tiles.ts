import { hashNode } from "@/lib/ledger/merkle";
import type { NodeReader } from "@/lib/ledger/merkle-proof";

/** Levels in one tile (C2SP tlog-tiles): nodes are kept at every eighth level, 256 of them side by side. */
export const TILE_HEIGHT = 8;

/** Nodes of a kept level that lie side by side, `from` inclusive, `to` exclusive. */
export type RowReader = (level: number, from: number, to: number) => Promise<readonly Buffer[]>;

/** Whether a node is one of those that are kept beside the leaves. */
export const isKept = (level: number): boolean => level > 0 && level % TILE_HEIGHT === 0;

/**
 * Runs something that reads nodes one at a time (a proof, a root) on a store that is read in rows. `work` runs
 * twice: first to learn which nodes it asks for, then with their hashes; it must be pure.
 */
export async function withNodes<T>(rows: RowReader, work: (read: NodeReader) => T): Promise<T> {
  const wanted = new Map<string, { level: number; index: number }>();
  work((level, index) => {
    wanted.set(`${level} ${index}`, { level, index });
    return Buffer.alloc(32);
  });
  const hashes = new Map<string, Buffer>();
  for (const [key, { level, index }] of wanted) {
    const above = level % TILE_HEIGHT;
    const width = 2 ** above;
    hashes.set(key, foldRow(await rows(level - above, index * width, (index + 1) * width)));
  }
  return work((level, index) => hashes.get(`${level} ${index}`)!);
}

/** The root over a row whose length is a power of two. */
function foldRow(row: readonly Buffer[]): Buffer {
  let level = row;
  while (level.length > 1)
    level = Array.from({ length: level.length / 2 }, (_, n) => hashNode(level[2 * n]!, level[2 * n + 1]!));
  return level[0]!;
}
