import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { log } from "@/lib/log";
import type { Queryable } from "@/lib/store/client";
import { beginHalt } from "@/lib/store/ledger";
import type { Keeper } from "./keeper";
import type { Keepers } from "./keepers";
import { Contradiction, Publisher } from "./publish";
import { Sequencer } from "./sequence";
import { checkStanding } from "./standing";
import { printHalt } from "./view";

/** Between two looks for new entries, and at least between two checkpoints (milliseconds). */
const look = 200;
const checkpointEvery = 1000;
const signerRest = 5000;
/** How often everything is looked through, whatever its transaction: a table restored under us, say. */
const wholeEvery = 3_600_000;

/**
 * Keeps the ledger until `leaving` says so: entries take their places, heads are signed and witnessed. `client`
 * holds the worker's seat, `db` is for everything beside the sequence. Ends by itself when the history is halted.
 */
export async function keepLedger(
  client: pg.ClientBase,
  db: Queryable,
  keepers: Keepers,
  leaving: { signal: AbortSignal },
): Promise<void> {
  const halted = await checkStanding(db, keepers);
  if (halted) return log.warn("ledger_halted", { reason: printHalt(halted) });
  const sequencer = await Sequencer.open(client, keepers.signer.key.name);
  const trouble = (witness: Keeper, fault: unknown): void => {
    // A witness elsewhere may err, or lie: it withholds its signature, and no more. One near by shows what it signed.
    if (fault instanceof Contradiction && witness.last) void halt(db, fault);
    else log.warn("witness_fails", { witness: witness.key.name, reason: String(fault) });
  };
  const publisher = await Publisher.open(db, keepers, trouble);
  let [nextSigned, nextWhole] = [0, performance.now() + wholeEvery];
  while (!leaving.signal.aborted) {
    if (performance.now() >= nextWhole) {
      sequencer.forget();
      nextWhole = performance.now() + wholeEvery;
    }
    const taken = await sequencer.round();
    if (sequencer.size > publisher.size && performance.now() >= nextSigned) {
      const answer = await sign(publisher, sequencer.head());
      if (answer === "halted") return;
      nextSigned = performance.now() + (answer === "signed" ? checkpointEvery : signerRest);
    }
    publisher.tell();
    if (taken === 0) await setTimeout(look, undefined, leaving).catch(() => undefined);
  }
  await publisher.settle();
}

/** A signer out of reach holds up no entry: they wait for their proof, and the desk shows how many. */
async function sign(publisher: Publisher, head: string): Promise<"signed" | "failed" | "halted"> {
  try {
    await publisher.sign(head);
    return "signed";
  } catch (fault) {
    if (fault instanceof Contradiction) {
      await halt(publisher.db, fault);
      return "halted";
    }
    log.warn("signer_fails", { reason: String(fault) });
    return "failed";
  }
}

async function halt(db: Queryable, { halt: found }: Contradiction): Promise<void> {
  await beginHalt(db, printHalt(found));
  log.warn("ledger_halted", { reason: printHalt(found) });
}
