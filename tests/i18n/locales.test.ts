import { describe, expect, it } from "vitest";
import { isLocale, preferredLocale } from "@/lib/i18n/locales";

describe("the language a browser asks for", () => {
  it.each([
    [null, "kk"],
    ["", "kk"],
    ["ru-RU,ru;q=0.9,en;q=0.8", "ru"],
    ["de-DE,de;q=0.9,en;q=0.8,ru;q=0.85", "ru"],
    ["en;q=0.5,kk;q=0.7", "kk"],
    ["ru;q=0,en;q=0.1", "en"],
    ["de,fr", "kk"],
    ["*", "kk"],
  ])("%s gives %s", (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });

  it("is one of three", () => {
    expect(["kk", "ru", "en"].every(isLocale)).toBe(true);
    expect([undefined, "", "kz", "KK", "constructor"].some(isLocale)).toBe(false);
  });
});
