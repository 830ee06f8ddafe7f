import { MONTH_FORMS, PHRASES, SEASON_FORMS } from "@/lib/archive/date-forms";
import type { EdtfPoint } from "@/lib/archive/edtf";
import type { PrintLocale } from "@/lib/archive/problem";

/** 0: the date stands alone; 1: it follows "not before" or the like and takes the case that this asks for. */
export type Stance = 0 | 1;

/**
 * Prints one date with its qualifier: `16 сентября 1937 г.`, `1937 жылғы 16 қыркүйек`, `c. 1890`. Null for
 * what has no usual wording (a century, a quarter of a year).
 */
export function printPoint(point: EdtfPoint, locale: PrintLocale, stance: Stance): string | null {
  const approximate = point.qualifier === "~" || point.qualifier === "%";
  // "Около" asks for the same case as "не ранее"; the other two languages leave the date as it is.
  const date = printBare(point, locale, approximate && locale === "ru" ? 1 : stance);
  if (date === null) return null;
  const near = approximate ? PHRASES[locale].approximate(date) : date;
  return point.qualifier === "?" || point.qualifier === "%" ? PHRASES[locale].uncertain(near) : near;
}

function printBare({ year, sub, day }: EdtfPoint, locale: PrintLocale, stance: Stance): string | null {
  if (year.includes("X"))
    return /^\d{3}X$/.test(year) ? DECADE[locale](`${year.slice(0, 3)}0`, stance) : null;
  if (sub === null || sub === "XX") return YEAR[locale](year, stance);
  const month = MONTH_FORMS[locale][Number(sub) - 1];
  const word = month ?? SEASON_FORMS[locale][Number(sub) - 21];
  if (!word) return null;
  if (month && day !== null && day !== "XX") return DAY[locale](year, Number(day), month, stance);
  return locale === "kk" ? `${year} жылғы ${word[stance]}` : `${word[stance]} ${YEAR[locale](year, stance)}`;
}

const YEAR: Record<PrintLocale, (year: string, stance: Stance) => string> = {
  ru: (year) => `${year} г.`,
  kk: (year, stance) => (stance === 0 ? `${year} ж.` : `${year} жылдан`),
  en: (year) => year,
};

const DECADE: Record<PrintLocale, (year: string, stance: Stance) => string> = {
  ru: (year, stance) => (stance === 0 ? `${year}-е гг.` : `${year}-х гг.`),
  kk: (year, stance) => (stance === 0 ? `${year}-жылдар` : `${year}-жылдардан`),
  en: (year) => `${year}s`,
};

type PrintDay = (year: string, day: number, month: readonly [string, string], stance: Stance) => string;

const DAY: Record<PrintLocale, PrintDay> = {
  ru: (year, day, month) => `${day} ${month[1]} ${year} г.`,
  kk: (year, day, month, stance) => `${year} жылғы ${day} ${month[stance]}`,
  en: (year, day, month) => `${day} ${month[0]} ${year}`,
};
