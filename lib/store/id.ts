import { randomFillSync } from "node:crypto";

/** Chance is drawn for many ids at once: an import makes millions. */
const drawn = Buffer.alloc(10 * 512);
let next = drawn.length;

/** A new UUID version 7 (RFC 9562): ordered by time, so that inserts stay at the right edge of an index. */
export function newId(now = Date.now()): string {
  if (next === drawn.length) {
    randomFillSync(drawn);
    next = 0;
  }
  const bytes = Buffer.allocUnsafe(16);
  bytes.writeUIntBE(now, 0, 6);
  drawn.copy(bytes, 6, next, (next += 10));
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
