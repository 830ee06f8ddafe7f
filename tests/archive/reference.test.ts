import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { normaliseReference, parseReference, type Reference } from "@/lib/archive/reference";
import { printReference } from "@/lib/archive/reference-print";
import { range } from "./arbitraries";

const read = (text: string) => {
  const reference = parseReference(text);
  return reference.ok ? printReference(reference.value, "ru") : reference.problem;
};

describe("a reference", () => {
  test("is read into its parts", () => {
    expect(parseReference("АП РК. Ф. 10. Оп. 2. Д. 345. Л. 12–14 об.")).toEqual({
      ok: true,
      value: {
        archive: "АП РК",
        fonds: "10",
        inventory: "2",
        file: "345",
        sheets: [
          { from: { number: 12, letter: "", verso: false }, to: { number: 14, letter: "", verso: true } },
        ],
      },
    });
  });

  test.each([
    ["ф10 оп2 д345", "Ф. 10. Оп. 2. Д. 345"],
    ["ф10оп2д345л12об", "Ф. 10. Оп. 2. Д. 345. Л. 12 об."],
    ["Ф.10, Оп.2, Д. П-46597", "Ф. 10. Оп. 2. Д. П-46597"],
    ["Ф.Р-10, Оп. 2а, Д. п46597, лл. 5-7, 9", "Ф. Р-10. Оп. 2а. Д. П-46597. Л. 5–7, 9"],
    ["фонд 10, опись 2, дело № 345, листы 12–14 оборот.", "Ф. 10. Оп. 2. Д. 345. Л. 12–14 об."],
    ["Архив КНБ РК по г. Алматы, д. 06523-с", "Архив КНБ РК по г. Алматы. Д. 06523-с"],
    ["ГАРФ. Ф. Р-7523. Оп. 12/1. Д. 345а. Л. 3", "ГАРФ. Ф. Р-7523. Оп. 12/1. Д. 345а. Л. 3"],
    ["ҚР ПМ. 10-қ. 2-т. П-46597-іс. 12-п.", "ҚР ПМ. Ф. 10. Оп. 2. Д. П-46597. Л. 12"],
    ["ҚР ПМ, 10-қор, 2-тізімдеме, 345-іс, 12–14-парақтар", "ҚР ПМ. Ф. 10. Оп. 2. Д. 345. Л. 12–14"],
    ["ҚР ПМ 10-қ., 2-т., 345-іс, 12-п. сырты", "ҚР ПМ. Ф. 10. Оп. 2. Д. 345. Л. 12 об."],
    ["қор 10, тізімдеме 2, іс 345, парақ 12", "Ф. 10. Оп. 2. Д. 345. Л. 12"],
    ["f. 10 op. 2 d. 345 l. 12", "Ф. 10. Оп. 2. Д. 345. Л. 12"],
    ["APRK, f. 10, op. 2, d. 345, ll. 12-14v", "APRK. Ф. 10. Оп. 2. Д. 345. Л. 12–14 об."],
    ["APRK, fonds 10, inv. 2, file 345, f. 12v", "APRK. Ф. 10. Оп. 2. Д. 345. Л. 12 об."],
    ["Ф. 10. Оп. 2. Д. П-46597. Т. 3. Л. 5", "Ф. 10. Оп. 2. Д. П-46597. Т. 3. Л. 5"],
    ["10-қ. 2-т. 345-іс. 3-т. 5-п.", "Ф. 10. Оп. 2. Д. 345. Т. 3. Л. 5"],
    ["Л. 12–14 об.", "Л. 12–14 об."],
    ["12-14 об, 47", "Л. 12–14 об., 47"],
    ["Д. 345", "Д. 345"],
    ["ед. хр. 345", "Д. 345"],
  ])("%s", (text, printed) => expect(read(text)).toEqual(printed));
});

