import { open, readFile, stat } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import { checkConsistency, isConsistency } from "@/lib/ledger/consistency";
import { checkReceipt, isReceipt } from "@/lib/ledger/receipt";
import type { Verdict } from "@/lib/ledger/fault";
import { BLOCK, readBlocks } from "./blocks";
import { Looks, type Looked } from "./scan-threads";
import { carriers } from "./receipt-in";

/** Bytes below which a check is over before a thread has begun. */
const WORTH_A_THREAD = 64 << 20;
/** More threads than these would wait for the one that puts everything in order. */
const MOST_THREADS = 3;
const told = 10_000;

/** Checks a receipt, on its own or in what carries it, a proof between two heads, or a bundle block by block. `threads`: how many besides this one. */
export async function checkFile(
  file: string,
  trust: Trust,
  progress?: (lines: number) => void,
  threads?: number,
): Promise<Verdict> {
  const start = await readStart(file);
  const carrier = Object.keys(carriers).find((mark) => start.startsWith(mark));
  if (carrier) return checkReceipt(lineOf(carriers[carrier]!(await readFile(file))), trust);
  if (isReceipt(start)) return checkReceipt(lineOf(await readFile(file)), trust);
  if (isConsistency(start)) return checkConsistency(lineOf(await readFile(file)), trust);
  const worth = (await stat(file)).size >= WORTH_A_THREAD;
  const others = worth ? Math.min(MOST_THREADS, availableParallelism() - 1) : 0;
  return checkBlocks(file, new HistoryCheck(trust), threads ?? others, progress);
}

async function checkBlocks(
  file: string,
  check: HistoryCheck,
  threads: number,
  progress?: (lines: number) => void,
): Promise<Verdict> {
  const spare: Buffer[] = [];
  const line = new BlockLine(check, spare, threads, progress);
  try {
    for await (const { bytes, broken } of readBlocks(file, spare)) {
      if (broken) {
        await line.take(0);
        check.take(bytes, true);
      } else {
        line.add(bytes);
        await line.take(2 * threads + 1);
      }
    }
    await line.take(0);
  } finally {
    await line.end();
  }
  return check.end();
}

/** Blocks on their way from the file to the check, in the order of the file. */
class BlockLine {
  private readonly slots: { looked: Looked | null; coming: Promise<unknown> | null }[] = [];
  private looks: Looks | null = null;
  private told = 0;

  constructor(
    private readonly check: HistoryCheck,
    private readonly spare: Buffer[],
    private readonly threads: number,
    private readonly progress?: (lines: number) => void,
  ) {}

  add(bytes: Buffer): void {
    const kind = this.check.expects;
    if (kind) this.looks ??= new Looks(kind, this.threads);
    const looked = kind && this.looks ? this.looks.look(bytes) : { bytes, scanned: null };
    const slot: (typeof this.slots)[number] = { looked: null, coming: null };
    if ("then" in looked) {
      slot.coming = looked.then((there) => (slot.looked = there));
      // Whoever waits for it will hear of it.
      slot.coming.catch(() => undefined);
    } else slot.looked = looked;
    this.slots.push(slot);
  }

  /** Takes in what is there; waits where more than `most` would be left. */
  async take(most: number): Promise<void> {
    for (let slot = this.slots[0]; slot; slot = this.slots[0]) {
      if (!slot.looked && this.slots.length <= most) return;
      await slot.coming;
      this.slots.shift();
      this.takeIn(slot.looked!);
    }
  }

  async end(): Promise<void> {
    await this.looks?.end();
  }

  private takeIn({ bytes, scanned }: Looked): void {
    this.check.takeBlock(bytes, scanned);
    if (bytes.buffer.byteLength === BLOCK) this.spare.push(Buffer.from(bytes.buffer));
    const now = Math.floor(this.check.lines / told);
    if (now > this.told) this.progress?.(now * told);
    this.told = now;
  }
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
function lineOf(bytes: Buffer | null): string {
  if (!bytes) return "";
  const text = bytes.toString("utf8");
  const whole = Buffer.from(text, "utf8").equals(bytes) && text.indexOf("\n") === text.length - 1;
  return whole ? text.slice(0, -1) : "";
}
