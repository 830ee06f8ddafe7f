import type { Formats } from "next-intl";
import type { Locale } from "./locales";

/** Months in words where figures are read in two orders: 03/04 is March here and April there. */
const shortDates = {
  kk: { day: "2-digit", month: "2-digit", year: "numeric" },
  ru: { day: "2-digit", month: "2-digit", year: "numeric" },
  en: { day: "numeric", month: "short", year: "numeric" },
} as const satisfies Record<Locale, object>;

/**
 * The few shapes in which dates appear on screens. Format on the server and hand text to client components:
 * browsers know less Kazakh than Node does, and the page would not match what was sent.
 */
export function formatsIn(locale: Locale) {
  const date = shortDates[locale];
  return {
    dateTime: {
      day: { day: "numeric", month: "long" },
      date,
      long: { day: "numeric", month: "long", year: "numeric" },
      moment: { ...date, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    },
  } satisfies Formats;
}
