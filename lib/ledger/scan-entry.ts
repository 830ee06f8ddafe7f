import { hash } from "node:crypto";
import type { BundleKind } from "@/lib/ledger/bundle";
import { scanBytes } from "@/lib/ledger/base64";
import { scanMoment } from "@/lib/ledger/moment";
import { hasOwnPlaces, placesOf } from "@/lib/ledger/places";
import { Cuts, expect, scanObject, scanText, UNSURE } from "@/lib/ledger/scan";

/** Longer lines are left to the parser. */
const LONGEST = 1 << 16;

const word = (text: string): Uint8Array => new TextEncoder().encode(text);
const ENTRY = word('{"entry":');
const ACTOR = word('{"actor":{');
const AT = word(',"at":"');
const CLOSED = word('","closed":"');
const ID = word('","id":"');
const PAYLOAD = word(',"payload":{');
const SAMPLE = word(',"sample":true');
const NO_SAMPLE = word(',"sample":false');
const VERSION = word(',"v":1}');
const INDEX = word(',"index":');
const LEAF = word(',"leaf":"');
const SALT = word('","salt":"');
const END = word('"}\n');

/** The kinds that are known, and whether fold or signing look at them; those that both pass over need nothing. */
const kinds = { account: false, imported: false, refusal: false, work: false } as const;
const folding = {
  ...{ act: true, arrived: true, departed: true, fell_back: true, stage: true, standing: true },
  ...{ passkey: true, reset: true, statement: true },
} as const;

/**
 * Reads the line of an entry from its bytes without making values of it, and hashes its two parts from slices. What it
 * says yes to, `readLine` and `readEntryLine` take too and without a finding, except that of an entry that `folds` it is
 * left open whether its payload has what its kind needs (shape.ts). For every other line they have to be asked.
 */
export class EntryScanner {
  /** After a yes: what the line said. The time is in milliseconds since 1970. */
  index = 0;
  time = 0;
  sample = false;
  folds = false;
  /** Where the entry and its parts begin and end, and where the next line begins. */
  entryFrom = 0;
  entryTo = 0;
  actorFrom = 0;
  actorTo = 0;
  payloadFrom = 0;
  payloadTo = 0;
  to = 0;

  private readonly full: boolean;
  private readonly kinds: readonly Kind[];
  private last: Kind;
  private readonly cuts = new Cuts();
  /** Where the commitment stands in the open part: after the time. */
  private seam = 0;
  private readonly salt = new Uint8Array(32);
  private readonly said = new Uint8Array(32);
  /** A part of the entry as it is hashed. */
  private readonly room = new Uint8Array(2 * LONGEST);
  private length = 0;

  constructor(kind: BundleKind) {
    this.full = kind === "full";
    const other = placesOf("", this.full);
    this.kinds = Object.entries({ ...kinds, ...folding }).map(([name, folds]) => ({
      ...{ name: word(name), folds },
      places: hasOwnPlaces(name) ? placesOf(name, this.full) : other,
    }));
    this.last = this.kinds[0]!;
  }

  /** Whether the line at `from` is sure, and gives its leaf; that is then written to `leaves`, from `place` on. */
  scan(bytes: Uint8Array, from: number, leaves: Uint8Array, place: number): boolean {
    const leaf = this.read(bytes, from);
    if (leaf === null) return false;
    const { said } = this;
    for (let n = 0; n < 32; n++) {
      const byte = leaf.charCodeAt(n);
      if (byte !== said[n]) return false;
      leaves[place + n] = byte;
    }
    return true;
  }

  /** The leaf that the entry of a line gives, whatever the line says of it: a character a byte. Null when not sure. */
  read(bytes: Uint8Array, from: number): string | null {
    const end = this.scanLine(bytes, from);
    if (end < 0 || end - from > LONGEST) return null;
    this.to = end;
    return this.full ? this.leafOfParts(bytes) : this.leafOf(bytes);
  }

  private scanLine(bytes: Uint8Array, from: number): number {
    let at = this.scanEntry(bytes, expect(bytes, from, ENTRY));
    this.entryTo = at;
    at = this.scanIndex(bytes, expect(bytes, at, INDEX));
    at = scanBytes(bytes, expect(bytes, at, LEAF), this.said);
    if (this.full) at = scanBytes(bytes, expect(bytes, at, SALT), this.salt);
    return expect(bytes, at, END);
  }

  private scanEntry(bytes: Uint8Array, from: number): number {
    this.entryFrom = from;
    const head = expect(bytes, from, ACTOR);
    let at = this.scanBody(bytes, head, this.last);
    if (at < 0) return UNSURE;
    const kind = this.kindIn(bytes);
    if (!kind) return UNSURE;
    // Where the kind closes other places than those that were looked for, once more with its own.
    if (kind.places !== this.last.places) at = this.scanBody(bytes, head, kind);
    this.last = kind;
    this.folds = kind.folds;
    const sampled = expect(bytes, at, SAMPLE);
    this.sample = sampled >= 0;
    return expect(bytes, this.sample ? sampled : expect(bytes, at, NO_SAMPLE), VERSION);
  }

