import type { Locale } from "@/lib/i18n/locales";
import { setLocale } from "@/lib/store/accounts";
import { appPool } from "@/lib/store/client";
import { currentSession } from "./actor";

/** Whoever is signed in reads in this language from now on, in every browser they sign in with. */
export async function keepOwnLocale(locale: Locale): Promise<void> {
  const session = await currentSession();
  if (session) await setLocale(appPool(), session.accountId, locale);
}
