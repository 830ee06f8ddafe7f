import { russianOf } from "./names";

export const encodings = ["utf-8", "utf-16le", "windows-1251", "koi8-r"] as const;
export type Encoding = (typeof encodings)[number];

export const isEncoding = (text: string): text is Encoding => (encodings as readonly string[]).includes(text);

/**
 * Turns pieces of a text into the bytes of an encoding. The old Russian ones have no Kazakh letters: these are
 * written as a Russian typewriter did, and what it had no sign for becomes the nearest.
 */
export function encoder(encoding: Encoding): (text: string) => Uint8Array {
  if (encoding === "utf-8") return (text) => Buffer.from(text);
  if (encoding === "utf-16le") {
    let begun = false;
    return (text) => {
      const marked = begun ? text : `\ufeff${text}`;
      begun = true;
      return Buffer.from(marked, "utf16le");
    };
  }
  const bytes = bytesOf(encoding);
  return (text) => Uint8Array.from([...russianOf(text)].map((letter) => byteOf(letter, bytes)));
}

/** The byte of every letter, read off the decoder. */
function bytesOf(encoding: Encoding): ReadonlyMap<string, number> {
  const all = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...all].map((letter, byte) => [letter, byte]));
}

const nearest: Record<string, string> = { "–": "-", "«": '"', "»": '"', "№": "N" };

function byteOf(letter: string, bytes: ReadonlyMap<string, number>): number {
  const byte = bytes.get(letter) ?? bytes.get(nearest[letter] ?? "?");
  if (byte === undefined) throw new Error(`no byte for ${letter}`);
  return byte;
}
