import type { PrintLocale } from "@/lib/archive/problem";

/** A word as it stands alone, and as it stands after "not before" (Russian genitive, Kazakh ablative). */
export type WordForms = readonly [alone: string, bounded: string];

const pairs = (...words: readonly string[]): readonly WordForms[] =>
  words.map((word) => {
    const [alone = "", bounded = alone] = word.split("/");
    return [alone, bounded];
  });

export const MONTH_FORMS: Record<PrintLocale, readonly WordForms[]> = {
  ru: pairs(
    "январь/января",
    "февраль/февраля",
    "март/марта",
    "апрель/апреля",
    "май/мая",
    "июнь/июня",
    "июль/июля",
    "август/августа",
    "сентябрь/сентября",
    "октябрь/октября",
    "ноябрь/ноября",
    "декабрь/декабря",
  ),
  kk: pairs(
    "қаңтар/қаңтардан",
    "ақпан/ақпаннан",
    "наурыз/наурыздан",
    "сәуір/сәуірден",
    "мамыр/мамырдан",
    "маусым/маусымнан",
    "шілде/шілдеден",
    "тамыз/тамыздан",
    "қыркүйек/қыркүйектен",
    "қазан/қазаннан",
    "қараша/қарашадан",
    "желтоқсан/желтоқсаннан",
  ),
  en: pairs(
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ),
};

/** EDTF 21–24. */
export const SEASON_FORMS: Record<PrintLocale, readonly WordForms[]> = {
  ru: pairs("весна/весны", "лето/лета", "осень/осени", "зима/зимы"),
  kk: pairs("көктем/көктемнен", "жаз/жаздан", "күз/күзден", "қыс/қыстан"),
  en: pairs("spring", "summer", "autumn", "winter"),
};

type Phrase = (date: string) => string;
type Phrases = {
  readonly approximate: Phrase;
  readonly uncertain: Phrase;
  readonly notBefore: Phrase;
  readonly notAfter: Phrase;
  readonly within: (from: string, to: string) => string;
  readonly or: string;
};

/** Sentences around a date. Of `within`, Russian takes both dates bounded, the others take them alone. */
export const PHRASES: Record<PrintLocale, Phrases> = {
  ru: {
    approximate: (date) => `около ${date}`,
    uncertain: (date) => `${date} (?)`,
    notBefore: (date) => `не ранее ${date}`,
    notAfter: (date) => `не позднее ${date}`,
    within: (from, to) => `не ранее ${from} и не позднее ${to}`,
    or: " или ",
  },
  kk: {
    approximate: (date) => `шамамен ${date}`,
    uncertain: (date) => `${date} (?)`,
    notBefore: (date) => `${date} ерте емес`,
    notAfter: (date) => `${date} кеш емес`,
    within: (from, to) => `${from} – ${to} аралығында`,
    or: " немесе ",
  },
  en: {
    approximate: (date) => `c. ${date}`,
    uncertain: (date) => `${date} (?)`,
    notBefore: (date) => `not before ${date}`,
    notAfter: (date) => `not after ${date}`,
    within: (from, to) => `between ${from} and ${to}`,
    or: " or ",
  },
};