  /** From the actor to the payload. */
  private scanBody(bytes: Uint8Array, from: number, { places }: Kind): number {
    this.cuts.clear();
    this.actorFrom = from - 1;
    let at = from < 0 ? UNSURE : scanObject(bytes, from, 3, places.actor, this.cuts);
    this.actorTo = at;
    at = expect(bytes, at, AT);
    this.time = at < 0 ? NaN : scanMoment(bytes, at);
    if (Number.isNaN(this.time)) return UNSURE;
    this.seam = at + 25;
    at += 24;
    if (!this.full) at = scanHex(bytes, expect(bytes, at, CLOSED));
    at = expect(bytes, at, ID);
    at = at < 0 ? UNSURE : scanText(bytes, at);
    at = expect(bytes, at, PAYLOAD);
    this.payloadFrom = at - 1;
    this.payloadTo = at < 0 ? UNSURE : scanObject(bytes, at, 3, places.payload, this.cuts);
    return this.payloadTo;
  }

  private kindIn(bytes: Uint8Array): Kind | null {
    const { kindFrom, kindTo } = this.cuts;
    if (kindFrom < 0) return null;
    for (const kind of this.kinds) if (expect(bytes, kindFrom, kind.name) === kindTo) return kind;
    return null;
  }

  private scanIndex(bytes: Uint8Array, from: number): number {
    if (from < 0) return UNSURE;
    let [at, index] = [from, 0];
    for (; bytes[at]! >= 0x30 && bytes[at]! <= 0x39 && at - from <= 15; at++)
      index = index * 10 + bytes[at]! - 0x30;
    this.index = index;
    const digits = at - from;
    return digits === 0 || digits > 15 || (digits > 1 && bytes[from] === 0x30) ? UNSURE : at;
  }

  private leafOfParts(bytes: Uint8Array): string {
    const { cuts, room } = this;
    const commitment = `${this.commitment(bytes)}"`;
    this.begin();
    let at = this.entryFrom;
    for (let n = 0; n <= cuts.count; n++) {
      const from = n < cuts.count ? cuts.from[n]! : this.entryTo;
      if (at < this.seam && from >= this.seam) {
        this.put(bytes, at, this.seam);
        this.put(OWN_CLOSED, 0, OWN_CLOSED.length);
        this.putText(commitment);
        at = this.seam;
      }
      this.put(bytes, at, from);
      at = cuts.to[n]!;
    }
    return hash("sha256", room.subarray(0, this.length), "binary");
  }

  /** SHA-256 of the salt and the closed part, in hex (closed.ts). */
  private commitment(bytes: Uint8Array): string {
    const { cuts, room } = this;
    this.length = 0;
    this.put(this.salt, 0, 32);
    room[this.length++] = 0x7b;
    for (let n = 0; n < cuts.count; n++) {
      if (n > 0) room[this.length++] = 0x2c;
      const prefix = cuts.prefix[n]!;
      this.put(prefix, 0, prefix.length);
      this.put(bytes, cuts.name[n]!, cuts.end[n]!);
    }
    room[this.length++] = 0x7d;
    return hash("sha256", room.subarray(0, this.length), "hex");
  }

  private leafOf(bytes: Uint8Array): string {
    this.begin();
    this.put(bytes, this.entryFrom, this.entryTo);
    return hash("sha256", this.room.subarray(0, this.length), "binary");
  }

  /** The mark of a leaf (RFC 6962, section 2.1). */
  private begin(): void {
    this.room[0] = 0;
    this.length = 1;
  }

  private put(bytes: Uint8Array, from: number, to: number): void {
    const { room } = this;
    let length = this.length;
    if (to - from > 64) {
      room.set(bytes.subarray(from, to), length);
      length += to - from;
    } else for (let at = from; at < to; at++) room[length++] = bytes[at]!;
    this.length = length;
  }

  private putText(text: string): void {
    const { room, length } = this;
    for (let n = 0; n < text.length; n++) room[length + n] = text.charCodeAt(n);
    this.length = length + text.length;
  }
}

type Kind = {
  readonly name: Uint8Array;
  readonly folds: boolean;
  readonly places: ReturnType<typeof placesOf>;
};

const OWN_CLOSED = word(',"closed":"');

/** 64 hex digits. */
function scanHex(bytes: Uint8Array, from: number): number {
  if (from < 0) return UNSURE;
  for (let at = from; at < from + 64; at++) {
    const byte = bytes[at]!;
    if (!((byte >= 0x30 && byte <= 0x39) || (byte >= 0x61 && byte <= 0x66))) return UNSURE;
  }
  return from + 64;
}
