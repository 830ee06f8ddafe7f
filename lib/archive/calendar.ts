/** Days of a month (1–12) in the Gregorian calendar, which EDTF and ISO 8601 mean for every year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `1937-09-16`. */
export function isoDay(year: number, month: number, day: number): string {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}

/** A number with zeros before it. */
export function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/**
 * A day of the Julian calendar (old style, in force here until 31 January 1918) as a Gregorian ISO day. Valid
 * from March 1800 on: twelve days apart until February 1900, thirteen after it.
 */
export function gregorianOf(year: number, month: number, day: number): string {
  const apart = year < 1900 || (year === 1900 && month < 3) ? 12 : 13;
  return new Date(Date.UTC(year, month - 1, day + apart)).toISOString().slice(0, 10);
}

/**
 * The year, decade (`193X`), month or day before (-1) or after (1) one, in EDTF. A season comes back
 * unchanged: its neighbours are not one unit.
 */
export function stepDate(edtf: string, by: 1 | -1): string {
  const [year = "", sub, day] = edtf.split("-");
  if (year.endsWith("X")) return `${Number(year.slice(0, 3)) + by}X`;
  if (sub === undefined) return pad(Number(year) + by, 4);
  if (Number(sub) > 12) return edtf;
  if (day !== undefined) {
    return new Date(Date.UTC(Number(year), Number(sub) - 1, Number(day) + by)).toISOString().slice(0, 10);
  }
  const month = Number(year) * 12 + Number(sub) - 1 + by;
  return `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`;
}
