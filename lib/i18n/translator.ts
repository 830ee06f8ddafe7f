import { createFormatter, createTranslator } from "next-intl";
import { formats } from "./formats";
import { timeZone, type Locale } from "./locales";
import { loadMessages } from "./messages";

/** Words of one namespace in a language, also where there is no request: in statements, replies, the worker. */
export async function translator(locale: Locale, namespace: string) {
  return createTranslator({ locale, namespace, messages: await loadMessages(locale), formats, timeZone });
}

export const formatter = (locale: Locale) => createFormatter({ locale, formats, timeZone });
