import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { formatsIn } from "./formats";
import { isLocale, localeCookie, preferredLocale, timeZone, type Locale } from "./locales";
import { loadMessages } from "./messages";
import { markMissing, reportMissing } from "./missing";

/** Public pages carry their language in the address (proxy.ts passes it on); the desk has a cookie. */
export default getRequestConfig(async ({ locale: asked, requestLocale }) => {
  const addressed = asked ?? (await requestLocale);
  const locale = isLocale(addressed) ? addressed : await deskLocale();
  return {
    locale,
    timeZone,
    formats: formatsIn(locale),
    messages: await loadMessages(locale),
    getMessageFallback: markMissing,
    onError: reportMissing,
  };
});

async function deskLocale(): Promise<Locale> {
  const chosen = (await cookies()).get(localeCookie)?.value;
  return isLocale(chosen) ? chosen : preferredLocale((await headers()).get("accept-language"));
}
