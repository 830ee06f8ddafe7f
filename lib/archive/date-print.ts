import { MONTH_FORMS, PHRASES } from "@/lib/archive/date-forms";
import { printPoint } from "@/lib/archive/date-print-point";
import type { UncertainDate } from "@/lib/archive/dates";
import { parseEdtf, type EdtfPoint, type EdtfStretch } from "@/lib/archive/edtf";
import type { PrintLocale } from "@/lib/archive/problem";

/**
 * A date in the words of a language: `не позднее мая 1938 г.`, `1937 жылғы 16 қыркүйек`, `c. 1890`. Where
 * there is no value, or none that has a usual wording, the source text comes back as it is. Screens that show
 * the wording keep the source text within reach: `начало 1938` is printed as 1938.
 */
export function printDate(value: Pick<UncertainDate, "text" | "edtf">, locale: PrintLocale): string {
  return (value.edtf === null ? null : printEdtf(value.edtf, locale)) ?? value.text;
}

function printEdtf(edtf: string, locale: PrintLocale): string | null {
  const value = parseEdtf(edtf);
  if (!value) return null;
  if (value.kind === "point") return printPoint(value.point, locale, 0);
  if (value.kind === "interval") return printStretch(value, locale);
  const [only] = value.members;
  if (value.kind === "oneOf" && value.members.length === 1 && only && !("year" in only)) {
    return printWithin(only, locale);
  }
  const members = value.members.map((member) =>
    "year" in member ? printPoint(member, locale, 0) : printStretch(member, locale),
  );
  return members.includes(null) ? null : members.join(value.kind === "oneOf" ? PHRASES[locale].or : ", ");
}

function printStretch({ from, to }: EdtfStretch, locale: PrintLocale): string | null {
  if (from && to) return printShared(from, to, locale) ?? joinPoints(from, to, locale);
  const bound = from ?? to;
  const date = bound && printPoint(bound, locale, 1);
  return date && PHRASES[locale][from ? "notBefore" : "notAfter"](date);
}

function printWithin({ from, to }: EdtfStretch, locale: PrintLocale): string | null {
  if (!from || !to) return printStretch({ from, to }, locale);
  const stance = locale === "ru" ? 1 : 0;
  const [first, last] = [printPoint(from, locale, stance), printPoint(to, locale, stance)];
  return first && last && PHRASES[locale].within(first, last);
}

function joinPoints(from: EdtfPoint, to: EdtfPoint, locale: PrintLocale): string | null {
  const [first, last] = [printPoint(from, locale, 0), printPoint(to, locale, 0)];
  return first && last && `${first} – ${last}`;
}

/** Says once what both ends share: `1937–1938 гг.`, `сентябрь–октябрь 1937 г.`, `16–18 September 1937`. */
function printShared(from: EdtfPoint, to: EdtfPoint, locale: PrintLocale): string | null {
  if (from.qualifier !== "" || to.qualifier !== "" || `${from.year}${to.year}`.includes("X")) return null;
  if (from.sub === null && to.sub === null) return YEARS[locale](`${from.year}–${to.year}`);
  if (from.year !== to.year || from.year === "") return null;
  const [first, last] = [from, to].map(({ sub }) => MONTH_FORMS[locale][Number(sub) - 1]);
  if (!first || !last) return null;
  if (from.day === null && to.day === null) {
    return MONTHS[locale](from.year, first === last ? first[0] : `${first[0]}–${last[0]}`);
  }
  const days = [from.day, to.day].map(Number);
  if (first !== last || days.some((day) => !(day > 0))) return null;
  return MONTHS[locale](from.year, locale === "ru" ? first[1] : first[0], days.join("–"));
}

const YEARS: Record<PrintLocale, (years: string) => string> = {
  ru: (years) => `${years} гг.`,
  kk: (years) => `${years} жж.`,
  en: (years) => years,
};

const MONTHS: Record<PrintLocale, (year: string, months: string, days?: string) => string> = {
  ru: (year, months, days) => `${days ? `${days} ` : ""}${months} ${year} г.`,
  kk: (year, months, days) => `${year} жылғы ${days ? `${days} ` : ""}${months}`,
  en: (year, months, days) => `${days ? `${days} ` : ""}${months} ${year}`,
};
