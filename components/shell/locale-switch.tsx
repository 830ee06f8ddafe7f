import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/i18n/locales";

/** Posts the language and comes back to the same address; works before any script has loaded. */
export function LocaleSwitch() {
  const current = useLocale();
  const t = useTranslations("shell");
  return (
    <form method="post" action="/api/locale" aria-label={t("language")} className="-ml-1.5 flex gap-0.5">
      {locales.map((locale) => (
        <button
          key={locale}
          name="locale"
          value={locale}
          lang={locale}
          aria-pressed={locale === current}
          title={localeNames[locale].full}
          className={clsx(
            "min-h-6 rounded px-1.5 text-tiny hover:bg-tint",
            locale === current ? "font-bold text-accent" : "text-soft",
          )}
        >
          {localeNames[locale].short}
        </button>
      ))}
    </form>
  );
}
