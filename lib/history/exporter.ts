import { setTimeout as pause } from "node:timers/promises";
import type { BundleKind } from "@/lib/ledger/bundle";
import type { Json } from "@/lib/ledger/entry";
import { holds, type Actor } from "@/lib/law/actor";
import type { Desk } from "@/lib/proceedings/perform";
import { performWork } from "@/lib/proceedings/perform-work";
import { appPool } from "@/lib/store/client";
import { readHalt } from "@/lib/store/ledger";
import { readLedgerNow } from "@/lib/store/ledger-desk";
import { exportHistory } from "./export";
import type { PublicKeys } from "./public-keys";

/** H1 names the auditor alone. */
export const mayExport = (actor: Pick<Actor, "offices">): boolean => holds(actor, "auditor");

/** How long a bundle waits for the proof of its own last entry (milliseconds). */
const patience = 5000;

/**
 * The history as a file to be sent: the export is an act of its own (H1), and stands in it. Null when the law
 * does not let this person.
 */
export async function exportBundle(
  desk: Desk,
  actor: Actor,
  kind: BundleKind,
  keys: PublicKeys,
): Promise<ReadableStream<Uint8Array> | null> {
  const entered = await enterExport(desk, actor, { kind });
  if (!entered) return null;
  if (entered === "entered") await untilProven(keys.quorum);
  return streamOf(kind, keys);
}

/** Writes that something of the history is taken away, and what. Null when the law does not let this person. */
export async function enterExport(
  desk: Desk,
  actor: Actor,
  facts: { readonly [name: string]: Json },
): Promise<"entered" | "halted" | null> {
  // Where the history is halted nothing can be entered, and then most of all somebody has to look at it.
  if (await readHalt(appPool())) return "halted";
  const work = { work: "export_history", about: {}, reads: true } as const;
  const touch = () => Promise.resolve({ value: null, facts });
  return (await performWork(desk, actor, { ...work, touch })).ok ? "entered" : null;
}

async function untilProven(quorum: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await pause(200)) {
    const { entries, waiting, signed } = await readLedgerNow(appPool());
    if (waiting === 0 && signed?.size === entries && signed.witnesses >= quorum) return;
  }
}

/** A megabyte at a time: a stream that is handed line by line spends its time on being handed. */
const piece = 1 << 20;

function streamOf(kind: BundleKind, { log, quorum }: PublicKeys): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const send = async (): Promise<void> => {
    const client = await appPool().connect();
    let held: string[] = [];
    let size = 0;
    const flush = async (): Promise<void> => {
      const bytes = Buffer.from(held.map((line) => `${line}\n`).join(""), "utf8");
      [held, size] = [[], 0];
      await writer.ready;
      await writer.write(bytes);
    };
    try {
      await exportHistory(client, { kind, origin: log.name, quorum }, (line) => {
        held.push(line);
        size += line.length;
        return size > piece ? flush() : undefined;
      });
      await flush();
      await writer.close();
    } finally {
      client.release();
    }
  };
  // Whoever goes away in the middle gets no whole file, and its last line would say so.
  send().catch((fault: unknown) => writer.abort(fault).catch(() => undefined));
  return readable;
}
