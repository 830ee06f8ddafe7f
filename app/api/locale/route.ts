import { keepOwnLocale } from "@/lib/auth/own-locale";
import { isLocale, localeCookie } from "@/lib/i18n/locales";
import { keepChoice } from "@/lib/keep-choice";

/** Changes the language of the desk and leads back to the same place. */
export async function POST(request: Request): Promise<Response> {
  const locale = (await request.formData()).get("locale");
  if (!isLocale(locale)) return keepChoice(request, null);
  const kept = keepChoice(request, { cookie: localeCookie, value: locale });
  if (kept.status === 303) await keepOwnLocale(locale);
  return kept;
}
