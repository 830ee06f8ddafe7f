import { translator, type Translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";

/** What is said in the cells, in the reader's language. */
export type Words = {
  locale: Locale;
  say: Translator;
  cases: Translator;
  law: Translator;
  queue: Translator;
  transfers: Translator;
  yes(what: boolean): string;
  /** Where something is found here, for good. */
  address(path: string): string;
};

export async function wordsIn(locale: Locale, home: string): Promise<Words> {
  const [say, cases, law, queue, transfers] = await Promise.all(
    ["lists", "cases", "law", "queue", "transfers"].map((namespace) => translator(locale, namespace)),
  );
  return {
    ...{ locale, say: say!, cases: cases!, law: law!, queue: queue!, transfers: transfers! },
    yes: (what) => say!(what ? "yes" : "no"),
    address: (path) => new URL(path, home).href,
  };
}
