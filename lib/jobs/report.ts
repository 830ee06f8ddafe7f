import type { Queryable } from "@/lib/store/client";
import { reportJob, type Progress, type Wish } from "@/lib/store/jobs";

/** How often the database is told how far a job is, and asked what is wished of it (milliseconds). */
const EVERY = 400;

/** Thrown into a job that is to stop: at a place where what it has done is whole. */
export class Stopped extends Error {
  constructor() {
    super("the job was asked to stop");
  }
}

/** How far a job is. Telling it costs nothing: it is written some times a second. */
export class Report {
  /** Why it is to stop: it was asked to, or this process leaves. */
  stop: Wish | "leave" | null = null;
  private progress: Progress | null = null;
  private telling: Promise<void> = Promise.resolve();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly db: Queryable,
    private readonly id: string,
    private readonly signal: AbortSignal,
  ) {
    this.timer = setInterval(() => void (this.telling = this.telling.then(() => this.tellNow())), EVERY);
  }

  /** @throws Stopped when the job is to stop. */
  readonly tell = (phase: string, done: number, total: number): void => {
    const began = this.progress?.phase !== phase;
    this.progress = { phase, done, total };
    // Where a phase began is where its rate is counted from.
    if (began) this.telling = this.telling.then(() => this.tellNow({ phase, done, total }));
    if (this.signal.aborted) this.stop ??= "leave";
    if (this.stop) throw new Stopped();
  };

  /** As `tell`, of one phase. */
  of(phase: string): (done: number, total: number) => void {
    return (done, total) => this.tell(phase, done, total);
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.telling;
    if (!this.stop) await this.tellNow();
  }

  private async tellNow(progress = this.progress): Promise<void> {
    // A database that is away for a moment is met by the job itself.
    const wish = progress && (await reportJob(this.db, this.id, progress).catch(() => null));
    if (wish) this.stop ??= wish;
  }
}
