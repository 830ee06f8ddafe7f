export const locales = ["kk", "ru", "en"] as const;
export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "kk";
export const localeCookie = "aqtalu-locale";
export const timeZone = "Asia/Almaty";

/** How each language names itself, short and in full; never translated. */
export const localeNames: Record<Locale, { short: string; full: string }> = {
  kk: { short: "Қаз", full: "Қазақша" },
  ru: { short: "Рус", full: "Русский" },
  en: { short: "Eng", full: "English" },
};

export function isLocale(value: unknown): value is Locale {
  return typeof value === "string" && (locales as readonly string[]).includes(value);
}

/** The first language of an Accept-Language header that Aqtalu speaks, by quality; otherwise Kazakh. */
export function preferredLocale(acceptLanguage: string | null): Locale {
  const wanted = (acceptLanguage ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((p) => /^\s*q=([\d.]+)/.exec(p)?.[1]).find(Boolean);
      return { language: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLocale) ?? defaultLocale;
}
