import { createReadStream } from "node:fs";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import type { Verdict } from "@/lib/ledger/fault";

const newline = 0x0a;

/** Checks a bundle line by line. */
export async function checkFile(
  file: string,
  trust: Trust,
  progress?: (lines: number) => void,
): Promise<Verdict> {
  const check = new HistoryCheck(trust);
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const held = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let to = held.indexOf(newline); to >= 0; to = held.indexOf(newline, from)) {
      check.take(held.subarray(from, to));
      from = to + 1;
      if (++lines % 10_000 === 0) progress?.(lines);
    }
    rest = held.subarray(from);
  }
  if (rest.length > 0) check.take(rest, true);
  return check.end();
}
