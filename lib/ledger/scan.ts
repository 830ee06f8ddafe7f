import { placeOf, type Places } from "@/lib/ledger/places";

/**
 * Reads JSON as bytes, and proves in the same pass that it stands in canonical form (RFC 8785) already. Each function
 * takes the place where something begins and gives the place after it, or UNSURE: then it is no canonical JSON, or of
 * a rare form that is left to the parser (canonical-text.ts). So everything that is read here the parser takes too,
 * and not the other way round. The bytes must hold a line break after the line: nothing reads past it.
 */
export const UNSURE = -1;

/** Levels that are read here: fewer than a line may have. */
const DEEPEST = 32;
/** Closed places of one entry that are remembered. */
const MOST_CUTS = 64;

/** Where an entry is cut in two: what of the open part is left out, and what goes to the closed part. */
export class Cuts {
  count = 0;
  /** The part that the open part lacks, with the comma that goes with it. */
  readonly from = new Int32Array(MOST_CUTS);
  readonly to = new Int32Array(MOST_CUTS);
  /** From the first letter of the name to the end of the value, and what comes before the name in the closed part. */
  readonly name = new Int32Array(MOST_CUTS);
  readonly end = new Int32Array(MOST_CUTS);
  readonly prefix: Uint8Array[] = [];
  /** The value of the payload's kind, between its quotes. */
  kindFrom = UNSURE;
  kindTo = UNSURE;

  clear(): void {
    this.count = 0;
    this.kindFrom = this.kindTo = UNSURE;
  }

  /** `first`: nothing of its object is kept before it, so that the comma to go is the one behind. */
  add(bytes: Uint8Array, prefix: Uint8Array, name: number, end: number, first: boolean): boolean {
    const nth = this.count;
    if (nth === MOST_CUTS) return false;
    this.count = nth + 1;
    this.from[nth] = first ? name - 1 : name - 2;
    this.to[nth] = first && bytes[end] === 0x2c ? end + 1 : end;
    this.name[nth] = name;
    this.end[nth] = end;
    this.prefix[nth] = prefix;
    return true;
  }
}

/** An object, from after its opening brace on. `places` says what of it is closed, and `cuts` receives it. */
export function scanObject(
  bytes: Uint8Array,
  from: number,
  depth: number,
  places: Places | null,
  cuts: Cuts,
): number {
  if (depth > DEEPEST) return UNSURE;
  if (bytes[from] === 0x7d) return from + 1;
  let at = from;
  let before = UNSURE;
  let beforeTo = UNSURE;
  let first = true;
  for (;;) {
    if (bytes[at] !== 0x22) return UNSURE;
    const name = at + 1;
    const nameTo = scanName(bytes, name);
    if (nameTo < 0 || bytes[nameTo + 1] !== 0x3a) return UNSURE;
    if (before >= 0 && !precedes(bytes, before, beforeTo, name, nameTo)) return UNSURE;
    before = name;
    beforeTo = nameTo;
    const value = nameTo + 2;
    const place = places === null ? null : placeOf(places, bytes, name, nameTo, value);
    const end = scanValue(bytes, value, depth + 1, place === null ? null : place.below, cuts);
    if (end < 0) return UNSURE;
    if (place !== null && place.is === "closed") {
      if (!cuts.add(bytes, places!.prefix, name, end, first)) return UNSURE;
    } else first = false;
    if (place !== null && place.is === "kind" && bytes[value] === 0x22) {
      cuts.kindFrom = value + 1;
      cuts.kindTo = end - 1;
    }
    if (bytes[end] === 0x7d) return end + 1;
    if (bytes[end] !== 0x2c) return UNSURE;
    at = end + 1;
  }
}

/** A name that is a plain word; gives the place of its closing quote. Others have orders and escapes of their own. */
function scanName(bytes: Uint8Array, from: number): number {
  const letter = bytes[from]! | 0x20;
  if (letter < 0x61 || letter > 0x7a) return UNSURE;
  for (let at = from + 1; ; at++) {
    const byte = bytes[at]!;
    if (byte === 0x22) return at;
    if (byte < 0x20 || byte > 0x7e || byte === 0x5c) return UNSURE;
  }
}

