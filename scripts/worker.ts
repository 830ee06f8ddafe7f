import { environment } from "@/lib/env";
import { keepLedger } from "@/lib/history/keep";
import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { log } from "@/lib/log";
import { appPool, closeConnections } from "@/lib/store/client";
import { type Seat, takeSeat } from "@/lib/store/heartbeat";
import { pause } from "./process-table";
import { putBehind, stepBack } from "./put-behind";

const interval = 5000;
/** Whoever waits at a screen comes first, the jobs last (the scale of `nice`). */
const place = { behind: 10 };

/** Does what nobody waits for at a screen. Its heartbeat tells the others that it is there. */
async function work(): Promise<void> {
  await stepBack(process.pid, place);
  appPool().on("connect", (client) => void putBehind(client, place));
  let seat: Seat | null = null;
  const leaving = new AbortController();
  let ledger: Promise<void> = Promise.resolve();
  const leave = async (): Promise<void> => {
    leaving.abort();
    await ledger.catch(() => undefined);
    await seat?.leave();
    await closeConnections();
    process.exit(0);
  };
  process.once("SIGTERM", () => void leave());
  process.once("SIGINT", () => void leave());
  const keepers = await openKeepers(readKeeperSettings(process.env));
  const url = environment().DATABASE_URL_APP;
  seat = await takeSeat(url, "worker", () => log.info("another worker has the seat: waiting"), endAtOnce);
  log.info("worker at work");
  ledger = keepLedger(seat.client, appPool(), keepers, leaving);
  ledger.catch((fault: unknown) => {
    log.fault("ledger failed", fault);
    process.exit(1);
  });
  for (;;) {
    await seat.beat();
    await pause(interval);
  }
}

/** Without the connection the lock is gone, and another may have the seat by now. */
function endAtOnce(): never {
  log.warn("worker lost its connection");
  process.exit(1);
}

work().catch((fault: unknown) => {
  log.fault("worker failed", fault);
  process.exit(1);
});
