"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { localeNames, locales } from "@/lib/i18n/locales";

/** The same page in another language: the language is the first part of the address. */
export function PublicLocales() {
  const current = useLocale();
  const rest = usePathname().split("/").slice(2).join("/");
  const search = useSearchParams().toString();
  const t = useTranslations("shell");
  return (
    <nav aria-label={t("language")} className="flex gap-1 text-small">
      {locales.map((locale) => (
        <a
          key={locale}
          lang={locale}
          hrefLang={locale}
          href={`/${[locale, rest].filter(Boolean).join("/")}${search && `?${search}`}`}
          aria-current={locale === current ? "true" : undefined}
          title={localeNames[locale].full}
          className="inline-block min-h-6 px-1.5 aria-[current]:font-bold aria-[current]:text-ink aria-[current]:no-underline"
        >
          {localeNames[locale].short}
        </a>
      ))}
    </nav>
  );
}
