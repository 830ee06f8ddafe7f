import { parentPort, Worker, workerData } from "node:worker_threads";
import type { BundleKind } from "@/lib/ledger/bundle";
import { scanBlock, type Scanned } from "@/lib/ledger/scan-block";
import { EntryScanner } from "@/lib/ledger/scan-entry";

/** A block that was looked at; null where it was not worth it. */
export type Looked = { readonly bytes: Buffer; readonly scanned: Scanned | null };
type Answer = { bytes: Uint8Array; scanned: Scanned };
type Waiting = { resolve: (looked: Looked) => void; reject: (fault: Error) => void };
type Thread = { worker: Worker; ready: boolean; waiting: Waiting[] };

/** Blocks that lie with a thread at most: one in work, one so that it need not wait. */
const AHEAD = 2;

/** Looks at blocks of lines in other threads, and in this one where those have enough to do or do not run. */
export class Looks {
  private readonly scanner: EntryScanner;
  private readonly threads: Thread[];

  constructor(kind: BundleKind, count: number) {
    this.scanner = new EntryScanner(kind);
    this.threads = Array.from({ length: count }, () => start(kind));
  }

  /** The bytes come back with the answer; until then they are not here. */
  look(bytes: Buffer): Looked | Promise<Looked> {
    const free = this.threads.filter(({ ready, waiting }) => ready && waiting.length < AHEAD);
    const thread = free.sort((a, b) => a.waiting.length - b.waiting.length)[0];
    if (!thread) return { bytes, scanned: scanBlock(this.scanner, bytes) };
    return new Promise((resolve, reject) => {
      thread.waiting.push({ resolve, reject });
      thread.worker.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
    });
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map(({ worker }) => worker.terminate()));
  }
}

function start(kind: BundleKind): Thread {
  const worker = startWorker(kind);
  const thread: Thread = { worker, ready: false, waiting: [] };
  worker.on("message", (answer: Answer | null) => {
    if (!answer) thread.ready = true;
    else {
      const { buffer, byteOffset, length } = answer.bytes;
      thread.waiting
        .shift()
        ?.resolve({ bytes: Buffer.from(buffer, byteOffset, length), scanned: answer.scanned });
    }
  });
  // A thread that cannot be had is done without; what lies with one that ends is lost.
  const lost = (fault: Error): void => {
    thread.ready = false;
    thread.waiting.splice(0).forEach(({ reject }) => reject(fault));
  };
  worker.on("error", lost);
  worker.on("exit", () => lost(new Error("a thread of the check has ended")));
  return thread;
}

/** The same file again where the check is one file (verify-file.ts); otherwise a file of its own, through tsx. */
function startWorker(kind: BundleKind): Worker {
  const workerData: Task = { look: kind };
  const here = import.meta.url;
  return here.endsWith(".ts")
    ? new Worker(new URL("./scan-thread.mjs", here), { workerData, execArgv: [] })
    : new Worker(new URL(here), { workerData });
}

type Task = { look: BundleKind };

/** The other side: answers until it is ended. */
export function answerLooks(): void {
  const scanner = new EntryScanner((workerData as Task).look);
  parentPort!.on("message", (bytes: Uint8Array) => {
    const scanned = scanBlock(scanner, bytes);
    const { places, indexes, times, leaves, marks } = scanned;
    const own = [bytes, places, indexes, times, leaves, marks].map(({ buffer }) => buffer as ArrayBuffer);
    parentPort!.postMessage({ bytes, scanned } satisfies Answer, own);
  });
  parentPort!.postMessage(null);
}
