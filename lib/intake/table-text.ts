import type { Outcome, Problem } from "./problem";
import type { TableEncoding } from "./view";

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/**
 * The bytes of a table as text, piece by piece; what cannot be read is named by line and column, and nothing comes
 * after it. Bytes that do not belong to the encoding are a fault, never a replacement character: a name with a
 * question mark in it would be kept for good.
 */
export async function* decodeTable(
  source: Bytes,
  encoding: TableEncoding,
): AsyncGenerator<Outcome<string>, void> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let line = 1;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of source) {
    const [whole, rest] = splitWhole(held.length ? Buffer.concat([held, piece]) : piece, encoding);
    held = rest;
    const read = decodeWhole(decoder, whole, encoding, line);
    yield read;
    if (!read.ok) return;
    line += countLines(read.value);
  }
  if (held.length > 0) yield { ok: false, problem: problemAt("encoding", "", line, encoding) };
}

function decodeWhole(
  decoder: TextDecoder,
  bytes: Uint8Array,
  encoding: TableEncoding,
  line: number,
): Outcome<string> {
  try {
    const text = decoder.decode(bytes, { stream: true });
    const nul = text.indexOf("\0");
    if (nul < 0) return { ok: true, value: text };
    return { ok: false, problem: problemAt("nulByte", text.slice(0, nul), line) };
  } catch {
    return { ok: false, problem: problemAt("encoding", soundStart(bytes, encoding), line, encoding) };
  }
}

/** Where the text before a fault ends, counted from a line. */
function problemAt(code: "encoding" | "nulByte", before: string, line: number, detail = ""): Problem {
  const column = before.length - (before.lastIndexOf("\n") + 1) + 1;
  return { code, place: { kind: "line", line: line + countLines(before), column }, detail };
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/** A character that is cut by the end of a piece waits for the next one. */
function splitWhole(bytes: Uint8Array, encoding: TableEncoding): [whole: Uint8Array, rest: Uint8Array] {
  const cut = bytes.length - countCut(bytes, encoding);
  return [bytes.subarray(0, cut), bytes.subarray(cut)];
}

function countCut(bytes: Uint8Array, encoding: TableEncoding): number {
  const { length } = bytes;
  if (encoding === "utf-16le" || encoding === "utf-16be") {
    const odd = length % 2;
    const upper = bytes[encoding === "utf-16le" ? length - odd - 1 : length - odd - 2] ?? 0;
    return odd + (upper >= 0xd8 && upper <= 0xdb ? 2 : 0);
  }
  if (encoding !== "utf-8") return 0;
  for (let back = 1; back <= Math.min(3, length); back++) {
    const byte = bytes[length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The longest beginning of the bytes that is whole: the byte after it is the fault. */
function soundStart(bytes: Uint8Array, encoding: TableEncoding): string {
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
  return read(sound) ?? "";
}
