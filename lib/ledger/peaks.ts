import { hash } from "node:crypto";
import type { Frontier } from "@/lib/ledger/merkle";

const HASH = 32;
/** The peaks begin behind the input of a node: its mark (RFC 6962 section 2.1) and two hashes. */
const BASE = 1 + 2 * HASH;

/**
 * Grows a tree as `extend` does (merkle.ts), leaf by leaf in one piece of memory: for a check of millions, where
 * making buffers costs more than the hashes.
 */
export class Peaks {
  size = 0;
  private top = BASE;
  private readonly bytes = Buffer.alloc(BASE + 64 * HASH, 1);
  private readonly node = this.bytes.subarray(0, BASE);

  /** The leaf is the 32 bytes from `at` on. */
  add(leaves: Uint8Array, at = 0): void {
    const { bytes, node } = this;
    for (let n = 0; n < HASH; n++) bytes[this.top + n] = leaves[at + n]!;
    for (let index = this.size; index % 2 === 1; index = (index - 1) / 2) {
      this.top -= HASH;
      bytes.copyWithin(1, this.top, this.top + 2 * HASH);
      bytes.write(hash("sha256", node, "binary"), this.top, "latin1");
    }
    this.top += HASH;
    this.size += 1;
  }

  get frontier(): Frontier {
    const count = (this.top - BASE) / HASH;
    const peaks = Array.from({ length: count }, (_, n) =>
      Buffer.from(this.bytes.subarray(BASE + n * HASH, BASE + (n + 1) * HASH)),
    );
    return { size: this.size, peaks };
  }
}
