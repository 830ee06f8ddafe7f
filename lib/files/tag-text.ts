/** Encodings of tag files that are understood, by their IANA names in small letters. */
const DECODERS: Record<string, (bytes: Uint8Array) => string> = {
  "utf-8": decodeAs("utf-8"),
  "us-ascii": decodeAs("utf-8"),
  "utf-16": decodeUtf16,
  "utf-16le": decodeAs("utf-16le"),
  "utf-16be": decodeAs("utf-16be"),
  // A decoder of the web would read windows-1252 here.
  "iso-8859-1": (bytes) => Buffer.from(bytes).toString("latin1"),
  "iso-8859-5": decodeAs("iso-8859-5"),
  "windows-1251": decodeAs("windows-1251"),
  "windows-1252": decodeAs("windows-1252"),
  "koi8-r": decodeAs("koi8-r"),
};

export const knowsEncoding = (name: string): boolean => Object.hasOwn(DECODERS, name.toLowerCase());

/** The text of a tag file, without a byte order mark; null when a byte does not belong to the encoding. */
export function decodeTagFile(bytes: Uint8Array, encoding: string): string | null {
  try {
    return DECODERS[encoding]?.(bytes) ?? null;
  } catch {
    return null;
  }
}

function decodeAs(label: string): (bytes: Uint8Array) => string {
  return (bytes) => new TextDecoder(label, { fatal: true }).decode(bytes);
}

/** UTF-16 says its order by its mark; without one a tag file, which begins with a letter, shows it by its first zero. */
function decodeUtf16(bytes: Uint8Array): string {
  const big = (bytes[0] === 0xfe && bytes[1] === 0xff) || bytes[0] === 0;
  return decodeAs(big ? "utf-16be" : "utf-16le")(bytes);
}

/**
 * Lines end in CR, LF or both (RFC 8493 section 2.3); what follows the last end is no line. One by one, with their
 * number from 1: a file of nothing but line breaks would fill the memory.
 */
export function* linesOf(text: string): Generator<{ line: string; number: number }> {
  let from = 0;
  let number = 1;
  for (const { 0: sign, index } of text.matchAll(/\r\n|\r|\n/g)) {
    yield { line: text.slice(from, index), number };
    from = index + sign.length;
    number += 1;
  }
  if (from < text.length) yield { line: text.slice(from), number };
}
