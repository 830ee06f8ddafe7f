import { dateWordAt, type DateWord } from "@/lib/archive/date-words";

/** What a text says of one date; a year of a decade is written `193X`. */
export type DateFields = {
  readonly year?: string;
  readonly month?: number;
  readonly day?: number;
  readonly season?: number;
  readonly months?: readonly [number, number];
};

/** A piece of a date: some fields, a number whose meaning its neighbours decide, a word, or punctuation. */
export type DateToken =
  | { readonly kind: "fields"; readonly fields: DateFields }
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "shortYear" }
  | { readonly kind: "comma" }
  | Exclude<DateWord, { kind: "month" | "season" | "months" | "noise" }>;

const SEPARATOR = String.raw`\s*[./-]\s*`;
const ROMAN = "(?<roman>x?i{1,3}|i?[vx]|vi{1,3}|iv|ix|xii?)";
const NO_DIGIT = String.raw`(?!\d|[./-]\d)`;
const sticky = (source: string): RegExp => new RegExp(source, "uy");

/** Dates in figures, and decades. Named groups: y, m, d, roman, decade; `short` for a year of two figures. */
const FIGURES: readonly RegExp[] = [
  sticky(String.raw`(?<decade>\d{3})0\s*-?\s*(?:е|х|ые|ых|['’]?s|жылдар\p{L}*)(?!\p{L})`),
  sticky(String.raw`(?<y>\d{4})-(?<m>\d{2})-(?<d>\d{2})${NO_DIGIT}`),
  sticky(String.raw`(?<y>\d{4})-(?<m>0[1-9]|1[0-2])${NO_DIGIT}`),
  sticky(String.raw`(?<d>\d{1,2})${SEPARATOR}(?<m>\d{1,2})${SEPARATOR}(?<y>\d{4})(?!\d)`),
  sticky(String.raw`(?<d>\d{1,2})${SEPARATOR}${ROMAN}${SEPARATOR}(?<y>\d{4})(?!\d)`),
  sticky(String.raw`${ROMAN}${SEPARATOR}(?<y>\d{4})(?!\d)`),
  sticky(String.raw`(?<short>\d{1,2}${SEPARATOR}(?:\d{1,2}|[ivx]+)${SEPARATOR}\d{2})${NO_DIGIT}`),
  sticky(String.raw`(?<m>\d{1,2})[./](?<y>\d{4})(?!\d)`),
  sticky(String.raw`(?<d>\d{1,2})\.(?<m>\d{2})(?!\d|\.\d)`),
  sticky(String.raw`(?<y>\d{4})(?!\d)`),
];

const ROMAN_NUMERALS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];

/** The pieces of a date, or the place of the first thing that is not understood. */
export type DateReading = { readonly tokens: readonly DateToken[]; readonly stuckAt: number | null };

/** Cuts a lower-case text into pieces; words that say nothing (`г.`, `жылғы`) are dropped. */
export function readDateTokens(text: string): DateReading {
  const tokens: DateToken[] = [];
  let at = 0;
  while (at < text.length) {
    const piece = figuresAt(text, at) ?? numberAt(text, at) ?? wordAt(text, at) ?? punctuationAt(text, at);
    if (!piece) return { tokens, stuckAt: at };
    if (piece.token) tokens.push(piece.token);
    at = piece.end;
  }
  return { tokens, stuckAt: null };
}

type Piece = { readonly token: DateToken | null; readonly end: number };

function figuresAt(text: string, at: number): Piece | null {
  for (const pattern of FIGURES) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (!match) continue;
    const { y, m, d, roman, decade, short } = match.groups ?? {};
    const end = at + match[0].length;
    if (short) return { token: { kind: "shortYear" }, end };
    const month = roman ? ROMAN_NUMERALS.indexOf(roman) + 1 : m && Number(m);
    const year = decade ? `${decade}X` : y;
    const fields = { ...(year && { year }), ...(month !== undefined && { month: Number(month) }) };
    if (d) return { token: { kind: "fields", fields: { ...fields, day: Number(d) } }, end };
    return { token: { kind: "fields", fields }, end };
  }
  return null;
}

function numberAt(text: string, at: number): Piece | null {
  const match = /^(\d{1,2})(?:(?:-?(?:го|е|шы|ші)|st|nd|rd|th)(?!\p{L}))?(?!\d)/u.exec(text.slice(at));
  return match && { token: { kind: "number", value: Number(match[1]) }, end: at + match[0].length };
}

function wordAt(text: string, at: number): Piece | null {
  const found = dateWordAt(text, at);
  if (!found) return null;
  const { word } = found;
  // An abbreviation's full stop belongs to it.
  const end = text[found.end] === "." ? found.end + 1 : found.end;
  if (word.kind === "noise") return { token: null, end };
  if (word.kind === "month" || word.kind === "season" || word.kind === "months") {
    return { token: { kind: "fields", fields: { [word.kind]: word.value } }, end };
  }
  return { token: word, end };
}

const PUNCTUATION: Record<string, DateToken | null> = {
  ",": { kind: "comma" },
  ";": { kind: "comma" },
  "?": { kind: "uncertain" },
  "~": { kind: "approximate" },
  "(": null,
  ")": null,
  ".": null,
  "…": { kind: "dash" },
  "/": { kind: "dash" },
};

function punctuationAt(text: string, at: number): Piece | null {
  const character = text[at] ?? "";
  if (/\s/.test(character)) return { token: null, end: at + 1 };
  if (/[-‐‑‒–—−]/.test(character)) return { token: { kind: "dash" }, end: at + 1 };
  const token = PUNCTUATION[character];
  return token === undefined ? null : { token, end: at + 1 };
}
