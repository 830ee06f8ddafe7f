import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { FileFault, Outcome } from "./problem";
import { SIGNS } from "./reading";
import { decodeTable, type Bytes } from "./table-text";
import type { Reading } from "./view";

/** A row that is longer has a quote that nobody closed: the rest of the file would run into it. */
const LONGEST_ROW = 1_000_000;
/** By so many bytes the encoding is told. */
const SAMPLE = 1 << 20;
/** What is decoded at once. */
const PIECE = 1 << 16;
const RECORDS_AT_ONCE = 1000;

export function failAt(code: FileFault, row: number, heading: string | null, detail: string): Outcome<never> {
  return { ok: false, problem: { code, place: { kind: "row", row, heading }, detail } };
}

/** Records as they stand in the file, many at once; a fault is the last thing that comes. */
export async function* readRecords(
  source: Bytes,
  reading: Reading,
): AsyncGenerator<Outcome<string[][]>, void> {
  let fault: Outcome<never> | null = null;
  const text = async function* (): AsyncGenerator<string> {
    for await (const piece of decodeTable(source, reading.encoding)) {
      if (piece.ok) yield piece.value;
      else return void (fault = piece);
    }
  };
  const parser = Readable.from(text()).pipe(
    parse({
      delimiter: SIGNS[reading.separator],
      relax_column_count: true,
      relax_quotes: true,
      bom: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      max_record_size: LONGEST_ROW,
    }),
  );
  let held: string[][] = [];
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      held.push(record);
      if (held.length < RECORDS_AT_ONCE) continue;
      yield { ok: true, value: held };
      held = [];
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = Number(error.records) + 1;
    const long = error.code === "CSV_MAX_RECORD_SIZE";
    fault ??= failAt(long ? "rowTooLong" : "brokenTable", row, null, long ? String(LONGEST_ROW) : error.code);
  }
  if (fault) yield fault;
  else if (held.length > 0) yield { ok: true, value: held };
}

/** The first bytes of a source, and the source with them before it again. */
export async function sampleOf(source: Bytes): Promise<{ sample: Uint8Array; whole: Bytes }> {
  const pieces: Uint8Array[] = [];
  const rest = Readable.from(source)[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
  let size = 0;
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    pieces.push(next.value);
    size += next.value.length;
    if (size >= SAMPLE) break;
  }
  const sample = pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces);
  const whole = async function* (): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < sample.length; at += PIECE) yield sample.subarray(at, at + PIECE);
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  };
  return { sample: sample.subarray(0, SAMPLE), whole: whole() };
}
