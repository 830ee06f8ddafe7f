/**
 * One date of EDTF (ISO 8601-2:2019): a year of four characters, the last of which may be X; then a month, a
 * season (21–24), another part of the year (33–41) or XX; then a day or XX.
 */
export type EdtfPoint = {
  readonly year: string;
  readonly sub: string | null;
  readonly day: string | null;
  readonly qualifier: "" | "?" | "~" | "%";
};

/** A stretch between two dates; null where it is open or unknown. */
export type EdtfStretch = { readonly from: EdtfPoint | null; readonly to: EdtfPoint | null };

/** A value of EDTF: a date, an interval, or a set of which one member or all are meant (level 2). */
export type Edtf =
  | { readonly kind: "point"; readonly point: EdtfPoint }
  | ({ readonly kind: "interval" } & EdtfStretch)
  | { readonly kind: "oneOf" | "allOf"; readonly members: readonly (EdtfPoint | EdtfStretch)[] };

const POINT = /^(\d{4}|\d{3}X|\d{2}XX|\dXXX|XXXX)(?:-(\d{2}|XX)(?:-(\d{2}|XX))?)?([?~%])?$/;

/**
 * Reads EDTF levels 0 and 1 and the sets of level 2, with parts of the year (33–41). Null for anything else:
 * negative or long years, qualified single components, times. Days and order are checked by `edtfRange`.
 */
export function parseEdtf(text: string): Edtf | null {
  const set = /^(?:\[(.+)\]|\{(.+)\})$/.exec(text);
  if (set) return parseSet(set[1] === undefined ? "allOf" : "oneOf", set[1] ?? set[2] ?? "");
  if (!text.includes("/")) {
    const point = parsePoint(text);
    return point && { kind: "point", point };
  }
  const [from = "", to = "", ...more] = text.split("/");
  const stretch = parseStretch(from === ".." ? "" : from, to === ".." ? "" : to);
  return stretch && more.length === 0 ? { kind: "interval", ...stretch } : null;
}

function parseSet(kind: "oneOf" | "allOf", inner: string): Edtf | null {
  const members = inner.split(",").map((member) => {
    const [from = "", to, ...more] = member.trim().split("..");
    if (to === undefined) return parsePoint(from);
    return more.length === 0 ? parseStretch(from, to) : null;
  });
  const read = members.filter((member) => member !== null);
  return read.length === members.length ? { kind, members: read } : null;
}

function parseStretch(from: string, to: string): EdtfStretch | null {
  const [first, last] = [parsePoint(from), parsePoint(to)];
  if ((from !== "" && !first) || (to !== "" && !last) || (!first && !last)) return null;
  return { from: first, to: last };
}

function parsePoint(text: string): EdtfPoint | null {
  const match = POINT.exec(text);
  if (!match) return null;
  const [, year = "", sub = null, day = null, qualifier = ""] = match;
  if (sub !== null && year.includes("X")) return null;
  if (sub === "XX" && day !== null && day !== "XX") return null;
  if (day !== null && sub !== "XX" && Number(sub) > 12) return null;
  return { year, sub, day, qualifier: qualifier as EdtfPoint["qualifier"] };
}
