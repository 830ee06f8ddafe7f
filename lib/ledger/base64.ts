import { UNSURE } from "@/lib/ledger/scan";

const VALUES = new Int8Array(256).fill(-1);
Buffer.from("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/").forEach((byte, value) => {
  VALUES[byte] = value;
});

/** 32 bytes in base64, in their one spelling (44 characters), read into `into`; gives the place after them. */
export function scanBytes(bytes: Uint8Array, from: number, into: Uint8Array): number {
  if (from < 0) return UNSURE;
  let bits = 0;
  let wrong = 0;
  let at = 0;
  for (let n = 0; n < 40; n += 4) {
    const a = VALUES[bytes[from + n]!]!;
    const b = VALUES[bytes[from + n + 1]!]!;
    const c = VALUES[bytes[from + n + 2]!]!;
    const d = VALUES[bytes[from + n + 3]!]!;
    wrong |= a | b | c | d;
    bits = (a << 18) | (b << 12) | (c << 6) | d;
    into[at] = bits >> 16;
    into[at + 1] = bits >> 8;
    into[at + 2] = bits;
    at += 3;
  }
  const a = VALUES[bytes[from + 40]!]!;
  const b = VALUES[bytes[from + 41]!]!;
  const c = VALUES[bytes[from + 42]!]!;
  // Two bits are left over, and are zero in the one spelling.
  if ((wrong | a | b | c) < 0 || (c & 3) !== 0 || bytes[from + 43] !== 0x3d) return UNSURE;
  bits = (a << 10) | (b << 4) | (c >> 2);
  into[at] = bits >> 8;
  into[at + 1] = bits;
  return from + 44;
}
