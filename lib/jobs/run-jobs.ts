import { randomUUID } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type pg from "pg";
import { log } from "@/lib/log";
import { endJob, restJob, takeJob, type Job, type JobKind } from "@/lib/store/jobs";
import { inPlainTransaction, type PlainTx } from "@/lib/store/transaction";
import type { JobNews } from "./news";
import { Report } from "./report";

type Tx = PlainTx;

/**
 * What a kind of job does. `run` may be stopped whenever it reports, and is begun again after a crash: it goes on from
 * what it has kept. It gives what belongs to the end of the job, written in one transaction with it.
 */
export interface Work {
  run(job: Job, report: Report): Promise<(tx: Tx) => Promise<void>>;
  /** It will not go on: somebody cancelled it, or it failed as often as it was begun. */
  giveUp(tx: Tx, job: Job): Promise<void>;
}
export type Works = Readonly<Record<JobKind, Work>>;

/** Two jobs at a time; beside a large one only those that are done in a moment. */
const SMALL = 2_000_000;
const lanes = [null, SMALL] as const;
/** With so much trouble behind it, and no step forward, a job is given up: five faults of its own. */
const TOO_MUCH = 20;
const REST = 2_000;

/**
 * Does jobs until `signal` says to leave; one that is under way is then laid down for whoever comes next.
 * `news` wakes it when there is something to do.
 */
export async function runJobs(
  pool: pg.Pool,
  works: Works,
  { signal, news }: { signal: AbortSignal; news: JobNews },
): Promise<void> {
  const lane = async (largest: number | null): Promise<void> => {
    while (!signal.aborted) {
      const job = await takeJob(pool, largest);
      if (job) await doJob(pool, works, job, signal);
      else await news.next(REST);
    }
  };
  signal.addEventListener("abort", () => news.tell(), { once: true });
  await Promise.all(lanes.map(lane));
}

async function doJob(pool: pg.Pool, works: Works, job: Job, signal: AbortSignal): Promise<void> {
  const work = works[job.kind];
  const report = new Report(pool, job.id, signal);
  try {
    if (job.wish === "cancel") return await giveUp(pool, work, job, "cancelled");
    if (job.trouble >= TOO_MUCH) return await giveUp(pool, work, job, "failed");
    const end = await work.run(job, report);
    await report.close();
    await inPlainTransaction(pool, async (tx) => {
      await endJob(tx, job.id, "done");
      await end(tx);
    });
  } catch (fault) {
    await report.close();
    // One that was cancelled is taken up once more, sees the wish, and is given up then.
    if (report.stop) return restJob(pool, job.id, report.stop === "pause" ? "paused" : "left");
    log.fault("job_fault", fault);
    await pauseFor(REST, signal);
    await restJob(pool, job.id, "fault");
  }
}

async function giveUp(pool: pg.Pool, work: Work, job: Job, how: "cancelled" | "failed"): Promise<void> {
  const number = randomUUID();
  if (how === "failed") log.warn("job_failed", { job: job.id, number });
  await inPlainTransaction(pool, async (tx) => {
    await endJob(tx, job.id, how, how === "failed" ? number : null);
    await work.giveUp(tx, job);
  });
}

const pauseFor = (ms: number, signal: AbortSignal): Promise<void> =>
  setTimeout(ms, undefined, { signal }).catch(() => undefined);
