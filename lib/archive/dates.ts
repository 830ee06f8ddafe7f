import { gregorianOf } from "@/lib/archive/calendar";
import { composeEdtf } from "@/lib/archive/date-compose";
import type { DateProblemKind } from "@/lib/archive/date-parts";
import { readDateTokens } from "@/lib/archive/date-tokens";
import { edtfRange } from "@/lib/archive/edtf-range";

/** Why a date has no value, or why its value needs a second look; `found` is the text concerned. */
export type DateProblem = { readonly kind: DateProblemKind; readonly found: string };

/**
 * A date as the source has it. `text` is the source, verbatim; `edtf` what it establishes and no more; `from`
 * and `to` the first and last possible day (ISO, inclusive), null where it leaves a side open. Always
 * `{ from, to }` = `edtfRange(edtf)`.
 */
export type UncertainDate = {
  readonly text: string;
  readonly edtf: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly problem?: DateProblem;
};

/**
 * Reads a date in Russian, Kazakh, English, in figures or in EDTF. Where a text is vaguer than EDTF can say
 * ("начало 1938"), the value is the coarser one that is certainly true (`1938`). A missing day, month or
 * century is never supplied: then `edtf` is null and `problem` says why. With a value, a problem is a
 * warning: outOfOrder (both days are kept, as "one of"), oldStyle (the day as written and the Gregorian one,
 * as "one of"), calendarsDisagree.
 */
export function readDate(text: string): UncertainDate {
  const plain = text.normalize("NFC").trim().toLowerCase();
  if (plain === "") return reject(text, "empty");
  if (UNDATED.test(plain)) return reject(text, "undated");
  const supplied = /^\[([^\],]*?)\]?\??$/.exec(plain)?.[1];
  if (supplied && !supplied.includes("..")) return readWritten(text, `${supplied}?`);
  const typed = plain.toUpperCase();
  if (/^[\dX?~%./,[\]{}-]+$/.test(typed) && !/\d{4}-(?:1[3-9]|[2-9])/.test(typed) && edtfRange(typed)) {
    return isMonthOrYears(typed) ? reject(text, "ambiguous") : accept(text, typed);
  }
  return readTwoCalendars(text, plain) ?? readOldStyle(text, plain) ?? readWritten(text, plain);
}

const UNDATED =
  /^(?:б\.?\s*д\.?|без даты|дата не указана|не датировано|n\.?\s*d\.?|undated|күні жоқ|күні көрсетілмеген)$/u;

/** `1907-12` may be December 1907 or the years 1907–1912. */
const isMonthOrYears = (typed: string): boolean =>
  /^\d{4}-\d{2}$/.test(typed) && typed.slice(5, 7) > typed.slice(2, 4);

const OLD_STYLE_WORDS = String.raw`ст\.\s*ст(?:\.|иля|илю)|старо(?:го|му)\s+стил[яю]|o\.\s?s\.|old\s+style`;
const OLD_STYLE = new RegExp(
  String.raw`\(?\s*(?:по\s+)?(?:${OLD_STYLE_WORDS}|ескі\s+стиль(?:\s+бойынша)?)\s*\)?`,
  "u",
);

const TWO_DAYS = /(\d{1,2})(\s+\p{L}+)?\s*[(/]\s*(\d{1,2})(?:\s+(\p{L}+))?\s*\)/u;

/** `16 (29) сентября 1916`, `25 октября (7 ноября) 1917`: the day in brackets is the Gregorian one. */
function readTwoCalendars(text: string, plain: string): UncertainDate | null {
  const match = TWO_DAYS.exec(plain);
  if (!match) return null;
  const [whole, oldDay = "", oldMonth = "", newDay = "", newMonth = oldMonth] = match;
  const old = readWritten(text, plain.replace(whole, `${oldDay}${oldMonth} `));
  const modern = readWritten(text, plain.replace(whole, `${newDay} ${newMonth} `));
  if (!old.from || !modern.from) return readWritten(text, plain);
  const [year = 0, month = 0, day = 0] = old.from.split("-").map(Number);
  if (gregorianOf(year, month, day) === modern.from) return modern;
  return accept(text, `[${[old.from, modern.from].sort().join(",")}]`, "calendarsDisagree");
}

/** A remark on the old style is kept in the text; whether the day was converted already cannot be known. */
function readOldStyle(text: string, plain: string): UncertainDate | null {
  const remark = OLD_STYLE.exec(plain);
  if (!remark) return null;
  const written = readWritten(text, plain.replace(remark[0], " "));
  if (!written.edtf || written.problem) return written;
  const [year = 0, month = 0, day] = written.edtf.split("-").map(Number);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written.edtf) || day === undefined) {
    return accept(text, written.edtf, "oldStyle");
  }
  return accept(text, `[${written.edtf},${gregorianOf(year, month, day)}]`, "oldStyle");
}

function readWritten(text: string, plain: string): UncertainDate {
  const { tokens, stuckAt } = readDateTokens(plain);
  if (stuckAt !== null) {
    const rest = plain.slice(stuckAt);
    const at = text.toLowerCase().indexOf(rest);
    return reject(text, "unreadable", at < 0 ? rest : text.slice(at, at + rest.length));
  }
  const composed = composeEdtf(tokens);
  if (composed.edtf === null) return reject(text, composed.problem);
  return accept(text, composed.edtf, composed.problem);
}

function accept(text: string, edtf: string, kind?: DateProblemKind): UncertainDate {
  const range = edtfRange(edtf);
  if (!range) return reject(text, "unreadable");
  return { text, edtf, ...range, ...(kind && { problem: { kind, found: text.trim() } }) };
}

function reject(text: string, kind: DateProblemKind, found = text.trim()): UncertainDate {
  return { text, edtf: null, from: null, to: null, problem: { kind, found } };
}
