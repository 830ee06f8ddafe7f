import { isUtf8 } from "node:buffer";
import { separators, type Separator, type TableEncoding } from "./view";

/** What stands between two cells. */
export const SIGNS: Readonly<Record<Separator, string>> = { comma: ",", semicolon: ";", tab: "\t", bar: "|" };

const SAMPLE = 1 << 20;
/** Of a UTF-8 file a few bytes may be broken; a file in another encoding has hardly one that fits. */
const BROKEN = 0.05;

/** Which encoding the bytes are in: a mark, valid UTF-8, two bytes a letter, or whichever Russian one reads best. */
export function soundEncoding(bytes: Uint8Array): TableEncoding {
  const marked = markOf(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE);
  const wide = soundWide(sample);
  if (wide) return wide;
  if (isUtf8(bytes) || mostlyUtf8(bytes)) return "utf-8";
  return soundRussian(bytes);
}

function markOf(bytes: Uint8Array): TableEncoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** Latin and Cyrillic letters of UTF-16 have 0x00 or 0x04 as their upper byte. */
function soundWide(sample: Uint8Array): TableEncoding | null {
  const share = (first: number): number => {
    let upper = 0;
    for (let at = first; at < sample.length; at += 2) if (sample[at] === 0 || sample[at] === 4) upper += 1;
    return upper / Math.max(1, Math.floor(sample.length / 2));
  };
  const [even, odd] = [share(0), share(1)];
  if (odd > 0.8 && even < 0.4) return "utf-16le";
  return even > 0.8 && odd < 0.4 ? "utf-16be" : null;
}

function mostlyUtf8(bytes: Uint8Array): boolean {
  let [broken, letters] = [0, 0];
  for (const letter of new TextDecoder("utf-8").decode(bytes)) {
    if (letter === "\ufffd") broken += 1;
    else if (letter > "\x7f") letters += 1;
  }
  return broken < letters * BROKEN;
}

/** Small letters are many and capitals few: the two encodings have them in each other's place. */
function soundRussian(bytes: Uint8Array): TableEncoding {
  let [lower, upper] = [0, 0];
  for (const byte of bytes) {
    if (byte >= 0xe0) upper += 1;
    else if (byte >= 0xc0) lower += 1;
  }
  return lower > upper ? "koi8-r" : "windows-1251";
}

/** The separator that stands most often in the first line, outside quotes; a comma where there is none. */
export function soundSeparator(text: string): Separator {
  const [line = ""] = text.replace(/"(?:[^"]|"")*"/g, "").split(/[\r\n]/, 1);
  const count = (separator: Separator): number => line.split(SIGNS[separator]).length;
  return separators.reduce<Separator>(
    (best, next) => (count(next) > count(best) ? next : best),
    separators[0],
  );
}