/** Of two names in ASCII, which is the order of their UTF-16 units too. Equal ones do not precede each other. */
function precedes(bytes: Uint8Array, a: number, aTo: number, b: number, bTo: number): boolean {
  for (; a < aTo && b < bTo; a++, b++) {
    const apart = bytes[b]! - bytes[a]!;
    if (apart !== 0) return apart > 0;
  }
  return a === aTo && b < bTo;
}

function scanValue(bytes: Uint8Array, at: number, depth: number, places: Places | null, cuts: Cuts): number {
  switch (bytes[at]) {
    case 0x22:
      return scanText(bytes, at + 1);
    case 0x7b:
      return scanObject(bytes, at + 1, depth, places, cuts);
    case 0x5b:
      return scanList(bytes, at + 1, depth, cuts);
    case 0x74:
      return expect(bytes, at, TRUE);
    case 0x66:
      return expect(bytes, at, FALSE);
    case 0x6e:
      return expect(bytes, at, NULL);
    default:
      return scanNumber(bytes, at);
  }
}

function scanList(bytes: Uint8Array, from: number, depth: number, cuts: Cuts): number {
  if (depth > DEEPEST) return UNSURE;
  if (bytes[from] === 0x5d) return from + 1;
  for (let at = from; ; at++) {
    at = scanValue(bytes, at, depth + 1, null, cuts);
    if (at < 0) return UNSURE;
    if (bytes[at] === 0x5d) return at + 1;
    if (bytes[at] !== 0x2c) return UNSURE;
  }
}

/** A whole number of at most 15 digits: it has one spelling, and is exact. */
function scanNumber(bytes: Uint8Array, from: number): number {
  const start = bytes[from] === 0x2d ? from + 1 : from;
  if (bytes[start] === 0x30) return start === from && !isNumeric(bytes[start + 1]!) ? start + 1 : UNSURE;
  let at = start;
  while (bytes[at]! >= 0x30 && bytes[at]! <= 0x39) at++;
  return at === start || at - start > 15 || isNumeric(bytes[at]!) ? UNSURE : at;
}

/** What may go on with a number: a digit, a point, an exponent. */
const isNumeric = (byte: number): boolean =>
  (byte >= 0x30 && byte <= 0x39) || byte === 0x2e || (byte | 0x20) === 0x65;

/** A text, from after its opening quote on. Escapes are those of two characters that RFC 8785 demands. */
export function scanText(bytes: Uint8Array, from: number): number {
  for (let at = from; ;) {
    const byte = bytes[at]!;
    if (byte === 0x22) return at + 1;
    if (byte >= 0x80) {
      const next = bytes[at + 1]!;
      if (byte >= 0xc2 && byte <= 0xdf && next >= 0x80 && next <= 0xbf) at += 2;
      else {
        at = scanCharacter(bytes, at);
        if (at < 0) return UNSURE;
      }
    } else if (byte === 0x5c) {
      if (ESCAPED[bytes[at + 1]!] === 0) return UNSURE;
      at += 2;
    } else if (byte < 0x20) return UNSURE;
    else at++;
  }
}

const ESCAPED = new Uint8Array(256);
for (const byte of Buffer.from('"\\bfnrt')) ESCAPED[byte] = 1;

/** A character of three or four bytes (Unicode 16, table 3-7): no half of a pair, nothing longer than it has to be. */
function scanCharacter(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  const second = bytes[at + 1]!;
  if ((bytes[at + 2]! & 0xc0) !== 0x80 || (second & 0xc0) !== 0x80) return UNSURE;
  if (first >= 0xe0 && first <= 0xef) {
    if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return UNSURE;
    return at + 3;
  }
  if (first < 0xf0 || first > 0xf4 || (bytes[at + 3]! & 0xc0) !== 0x80) return UNSURE;
  return (first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f) ? UNSURE : at + 4;
}

/** Exactly these bytes; after something that was unsure, unsure too. */
export function expect(bytes: Uint8Array, at: number, what: Uint8Array): number {
  if (at < 0) return UNSURE;
  for (let n = 0; n < what.length; n++) if (bytes[at + n] !== what[n]) return UNSURE;
  return at + what.length;
}

const [TRUE, FALSE, NULL] = ["true", "false", "null"].map((text) => new TextEncoder().encode(text)) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
