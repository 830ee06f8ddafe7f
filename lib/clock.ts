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

const quarter = 15 * 60_000;

/** When that day (YYYY-MM-DD) begins in Kazakhstan: the first quarter of an hour that lies in it. */
export function startOf(day: string): Date {
  let at = Date.parse(`${day}T00:00:00Z`) - 14 * 4 * quarter;
  while (dayOf(new Date(at)) < day) at += quarter;
  return new Date(at);
}
