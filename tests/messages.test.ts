import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { clientNamespaces } from "@/lib/i18n/client-messages";
import { locales } from "@/lib/i18n/locales";
import { flatten, icuArguments, loadAll } from "./support/messages";
import { jsxWords, reachableFrom, reachableFromBrowser, sourcesOf, usedKeys } from "./support/sources";

const all = loadAll();
const reference = flatten(all.kk);
const sources = sourcesOf(["app", "components"]);

describe("words", () => {
  it.each(locales)("%s has the same namespaces and keys as Kazakh", (locale) => {
    expect([...flatten(all[locale]).keys()].sort()).toEqual([...reference.keys()].sort());
  });

  it.each(locales)("%s asks for the same arguments and has no empty message", (locale) => {
    for (const [key, message] of flatten(all[locale])) {
      expect(message.trim(), key).not.toBe("");
      expect(icuArguments(message), key).toEqual(icuArguments(reference.get(key) ?? ""));
    }
  });

  it.each(["ru", "en"] as const)("%s is a translation: no long message is the Kazakh one", (locale) => {
    // Arguments go, innermost first: what is left are the words.
    const wordy = (text: string): boolean => {
      const left = text.replace(/\{[^{}]*\}/g, "");
      return left === text ? text.length > 12 : wordy(left);
    };
    const same = [...flatten(all[locale])].filter(
      ([key, text]) => wordy(text) && reference.get(key) === text,
    );
    expect(same.map(([key]) => key)).toEqual([]);
  });

  it("plurals name the forms that their language has", () => {
    for (const locale of locales) {
      const forms = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
      for (const [key, message] of flatten(all[locale])) {
        for (const plural of message.matchAll(/\{\s*\w+\s*,\s*plural\s*,/g)) {
          const rest = message.slice(plural.index);
          for (const form of forms)
            expect(rest, `${locale} ${key}`).toMatch(new RegExp(`(^|\\W)${form}\\s*\\{`));
        }
      }
    }
  });
});

describe("sources", () => {
  it("are read", () => {
    expect(sources.length).toBeGreaterThan(40);
  });

  it("use only keys that exist", () => {
    const missing = sources.flatMap((source) =>
      usedKeys(source.text)
        .filter((key) => !reference.has(key) && ![...reference.keys()].some((k) => k.startsWith(`${key}.`)))
        .map((key) => `${source.file}: ${key}`),
    );
    expect(missing).toEqual([]);
  });

  const covers = (name: string, use: string): boolean => use === name || use.startsWith(`${name}.`);
  const layouts = sources
    .filter((source) => source.file.endsWith("/layout.tsx"))
    .map(({ file, text }) => {
      const names = [...(/<Words\s+of={\[([^\]]*)\]}/.exec(text)?.[1] ?? "").matchAll(/"([\w.]+)"/g)];
      return { place: path.dirname(file), words: names.map((match) => match[1]!) };
    });
  const pages = sources.flatMap((page) => {
    if (!/\/(page|layout|error|not-found)\.tsx$/.test(page.file)) return [];
    const around = layouts.filter(({ place }) => page.file.startsWith(`${place}/`));
    const uses = reachableFromBrowser(reachableFrom([page], sources)).flatMap((source) =>
      [...source.text.matchAll(/useTranslations\(\s*"([\w.]+)/g)].map((match) => match[1]!),
    );
    return [{ file: page.file, uses, sent: [...clientNamespaces, ...around.flatMap(({ words }) => words)] }];
  });

  it("send to the browser the words that a page's client components use", () => {
    expect(pages.flatMap(({ uses }) => uses).length).toBeGreaterThan(50);
    const missing = pages.flatMap(({ file, uses, sent }) =>
      uses.filter((use) => !sent.some((name) => covers(name, use))).map((use) => `${use} in ${file}`),
    );
    expect([...new Set(missing)].sort()).toEqual([]);
  });

  it("send no words to a section where no page has a use for them", () => {
    const idle = layouts.flatMap(({ place, words }) => {
      const below = pages.filter(({ file }) => file.startsWith(`${place}/`)).flatMap(({ uses }) => uses);
      return words
        .filter((name) => !below.some((use) => covers(name, use)))
        .map((name) => `${name}: ${place}`);
    });
    expect(idle).toEqual([]);
  });

  it("write no words of their own between tags or in spoken attributes", () => {
    expect(
      sources.flatMap((source) => jsxWords(source.text).map((word) => `${source.file}: ${word}`)),
    ).toEqual([]);
  });

  it("would be caught with words of their own", () => {
    expect(jsxWords(`const a = <p className="x">Hello {name}</p>;`)).toEqual(["Hello"]);
    expect(jsxWords(`const a = <input placeholder="Имя" />;`)).toEqual(["Имя"]);
    expect(jsxWords(`const a = <b title={"Ат"}>{\`Дело \${n}\`}</b>;`)).toEqual(["Ат", "Дело"]);
    expect(
      jsxWords(`const f = <T,>(a: Array<string>): Map<string, T> => a; const b = <b>{t("x")} · №</b>;`),
    ).toEqual([]);
  });
});

describe("the folder of messages", () => {
  it("holds one file per namespace and nothing else", () => {
    for (const locale of locales) {
      for (const file of readdirSync(path.join("messages", locale))) {
        expect(file).toMatch(/^[a-z][a-z0-9-]*\.json$/);
        expect(
          () => JSON.parse(readFileSync(path.join("messages", locale, file), "utf8")) as unknown,
        ).not.toThrow();
      }
    }
  });
});
