import type { EntryScanner } from "@/lib/ledger/scan-entry";

/**
 * What `EntryScanner` was sure of in a block of lines, in their order: plain arrays, so that another thread can hand
 * them over. The lines between are left to the parser.
 */
export type Scanned = {
  count: number;
  /** Of each line six places in the block: where it begins and ends (with its break), its actor, its payload. */
  readonly places: Int32Array;
  readonly indexes: Float64Array;
  /** Milliseconds since 1970. */
  readonly times: Float64Array;
  readonly leaves: Uint8Array;
  /** A sum of SAMPLE and FOLDS. */
  readonly marks: Uint8Array;
};
export const [SAMPLE, FOLDS] = [1, 2] as const;
export const PLACES = 6;

/** Fewer bytes than the shortest line of an entry has. */
const SHORTEST = 128;
const newline = 0x0a;

/** Reads lines; the block ends with a line break. */
export function scanBlock(scanner: EntryScanner, block: Uint8Array): Scanned {
  // A plain view: slices of a Buffer cost twice as much.
  const bytes = new Uint8Array(block.buffer, block.byteOffset, block.length);
  const most = Math.ceil(bytes.length / SHORTEST);
  const scanned: Scanned = {
    count: 0,
    places: new Int32Array(PLACES * most),
    indexes: new Float64Array(most),
    times: new Float64Array(most),
    leaves: new Uint8Array(32 * most),
    marks: new Uint8Array(most),
  };
  for (let from = 0; from < bytes.length;) {
    const nth = scanned.count;
    if (scanner.scan(bytes, from, scanned.leaves, 32 * nth)) {
      const { actorFrom, actorTo, payloadFrom, payloadTo, to } = scanner;
      const place = PLACES * nth;
      scanned.places[place] = from;
      scanned.places[place + 1] = to;
      scanned.places[place + 2] = actorFrom;
      scanned.places[place + 3] = actorTo;
      scanned.places[place + 4] = payloadFrom;
      scanned.places[place + 5] = payloadTo;
      from = to;
      scanned.indexes[nth] = scanner.index;
      scanned.times[nth] = scanner.time;
      scanned.marks[nth] = (scanner.sample ? SAMPLE : 0) + (scanner.folds ? FOLDS : 0);
      scanned.count += 1;
    } else from = bytes.indexOf(newline, from) + 1 || bytes.length;
  }
  return scanned;
}
