/** Where the day turns for everyone who works here. */
const zone = "Asia/Almaty";

const days = new Intl.DateTimeFormat("en-CA", {
  timeZone: zone,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
});

/** Passed in wherever time matters, so that tests and the sample archive can have their own. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** The day it is then in Kazakhstan: YYYY-MM-DD. */
export function dayOf(at: Date): string {
  return days.format(at);
}

/** When that day of Kazakhstan begins. Throws on a text that is no day. */
export function beginningOf(day: string): Date {
  const utc = Date.parse(`${day}T00:00:00Z`);
  // The offset has changed and may again: it is the one under which the day begins there.
  for (const hours of [5, 6, 7]) {
    const at = new Date(utc - hours * 3_600_000);
    if (dayOf(at) === day && dayOf(new Date(at.getTime() - 1)) !== day) return at;
  }
  throw new RangeError(`${day} is no day`);
}

/** The day after: YYYY-MM-DD. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
