import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { log } from "@/lib/log";
import type { Queryable } from "@/lib/store/client";
import { beginHalt } from "@/lib/store/ledger";
import type { Keepers } from "./keepers";
import { Contradiction, Publisher } from "./publish";
import { Sequencer } from "./sequence";
import { checkStanding } from "./standing";
import { printHalt } from "./view";

/** Between two looks for new entries, and at least between two checkpoints (milliseconds). */
const look = 200;
const checkpointEvery = 1000;

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
  const trouble = (witness: string, fault: unknown): void => {
    if (fault instanceof Contradiction) void halt(db, fault);
    else log.warn("witness_out_of_reach", { witness, reason: String(fault) });
  };
  const publisher = await Publisher.open(db, keepers, trouble);
  let signed = 0;
  while (!leaving.signal.aborted) {
    const taken = await sequencer.round();
    if (sequencer.size > publisher.size && Date.now() - signed >= checkpointEvery) {
      signed = Date.now();
      try {
        await publisher.sign(sequencer.head());
      } catch (fault) {
        if (!(fault instanceof Contradiction)) throw fault;
        return halt(db, fault);
      }
      publisher.tell();
    }
    if (taken === 0) await setTimeout(look, undefined, leaving).catch(() => undefined);
  }
  await publisher.settle();
}

async function halt(db: Queryable, { halt: found }: Contradiction): Promise<void> {
  await beginHalt(db, printHalt(found));
  log.warn("ledger_halted", { reason: printHalt(found) });
}
