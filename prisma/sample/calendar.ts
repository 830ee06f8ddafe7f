import { dayOf } from "@/lib/clock";

/**
 * Working days counted back from the day of loading: day 1 is the last working day before it. The sample lies in
 * the last 18 months, whenever it is loaded, and nobody in it works on a Sunday.
 */
export class Calendar {
  private readonly days: string[] = [];

  constructor(now: Date) {
    for (let back = 1; this.days.length < 400; back++) {
      const at = new Date(now.getTime() - back * 86_400_000);
      const text = dayOf(at);
      const weekday = new Date(`${text}T00:00:00Z`).getUTCDay();
      if (weekday !== 0 && weekday !== 6) this.days.push(text);
    }
  }

  /** YYYY-MM-DD. */
  day(back: number): string {
    const text = this.days[back - 1];
    if (!text) throw new Error(`the sample does not reach ${back} working days back`);
    return text;
  }

  /** Time of a working day, in minutes from midnight in Almaty (UTC+5). */
  at(back: number, minute: number): Date {
    return new Date(Date.parse(`${this.day(back)}T00:00:00Z`) + (minute - 300) * 60_000);
  }
}
