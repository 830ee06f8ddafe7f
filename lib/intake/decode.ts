import type { FileFault } from "./problem";

/** Encodings in which archives of the region and the finding-aid tools still deliver. */
const KNOWN = new Set([
  "utf-8",
  "utf8",
  "us-ascii",
  "ascii",
  "utf-16",
  "utf-16le",
  "utf-16be",
  "windows-1251",
  "windows-1252",
  "koi8-r",
  "iso-8859-1",
  "iso-8859-5",
]);

function soundEncoding(head: Uint8Array): string {
  if (head[0] === 0xfe && head[1] === 0xff) return "utf-16be";
  if (head[0] === 0xff && head[1] === 0xfe) return "utf-16le";
  if (head[0] === 0 && head[1] === 0x3c) return "utf-16be";
  if (head[0] === 0x3c && head[1] === 0) return "utf-16le";
  const text = Buffer.from(head.subarray(0, 200)).toString("latin1");
  const declared = /^(?:\u00ef\u00bb\u00bf)?\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)["']/.exec(text);
  return (declared?.[1] ?? "utf-8").toLowerCase();
}

export type Chunk = { text: string } | { fault: FileFault; detail: string };

/**
 * Turns the bytes of a file into text, piece by piece. The encoding is taken from the byte order mark
 * or the XML declaration; a byte that does not belong to it is a fault, never a replacement character:
 * a name with a question mark in it would be kept for good.
 */
export async function* decode(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): AsyncGenerator<Chunk> {
  let decoder: TextDecoder | null = null;
  let held: Uint8Array = new Uint8Array();
  for await (const piece of source) {
    let bytes = piece;
    if (decoder === null) {
      held = Buffer.concat([held, piece]);
      if (held.length < 200) continue;
      bytes = held;
    }
    const made: TextDecoder | Chunk = decoder ?? makeDecoder(held);
    if ("fault" in made || "text" in made) {
      yield made;
      return;
    }
    decoder = made;
    const chunk = read(decoder, bytes, true);
    yield chunk;
    if ("fault" in chunk) return;
  }
  const last: TextDecoder | Chunk = decoder ?? makeDecoder(held);
  if ("fault" in last || "text" in last) yield last;
  else yield read(last, decoder === null ? held : new Uint8Array(), false);
}

function makeDecoder(head: Uint8Array): TextDecoder | Chunk {
  const label = soundEncoding(head);
  if (!KNOWN.has(label)) return { fault: "encoding", detail: label };
  return new TextDecoder(label, { fatal: true });
}

function read(decoder: TextDecoder, bytes: Uint8Array, more: boolean): Chunk {
  try {
    return { text: decoder.decode(bytes, { stream: more }) };
  } catch {
    return { fault: "encoding", detail: decoder.encoding };
  }
}
