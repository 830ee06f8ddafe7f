import { setTimeout as sleep } from "node:timers/promises";
import { environment } from "@/lib/env";
import { clearLeft } from "@/lib/intake/clear-left";
import { intakeWorks } from "@/lib/intake/work";
import { ownDesk } from "@/lib/intake/write";
import { JobNews } from "@/lib/jobs/news";
import { runJobs } from "@/lib/jobs/run-jobs";
import { log } from "@/lib/log";
import { appPool, closeConnections } from "@/lib/store/client";
import { type Seat, takeSeat } from "@/lib/store/heartbeat";
import { freeJobs } from "@/lib/store/jobs";
import { pause } from "./process-table";
import { putBehind, stepBack } from "./put-behind";

const interval = 5000;
const hour = 3_600_000;
/** Whoever waits at a screen comes first (the scale of `nice`). */
const place = { behind: 19, aside: true };

/** Does the jobs: what takes longer than somebody waits for at a screen. */
async function work(): Promise<void> {
  await stepBack(process.pid, place);
  appPool().on("connect", (client) => void putBehind(client, place));
  let seat: Seat | null = null;
  const leaving = new AbortController();
  let jobs: Promise<void> = Promise.resolve();
  const leave = async (): Promise<void> => {
    leaving.abort();
    await jobs.catch(() => undefined);
    await seat?.leave();
    await closeConnections();
    process.exit(0);
  };
  process.once("SIGTERM", () => void leave());
  process.once("SIGINT", () => void leave());
  const waiting = (): void => log.info("another has the seat of the jobs: waiting");
  seat = await takeSeat(environment().DATABASE_URL_APP, "jobs", waiting, endAtOnce);
  await freeJobs(appPool());
  const news = await JobNews.listen(seat.client);
  log.info("jobs at work");
  jobs = runJobs(appPool(), intakeWorks(ownDesk()), { signal: leaving.signal, news });
  jobs.catch((fault: unknown) => {
    log.fault("jobs failed", fault);
    process.exit(1);
  });
  void keepClear(leaving.signal);
  for (;;) {
    await seat.beat();
    await pause(interval);
  }
}

/** Once an hour. What could not be cleared is no fault of the jobs, and is tried again. */
async function keepClear(leaving: AbortSignal): Promise<void> {
  while (!leaving.aborted) {
    await clearLeft(ownDesk()).then(
      (files) => files > 0 && log.info("cleared what nobody went on with", { files }),
      (fault: unknown) => log.fault("clearing failed", fault),
    );
    await sleep(hour, null, { signal: leaving }).catch(() => undefined);
  }
}

/** Without the connection the lock is gone, and another may have the seat by now. */
function endAtOnce(): never {
  log.warn("jobs lost their connection");
  process.exit(1);
}

work().catch((fault: unknown) => {
  log.fault("jobs failed", fault);
  process.exit(1);
});
