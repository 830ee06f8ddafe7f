import { createReadStream } from "node:fs";
import { open, readFile } from "node:fs/promises";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import { checkReceipt, isReceipt } from "@/lib/ledger/receipt";
import type { Verdict } from "@/lib/ledger/fault";

const newline = 0x0a;

/** Checks a receipt, or a bundle line by line. */
export async function checkFile(
  file: string,
  trust: Trust,
  progress?: (lines: number) => void,
): Promise<Verdict> {
  const start = await readStart(file);
  if (isReceipt(start)) return checkReceipt(await readLine(file), trust);
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

async function readStart(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(32), 0, 32, 0);
    return buffer.toString("latin1", 0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The one line of a file; what is no UTF-8, or more than one line, is no line that any check takes. */
async function readLine(file: string): Promise<string> {
  const bytes = await readFile(file);
  const text = bytes.toString("utf8");
  const whole = Buffer.from(text, "utf8").equals(bytes) && text.indexOf("\n") === text.length - 1;
  return whole ? text.slice(0, -1) : "";
}
