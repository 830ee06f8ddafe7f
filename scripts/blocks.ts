import { open } from "node:fs/promises";

const newline = 0x0a;
/** Bytes that are read at once. */
export const BLOCK = 1 << 20;

/** What is read of a file at a time: lines with their breaks, or at the end (`broken`) one that lacks it. */
export type Block = { readonly bytes: Buffer; readonly broken: boolean };

/**
 * A file in blocks of whole lines; the next is read while this one is looked at. `spare` are buffers that nobody needs
 * any more, each with memory of its own, so that another thread can have it.
 */
export async function* readBlocks(file: string, spare: Buffer[]): AsyncGenerator<Block> {
  const handle = await open(file);
  let block = spare.pop() ?? ownBuffer(BLOCK);
  let filled = 0;
  let reading = handle.read(block, 0, block.length, null);
  try {
    for (;;) {
      const { bytesRead } = await reading;
      if (bytesRead === 0) break;
      const seen = filled;
      filled += bytesRead;
      const last = block.subarray(seen, filled).lastIndexOf(newline);
      const whole = last < 0 ? 0 : seen + last + 1;
      const next = roomFor(filled - whole, spare);
      block.copy(next, 0, whole, filled);
      reading = handle.read(next, filled - whole, next.length - (filled - whole), null);
      const bytes = block.subarray(0, whole);
      [block, filled] = [next, filled - whole];
      if (whole > 0) yield { bytes, broken: false };
    }
    if (filled > 0) yield { bytes: block.subarray(0, filled), broken: true };
  } finally {
    await reading.catch(() => undefined);
    await handle.close();
  }
}

/** A line may be longer than a block. */
const roomFor = (rest: number, spare: Buffer[]): Buffer =>
  rest > BLOCK / 2 ? ownBuffer(2 * rest + BLOCK) : (spare.pop() ?? ownBuffer(BLOCK));

const ownBuffer = (size: number): Buffer => Buffer.from(new ArrayBuffer(size));
