import { daysInMonth, isoDay } from "@/lib/archive/calendar";
import { parseEdtf, type Edtf, type EdtfPoint, type EdtfStretch } from "@/lib/archive/edtf";

/** First and last possible day (ISO, inclusive); null where the value is open or unknown on that side. */
export type DayRange = { readonly from: string | null; readonly to: string | null };

/**
 * The days an EDTF value can mean; null when the text is not valid EDTF of the kinds that `parseEdtf` knows,
 * a day or month does not exist, or an interval runs backwards. "Uncertain" and "approximate" do not widen
 * the range: by how much would be an invention; the qualifier stays in the value for whoever judges it.
 */
export function edtfRange(text: string): DayRange | null {
  const value = parseEdtf(text);
  if (!value) return null;
  const ranges = membersOf(value).map((member) => ("year" in member ? rangeOf(member) : spread(member)));
  const read = ranges.filter((range) => range !== null);
  if (read.length < ranges.length) return null;
  return {
    from: extreme(
      read.map(({ from }) => from),
      "first",
    ),
    to: extreme(
      read.map(({ to }) => to),
      "last",
    ),
  };
}

function membersOf(value: Edtf): readonly (EdtfPoint | EdtfStretch)[] {
  if (value.kind === "point") return [value.point];
  return value.kind === "interval" ? [value] : value.members;
}

function extreme(days: readonly (string | null)[], which: "first" | "last"): string | null {
  if (days.includes(null)) return null;
  const sorted = days.toSorted();
  return (which === "first" ? sorted[0] : sorted.at(-1)) ?? null;
}

function spread({ from, to }: EdtfStretch): DayRange | null {
  const first = from && rangeOf(from);
  const last = to && rangeOf(to);
  if ((from && !first) || (to && !last)) return null;
  const reversed =
    first && last && ((first.from ?? "") > (last.from ?? "") || (first.to ?? "") > (last.to ?? ""));
  return reversed ? null : { from: first?.from ?? null, to: last?.to ?? null };
}

function rangeOf({ year, sub, day }: EdtfPoint): DayRange | null {
  const [first, last] = [Number(year.replaceAll("X", "0")), Number(year.replaceAll("X", "9"))];
  if (sub === null || sub === "XX") return { from: isoDay(first, 1, 1), to: isoDay(last, 12, 31) };
  const months = MONTHS_OF[sub] ?? [Number(sub), Number(sub)];
  if (months[0] < 1 || (months[1] > 12 && sub !== WINTER)) return null;
  const [endYear, endMonth] = sub === WINTER ? [last + 1, 2] : [last, months[1]];
  const lastDay = daysInMonth(endYear, endMonth);
  if (day === null || day === "XX") {
    return { from: isoDay(first, months[0], 1), to: isoDay(endYear, endMonth, lastDay) };
  }
  const only = isoDay(first, months[0], Number(day));
  return Number(day) < 1 || Number(day) > lastDay ? null : { from: only, to: only };
}

/**
 * Winter of a year is read as its January and February or as what follows its autumn; the range holds both.
 */
const WINTER = "24";

/** First and last month of seasons (northern, by whole months), quarters, thirds and halves of a year. */
const MONTHS_OF: Record<string, readonly [number, number]> = {
  "21": [3, 5],
  "22": [6, 8],
  "23": [9, 11],
  [WINTER]: [1, 14],
  "33": [1, 3],
  "34": [4, 6],
  "35": [7, 9],
  "36": [10, 12],
  "37": [1, 4],
  "38": [5, 8],
  "39": [9, 12],
  "40": [1, 6],
  "41": [7, 12],
};