describe("a reference that cannot be read", () => {
  test.each([
    ["  ", { kind: "empty", at: 0, found: "" }],
    ["АП РК", { kind: "noReference", at: 0, found: "АП РК" }],
    ["Ф. 10. Д. 345. Оп. 2", { kind: "outOfOrder", at: 15, found: "Оп." }],
    ["Ф. 10. Ф. 11", { kind: "repeated", at: 7, found: "Ф." }],
    ["Ф. 10. Оп. Д. 345", { kind: "numberExpected", at: 7, found: "Оп." }],
    ["Ф. 10. Оп. 2 (копия)", { kind: "unexpected", at: 13, found: "(копия)" }],
    ["Ф. 10. Оп. 2. Д. 5. Л. 14–12", { kind: "outOfOrder", at: 23, found: "14–12" }],
    ["Ф. 10. Л. 12 об. см. также", { kind: "unexpected", at: 17, found: "см." }],
    ["Ф. 10. Л. 12. Д. 5", { kind: "unexpected", at: 12, found: "." }],
    ["12–", { kind: "sheetExpected", at: 3, found: "" }],
  ])("%s is refused at its place", (text, problem) => expect(read(text)).toEqual(problem));
});

describe("a reference in print", () => {
  test("prints after the manner of the language", () => {
    const reference = parseReference("АП РК. Ф. 10. Оп. 2. Д. П-46597. Т. 3. Л. 12–14 об.");
    if (!reference.ok) throw new Error("unread");
    expect(printReference(reference.value, "kk")).toBe(
      "АП РК. 10-қ. 2-т. П-46597-іс. 3-том. 12–14-пп. сырты",
    );
    expect(printReference(reference.value, "en")).toBe(
      "АП РК, fonds 10, inv. 2, file П-46597, vol. 3, ff. 12–14v",
    );
  });

  const number = fc.integer({ min: 1, max: 99_999 }).map(String);
  const value = fc.oneof(
    number,
    fc.tuple(fc.constantFrom("Р", "П", "СО"), number).map(([prefix, digits]) => `${prefix}-${digits}`),
    fc.tuple(number, fc.constantFrom("а", "б", "-с", "/3")).map(([digits, suffix]) => digits + suffix),
  );
  const file = fc.oneof(
    value,
    fc.tuple(value, number).map(([one, volume]) => `${one} т. ${volume}`),
  );
  const reference: fc.Arbitrary<Reference> = fc.record({
    archive: fc.constantFrom(null, "АП РК", "ҚР ПМ", "ЦГА РК", "Архив ДКНБ по г. Шымкент", "GARF"),
    fonds: fc.option(value),
    inventory: fc.option(value),
    file,
    sheets: fc.array(range, { maxLength: 3 }),
  });

  test("reads back as printed, in each language", () => {
    fc.assert(
      fc.property(reference, fc.constantFrom("kk", "ru", "en"), (one, locale) => {
        expect(parseReference(printReference(one, locale))).toEqual({ ok: true, value: one });
      }),
    );
  });

  test("whatever is typed is read or refused within the text", () => {
    const noise = fc.string({ unit: fc.constantFrom(..."0123 .,–-фоплдтқісАРК№") });
    fc.assert(
      fc.property(noise, (text) => {
        const one = parseReference(text);
        if (!one.ok) expect(one.problem.at).toBeLessThanOrEqual(text.length);
        else expect(parseReference(printReference(one.value, "ru")).ok).toBe(true);
      }),
    );
  });
});

describe("the key of a file", () => {
  const keyOf = (text: string, archiveKey?: (name: string) => string) => {
    const one = parseReference(text);
    if (!one.ok) throw new Error(text);
    return normaliseReference(one.value, archiveKey);
  };

  test("is one for all spellings and does not hold the sheets", () => {
    const key = keyOf("АП РК. Ф. 10. Оп. 2. Д. П-46597. Л. 12");
    expect(key).toBe("ап рк|10|2|п 46597");
    expect(keyOf("ап  рк, ф010 оп.2, д.п46597")).toBe(key);
    expect(keyOf("10-қ. 2-т. П–46597-іс")).toBe("|10|2|п 46597");
  });

  test("tells different files apart", () => {
    const texts = [
      "Д. 345",
      "Д. 345а",
      "Д. П-345",
      "Оп. 345",
      "Д. 34/5",
      "Д. 345. Т. 5",
      "Д. Р-345",
      "Д. P-345",
    ];
    expect(new Set(texts.map((text) => keyOf(text))).size).toBe(texts.length);
  });

  test("takes the archive's code where the caller knows it", () => {
    const codes: Record<string, string> = { "ҚР ПМ": "aprk", "АП РК": "aprk" };
    const archiveKey = (name: string) => codes[name] ?? name;
    expect(keyOf("ҚР ПМ. 10-қ.", archiveKey)).toBe(keyOf("АП РК. Ф. 10", archiveKey));
  });
});
