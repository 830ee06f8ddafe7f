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
