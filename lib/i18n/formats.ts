import type { Formats } from "next-intl";

/** The few shapes in which dates and numbers appear on screens. */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "long" },
    date: { day: "2-digit", month: "2-digit", year: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
    moment: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" },
  },
} satisfies Formats;
