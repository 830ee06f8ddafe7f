import { pipeline, Readable, type Duplex } from "node:stream";
import { stop } from "./package-stop";

/** A file that grows further than this out of its compressed bytes is a bomb. Small files may. */
const GREATEST_RATIO = 100;
const FREE_BYTES = 1_000_000;

/** Whether so many bytes out of so many compressed ones are more than a document can be. */
export const expandsTooMuch = (bytes: number, packed: number): boolean =>
  bytes > FREE_BYTES && bytes > GREATEST_RATIO * packed;

/**
 * Unpacks a stream with this engine of node:zlib and counts what really goes in and comes out: a header may say
 * anything. Stops as soon as it grows too much.
 */
export async function* expand(
  packed: AsyncIterable<Uint8Array>,
  engine: Duplex,
  pathNow: () => string | null,
): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let given = 0;
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of packed) {
      taken += chunk.length;
      yield chunk;
    }
  }
  // A fault of either end destroys the engine, and the loop below throws it.
  pipeline(Readable.from(counted(), { objectMode: false }), engine, () => undefined);
  for await (const chunk of engine as AsyncIterable<Uint8Array>) {
    given += chunk.length;
    if (expandsTooMuch(given, taken)) stop("expandsTooMuch", pathNow(), `${given} : ${taken}`);
    yield chunk;
  }
}
