import { createFormatter, createTranslator } from "next-intl";
import { formatsIn } from "./formats";
import { timeZone, type Locale } from "./locales";
import { loadMessages } from "./messages";

export type Translator = (key: string, values?: Record<string, string | number | Date>) => string;

/** Words of one namespace in a language, also where there is no request: in statements, replies, the worker. */
export async function translator(locale: Locale, namespace: string): Promise<Translator> {
  const messages = await loadMessages(locale);
  const say = createTranslator({
    locale,
    namespace,
    messages,
    formats: formatsIn(locale),
    timeZone,
  }) as unknown as Translator;
  return (key, values) => say(key, values);
}

export const formatter = (locale: Locale) =>
  createFormatter({ locale, formats: formatsIn(locale), timeZone });
