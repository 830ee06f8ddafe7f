import type pg from "pg";
import { jobsChannel } from "@/lib/store/jobs";

/** Tells when there is something to do, so that nobody has to ask again and again. */
export class JobNews {
  private waiting: (() => void)[] = [];

  static async listen(client: pg.ClientBase): Promise<JobNews> {
    const news = new JobNews();
    client.on("notification", ({ channel }) => channel === jobsChannel && news.tell());
    await client.query(`listen ${jobsChannel}`);
    return news;
  }

  tell(): void {
    this.waiting.splice(0).forEach((wake) => wake());
  }

  /** Until there is news, or somebody has to leave. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}
