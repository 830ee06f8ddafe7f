/** What of a date a format shows; null: the number is no date. */
export type DateForm = "year" | "month" | "day" | "moment" | "time" | null;

/** Formats that need no code of their own (ECMA-376 part 1, 18.8.30), those of East Asian calendars among them. */
const BUILT_IN: readonly (readonly [from: number, to: number, form: DateForm])[] = [
  [14, 16, "day"],
  [17, 17, "month"],
  [18, 21, "time"],
  [22, 22, "moment"],
  [27, 31, "day"],
  [32, 35, "time"],
  [36, 36, "day"],
  [45, 47, "time"],
  [50, 58, "day"],
];

export const builtInForm = (id: number): DateForm =>
  BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? null;

/** What a format of a workbook's own shows: only what stands outside quotes and brackets counts, up to the first part. */
export function formOf(code: string): DateForm {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, "")
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .split(";", 1)[0]!
    .toLowerCase();
  if (bare.includes("general") || !/[ymdhs]/.test(bare)) return null;
  const timed = /[hs]/.test(bare);
  if (/d/.test(bare)) return timed ? "moment" : "day";
  if (/y/.test(bare)) return timed ? "moment" : /m/.test(bare) ? "month" : "year";
  return timed ? "time" : "day";
}

const DAY = 86_400_000;

/**
 * From where a workbook counts its days. Excel counts from 1 January 1900 and has a 29 February in that year, which never
 * was; free programs count in these two months, too, as the calendar has it; a workbook may count from 1904.
 */
export type Epoch = "1900" | "calendar" | "1904";

/**
 * The text of a date in ISO 8601, to the day, the month or the year as its format shows it. What lies before 1900 is
 * counted back as the calendar has it, as those programs do that have such dates.
 *
 * @returns null for what no calendar has.
 */
export function printDate(serial: number, form: Exclude<DateForm, null>, epoch: Epoch): string | null {
  if (epoch === "1900" && Math.floor(serial) === 60) return null;
  const shifted = epoch === "1900" && serial > 0 && serial < 60 ? 1 : 0;
  const start = epoch === "1904" ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const at = new Date(start + Math.round((serial + shifted) * DAY * 0.001) * 1000);
  if (Number.isNaN(at.getTime()) || at.getUTCFullYear() > 9999 || at.getUTCFullYear() < 1) return null;
  const iso = at.toISOString();
  const time = iso.slice(11, iso.endsWith(":00.000Z") ? 16 : 19);
  if (form === "time") return serial < 1 ? time : `${iso.slice(0, 10)} ${time}`;
  if (form === "moment") return time === "00:00" ? iso.slice(0, 10) : `${iso.slice(0, 10)} ${time}`;
  return iso.slice(0, { year: 4, month: 7, day: 10 }[form]);
}
