import type { Locale } from "./locales";

declare module "next-intl" {
  interface AppConfig {
    /** What getLocale and useLocale answer. */
    Locale: Locale;
  }
}
