import type { Formats } from "next-intl";

/**
 * The few shapes in which dates appear on screens. Format on the server and hand text to client components:
 * browsers know less Kazakh than Node does, and the page would not match what was sent.
 */
export const formats = {
  dateTime: {
    day: { day: "numeric", month: "long" },
    date: { day: "2-digit", month: "2-digit", year: "numeric" },
    long: { day: "numeric", month: "long", year: "numeric" },
    moment: { day: "2-digit", month: "2-digit", year: "numeric", hour: "2-digit", minute: "2-digit" },
  },
} satisfies Formats;
