import type pg from "pg";
import { jobsChannel } from "@/lib/store/jobs";

/** Tells when there is something to do, so that nobody has to ask again and again. */
export class JobNews {
  private readonly waiting = new Set<() => void>();

  static async listen(client: pg.ClientBase): Promise<JobNews> {
    const news = new JobNews();
    client.on("notification", ({ channel }) => channel === jobsChannel && news.tell());
    await client.query(`listen ${jobsChannel}`);
    return news;
  }

  tell(): void {
    for (const wake of [...this.waiting]) wake();
  }

  /** Until there is news, and no longer than so many milliseconds. */
  next(longest: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, longest);
      this.waiting.add(wake);
    });
  }
}
