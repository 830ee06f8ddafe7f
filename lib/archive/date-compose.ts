import { stepDate } from "@/lib/archive/calendar";
import { assembleDates, type DatePart, type DateProblemKind } from "@/lib/archive/date-parts";
import type { DateToken } from "@/lib/archive/date-tokens";
import type { Bound } from "@/lib/archive/date-words";
import { edtfRange } from "@/lib/archive/edtf-range";

/** An EDTF value, with a warning where the text contradicts itself; or the reason why there is none. */
export type Composed =
  | { readonly edtf: string; readonly problem?: DateProblemKind }
  | { readonly edtf: null; readonly problem: DateProblemKind };

/** How the dates of a text are meant: as they stand, as bounded, or as somewhere between two of them. */
type Frame = Bound | "plain" | "within";

const UNREADABLE: Composed = { edtf: null, problem: "unreadable" };

/** Makes one EDTF value of the tokens of a date. */
export function composeEdtf(tokens: readonly DateToken[]): Composed {
  const has = (kind: DateToken["kind"]) => tokens.some((token) => token.kind === kind);
  if (has("shortYear")) return { edtf: null, problem: "shortYear" };
  const frame = frameOf(tokens, has("between"), has("dash"));
  if (frame === null) return UNREADABLE;
  const dates = assembleDates(keepDates(tokens, frame));
  if (typeof dates === "string") return { edtf: null, problem: dates };
  const qualifier = has("approximate") ? (has("uncertain") ? "%" : "~") : has("uncertain") ? "?" : "";
  if (dates.length > 1) {
    return frame === "plain" ? { edtf: composeSet(dates, qualifier, has("or")) } : UNREADABLE;
  }
  const [from, to] = dates[0] ?? [];
  if (!from) return UNREADABLE;
  if (frame === "plain")
    return to ? composeRange(from, to, qualifier) : { edtf: composeOne(from, qualifier, "/") };
  if (frame === "within") {
    return to ? checked(`[${from.from}${qualifier}..${to.to}${qualifier}]`, from, to, qualifier) : UNREADABLE;
  }
  return to ? UNREADABLE : { edtf: composeBound(frame, from, qualifier) };
}

function frameOf(tokens: readonly DateToken[], between: boolean, dash: boolean): Frame | null {
  const [first, second, third] = tokens.filter((token) => token.kind === "bound").map(({ value }) => value);
  if (between) return first ? null : "within";
  if (!first) return "plain";
  if (!second) return first === "since" && dash ? "plain" : first;
  if (second !== "notAfter" || third) return null;
  return first === "since" ? "plain" : first === "notBefore" ? "within" : null;
}

/**
 * Leaves dates and what stands between them; a bound in the middle (`с 1937 до 1938`) separates like a dash.
 */
function keepDates(tokens: readonly DateToken[], frame: Frame): DateToken[] {
  const kept: DateToken[] = [];
  for (const token of tokens) {
    if (token.kind === "approximate" || token.kind === "uncertain" || token.kind === "vague") continue;
    const joins = token.kind === "bound" || token.kind === "between";
    const separates = joins || (frame === "within" && (token.kind === "and" || token.kind === "comma"));
    if (!separates && token.kind !== "dash") kept.push(token);
    else if (kept.length > 0 && kept.at(-1)?.kind !== "dash") kept.push({ kind: "dash" });
  }
  const last = tokens.at(-1)?.kind;
  const trailing = kept.at(-1)?.kind === "dash" && (last === "bound" || last === "between");
  return trailing ? kept.slice(0, -1) : kept;
}

function composeOne({ from, to }: DatePart, qualifier: string, between: "/" | ".."): string {
  return from === to ? from + qualifier : from + qualifier + between + to + qualifier;
}

function composeRange(from: DatePart, to: DatePart, qualifier: string): Composed {
  return checked(`${from.from}${qualifier}/${to.to}${qualifier}`, from, to, qualifier);
}

/** A range that runs backwards says only that one of its ends is meant: both are kept, in order. */
function checked(edtf: string, from: DatePart, to: DatePart, qualifier: string): Composed {
  if (edtfRange(edtf)) return { edtf };
  const ends = [from, to].map((end) => composeOne(end, qualifier, "..")).sort();
  return { edtf: `[${ends.join(",")}]`, problem: "outOfOrder" };
}

function composeSet(dates: readonly (readonly DatePart[])[], qualifier: string, oneOf: boolean): string {
  const members = dates.map(([from, to]) =>
    from ? composeOne({ from: from.from, to: (to ?? from).to }, qualifier, "..") : "",
  );
  return oneOf ? `[${members.join(",")}]` : `{${members.join(",")}}`;
}

function composeBound(bound: Bound, { from, to }: DatePart, qualifier: string): string {
  switch (bound) {
    case "since":
    case "notBefore":
      return `${from}${qualifier}/..`;
    case "notAfter":
      return `../${to}${qualifier}`;
    case "before":
      return `../${stepDate(from, -1)}${qualifier}`;
    case "after":
      return `${stepDate(to, 1)}${qualifier}/..`;
  }
}
