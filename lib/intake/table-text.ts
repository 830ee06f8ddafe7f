import type { Outcome } from "./problem";
import type { TableEncoding } from "./view";

/** What is decoded at once. */
const PIECE = 1 << 16;

/** The bytes of a table as text, a piece at a time; what cannot be read is named by line and column. */
export function* decodeTable(bytes: Uint8Array, encoding: TableEncoding): Generator<Outcome<string>> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  for (let from = 0; from < bytes.length || from === 0; from += PIECE) {
    const piece = bytes.subarray(from, from + PIECE);
    let text: string;
    try {
      text = decoder.decode(piece, { stream: from + PIECE < bytes.length });
    } catch {
      return yield brokenBytes(bytes, encoding);
    }
    const nul = text.indexOf("\0");
    if (nul >= 0) return yield failAt("nulByte", text.slice(0, nul), line);
    line += countLines(text);
    yield { ok: true, value: text };
  }
}

/** Where the text before a fault ends, counted from a line. */
function failAt(code: "encoding" | "nulByte", before: string, line: number, detail = ""): Outcome<never> {
  const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
  return {
    ok: false,
    problem: { code, place: { kind: "line", line: line + countLines(before), column }, detail },
  };
}

const countLines = (text: string): number => text.split("\n").length - 1;

/** Looks for the longest beginning that is whole: the byte after it is the fault. */
function brokenBytes(bytes: Uint8Array, encoding: TableEncoding): Outcome<never> {
  const read = (length: number): string | null => {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
    } catch {
      return null;
    }
  };
  let [sound, broken] = [0, bytes.length];
  while (broken - sound > 1) {
    const middle = (sound + broken) >> 1;
    if (read(middle) === null) broken = middle;
    else sound = middle;
  }
  return failAt("encoding", read(sound) ?? "", 1, encoding);
}
