/** The 45 signs that a QR code packs most tightly (RFC 9285, table 1). */
const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";

/** Bytes as Base45 (RFC 9285, section 4): three signs for two bytes, two for a last single one. */
export function printBase45(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    let rest = pair ? bytes[at]! * 256 + bytes[at + 1]! : bytes[at]!;
    for (let nth = 0; nth < (pair ? 3 : 2); nth++) {
      text += SIGNS[rest % 45]!;
      rest = Math.floor(rest / 45);
    }
  }
  return text;
}

/** Reads what `printBase45` writes; null for anything else. */
export function parseBase45(text: string): Buffer | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 3) {
    const digits = [...text.slice(at, at + 3)].map((sign) => SIGNS.indexOf(sign));
    const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
    const most = digits.length === 3 ? 0xffff : 0xff;
    if (digits.includes(-1) || digits.length === 1 || value > most) return null;
    bytes.push(...(digits.length === 3 ? [value >> 8, value & 0xff] : [value]));
  }
  return Buffer.from(bytes);
}
