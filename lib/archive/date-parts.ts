import { daysInMonth, pad } from "@/lib/archive/calendar";
import type { DateFields, DateToken } from "@/lib/archive/date-tokens";

/** Why a date, or a side of a range, could not be made out. */
export type DateProblemKind =
  | "empty"
  | "undated"
  | "unreadable"
  | "noYear"
  | "shortYear"
  | "noSuchMonth"
  | "noSuchDay"
  | "outOfOrder"
  | "ambiguous"
  | "oldStyle"
  | "calendarsDisagree";

/** EDTF of one date, or of the stretch that a half or a quarter of a year is. */
export type DatePart = { readonly from: string; readonly to: string };

/** Dates in the order of the text, each a range of one or two parts. */
export type DateParts = readonly (readonly DatePart[])[];

/**
 * Puts the tokens of a date together: separates what commas and dashes separate, gives every part what it
 * shares with its neighbours (`16–18 сентября 1937`, `1937 жылғы 16–18 қыркүйек`), checks months and days.
 */
export function assembleDates(tokens: readonly DateToken[]): DateParts | DateProblemKind {
  const groups = split(joinAmericanDate(tokens), ["comma", "or", "and"]).map((group) =>
    split(group, ["dash"]),
  );
  if (groups.some((group) => group.length > 2)) return "unreadable";
  const bags = groups.map((group) => group.map(gather));
  const flat = bags.flat();
  const read = flat.filter((fields) => fields !== null);
  if (read.length < flat.length) return "unreadable";
  const filled = fillIn(read);
  if (typeof filled === "string") return filled;
  const parts = filled.map(toPart);
  const wrong = parts.find((part) => typeof part === "string");
  if (wrong) return wrong;
  const good = parts.filter((part) => typeof part !== "string");
  let next = 0;
  return bags.map((bag) => good.slice(next, (next += bag.length)));
}

/** `September 16, 1937` and `September, 1937`: there the comma separates nothing. */
function joinAmericanDate(tokens: readonly DateToken[]): DateToken[] {
  return tokens.filter((token, i) => {
    const [before, after] = [tokens[i - 1], tokens[i + 1]];
    const opened = before?.kind === "number" || (before?.kind === "fields" && !before.fields.year);
    return !(token.kind === "comma" && opened && after?.kind === "fields" && isBareYear(after.fields));
  });
}

function split(tokens: readonly DateToken[], at: readonly DateToken["kind"][]): DateToken[][] {
  const groups: DateToken[][] = [[]];
  for (const token of tokens) {
    if (at.includes(token.kind)) groups.push([]);
    else groups.at(-1)?.push(token);
  }
  return groups;
}

/** The fields of one date; a bare number is its day. Null when something is said twice, or nothing at all. */
function gather(tokens: readonly DateToken[]): DateFields | null {
  const all: DateFields = {};
  for (const token of tokens) {
    const fields =
      token.kind === "fields" ? token.fields : token.kind === "number" ? { day: token.value } : null;
    if (fields === null) return null;
    if (Object.keys(fields).some((name) => name in all)) return null;
    Object.assign(all, fields);
  }
  return tokens.length === 0 ? null : all;
}

const isBareYear = (fields: DateFields): boolean =>
  fields.year !== undefined && Object.keys(fields).length === 1;

function fillIn(dates: readonly DateFields[]): DateFields[] | DateProblemKind {
  const filled: DateFields[] = [...dates];
  for (const [i, date] of filled.entries()) {
    const previous = filled[i - 1];
    // `1937–38`: a number after a bare year is the end of the same century's range, if it can be.
    if (!previous || !isBareYear(previous) || date.day === undefined || Object.keys(date).length > 1)
      continue;
    const year = `${previous.year?.slice(0, 2)}${pad(date.day, 2)}`;
    if (year <= (previous.year ?? "")) return "ambiguous";
    filled[i] = { year };
  }
  const closest = (i: number, has: (date: DateFields) => boolean) =>
    filled.slice(i + 1).find(has) ?? filled.slice(0, i).findLast(has);
  return filled.map((date, i) => {
    const year = date.year ?? closest(i, (other) => other.year !== undefined)?.year;
    const needsMonth = date.day !== undefined && date.month === undefined;
    const month = needsMonth ? closest(i, (other) => other.month !== undefined)?.month : date.month;
    const decade = isBareYear(date) && year?.endsWith("0") && filled[i + 1]?.year?.endsWith("X");
    return {
      ...date,
      ...(year && { year: decade ? `${year.slice(0, 3)}X` : year }),
      ...(month !== undefined && { month }),
    };
  });
}

function toPart({ year, month, day, season, months }: DateFields): DatePart | DateProblemKind {
  if (year === undefined) return day !== undefined && month === undefined ? "shortYear" : "noYear";
  const same = (edtf: string) => ({ from: edtf, to: edtf });
  const inYear = month !== undefined || season !== undefined || day !== undefined;
  if (year.endsWith("X")) return inYear ? "unreadable" : same(year);
  if (month === undefined && day !== undefined) return "unreadable";
  if (season !== undefined) return month === undefined ? same(`${year}-${season}`) : "unreadable";
  if (month === undefined) {
    return months ? { from: `${year}-${pad(months[0], 2)}`, to: `${year}-${pad(months[1], 2)}` } : same(year);
  }
  if (month < 1 || month > 12) return "noSuchMonth";
  if (day === undefined) return same(`${year}-${pad(month, 2)}`);
  if (day < 1 || day > daysInMonth(Number(year), month)) return "noSuchDay";
  return same(`${year}-${pad(month, 2)}-${pad(day, 2)}`);
}
