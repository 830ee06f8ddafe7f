import type { Locale } from "@/lib/i18n/locales";
import { formatter, translator, type Translator } from "@/lib/i18n/translator";

/** What the page is written with: the words of the screens, in the reader's language. */
export type Words = { locale: Locale; day(at: string): string } & Record<
  "cases" | "law" | "say" | "sign" | "mark",
  Translator
>;

export async function wordsIn(locale: Locale): Promise<Words> {
  const [cases, law, say, sign, mark] = await Promise.all(
    ["cases", "law", "dossier", "sign.receipt", "cases.aside.method"].map((one) => translator(locale, one)),
  );
  const format = formatter(locale);
  const day = (at: string): string => format.dateTime(new Date(at), "date");
  return { locale, day, cases: cases!, law: law!, say: say!, sign: sign!, mark: mark! };
}
