import { isLocale, localeCookie } from "@/lib/i18n/locales";
import { keepChoice } from "@/lib/keep-choice";

/** Changes the language of the desk and leads back to the same place. */
export async function POST(request: Request): Promise<Response> {
  const locale = (await request.formData()).get("locale");
  return keepChoice(request, isLocale(locale) ? { cookie: localeCookie, value: locale } : null);
}
