import type { EntryScanner } from "@/lib/ledger/scan-entry";

/**
 * What `EntryScanner` was sure of in a block of lines, in their order: plain arrays, so that another thread can hand
 * them over. The lines between are left to the parser.
 */
export type Scanned = {
  count: number;
  /** Of each line: its place in the block (its break included), and that of the entry in it. */
  readonly places: Int32Array;
  readonly indexes: Float64Array;
  /** Milliseconds since 1970. */
  readonly times: Float64Array;
  readonly leaves: Uint8Array;
  /** A sum of SAMPLE and FOLDS. */
  readonly marks: Uint8Array;
};
export const [SAMPLE, FOLDS] = [1, 2] as const;

/** Fewer bytes than the shortest line of an entry has. */
const SHORTEST = 128;
const newline = 0x0a;

/** Reads lines; the block ends with a line break. */
export function scanBlock(scanner: EntryScanner, bytes: Uint8Array): Scanned {
  const most = Math.ceil(bytes.length / SHORTEST);
  const scanned: Scanned = {
    count: 0,
    places: new Int32Array(4 * most),
    indexes: new Float64Array(most),
    times: new Float64Array(most),
    leaves: new Uint8Array(32 * most),
    marks: new Uint8Array(most),
  };
  for (let from = 0; from < bytes.length;) {
    const nth = scanned.count;
    if (scanner.scan(bytes, from, scanned.leaves, 32 * nth)) {
      scanned.places[4 * nth] = from;
      scanned.places[4 * nth + 1] = scanner.entryFrom;
      scanned.places[4 * nth + 2] = scanner.entryTo;
      scanned.places[4 * nth + 3] = from = scanner.to;
      scanned.indexes[nth] = scanner.index;
      scanned.times[nth] = scanner.time;
      scanned.marks[nth] = (scanner.sample ? SAMPLE : 0) + (scanner.folds ? FOLDS : 0);
      scanned.count += 1;
    } else from = bytes.indexOf(newline, from) + 1 || bytes.length;
  }
  return scanned;
}
