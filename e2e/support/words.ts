import { createTranslator } from "next-intl";
import { formatsIn } from "@/lib/i18n/formats";
import { timeZone, type Locale } from "@/lib/i18n/locales";
import { loadMessages } from "@/lib/i18n/messages";

export type Words = (key: string, values?: Record<string, string | number>) => string;

/** The words of the screens as a reader of a language has them, by namespace and key: `acts.field.password`. */
export async function wordsIn(locale: Locale): Promise<Words> {
  const messages = await loadMessages(locale);
  // The type of a tree of unknown words knows no key.
  const t = createTranslator({
    locale,
    messages,
    timeZone,
    formats: formatsIn(locale),
  }) as unknown as Words & {
    has(key: string): boolean;
  };
  return (key, values) => {
    if (!t.has(key)) throw new Error(`messages/${locale} has no words for ${key}`);
    return t(key, values);
  };
}
