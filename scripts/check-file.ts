import { createReadStream } from "node:fs";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import type { Verdict } from "@/lib/ledger/fault";

const newline = 0x0a;

/** Checks a bundle line by line. Each line ends with one line break and is UTF-8; anything else is a fault. */
export async function checkFile(
  file: string,
  trust: Trust,
  progress?: (lines: number) => void,
): Promise<Verdict> {
  const check = new HistoryCheck(trust);
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  const take = (line: Buffer): void => {
    let text: string | null = null;
    try {
      text = decoder.decode(line);
    } catch {
      // Not UTF-8: the line is a fault as it is.
    }
    check.take(text);
  };
  let rest: Buffer = Buffer.alloc(0);
  let lines = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
    const held = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    for (let to = held.indexOf(newline); to >= 0; to = held.indexOf(newline, from)) {
      take(held.subarray(from, to));
      from = to + 1;
      if (++lines % 10_000 === 0) progress?.(lines);
    }
    rest = held.subarray(from);
  }
  if (rest.length > 0) take(rest);
  return check.end();
}
