import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { placesWith } from "@/lib/names/all-names";
import { findNames, type NameHit } from "@/lib/names/find-names";
import { newNameIndex, putNames, type NameIndex } from "@/lib/names/name-index";

function indexOf(names: readonly (string | readonly string[])[]): NameIndex {
  const index = newNameIndex();
  for (const [place, name] of names.entries()) putNames(index, place, [name].flat());
  return index;
}

const find = (
  index: NameIndex,
  text: string,
  more: { most?: number; unfinished?: boolean } = {},
): NameHit[] => findNames(index, { text, most: 10, extra: () => 0, ...more });

const meant = (index: NameIndex, text: string): number[] =>
  Array.from(placesWith(index, text).entries()).flatMap(([place, one]) => (one === 1 ? place : []));

const register = [
  "Байтұрсынұлы Ахмет",
  "Байтурсынова Шапагат",
  "Ахметов Байтурсын",
  ["Дулатов Міржақып", "Мадияр", "Дулатов М."],
  "Дулатова Гульнар",
  "Иванов Пётр Сидорович",
  "Иванов Сидор Петрович",
  "Ли Сын Ман",
  "Шмидт Карл",
  "Ковальчик Ян",
  "Юсупов Якуб",
];
const index = indexOf(register);
const named = (hits: readonly NameHit[]): string[] => hits.map(({ place }) => [register[place]!].flat()[0]!);

describe("names are found", () => {
  test.each([
    ["Baitursynov Akhmet", "Байтұрсынұлы Ахмет"],
    ["Ахмет Байтурсынов", "Байтұрсынұлы Ахмет"],
    ["байтурсунов ахмед", "Байтұрсынұлы Ахмет"],
    ["Байтурсынов А.", "Байтұрсынұлы Ахмет"],
    ["Ахметов Б.", "Ахметов Байтурсын"],
    ["Байтурсынова", "Байтурсынова Шапагат"],
    ["Мадьяр", "Дулатов Міржақып"],
    ["Дулатов Мыржакып", "Дулатов Міржақып"],
    ["Dulatov", "Дулатов Міржақып"],
    ["Дулатова", "Дулатова Гульнар"],
    ["Иванов П. С.", "Иванов Пётр Сидорович"],
    ["Иванов Сидор", "Иванов Сидор Петрович"],
    ["Петр Иванов", "Иванов Пётр Сидорович"],
    ["ли сын", "Ли Сын Ман"],
    ["Schmidt Karl", "Шмидт Карл"],
    ["Kowalczyk", "Ковальчик Ян"],
  ])("%s → %s", (text, name) => expect(named(find(index, text))[0]).toBe(name));

  test("while they are typed", () => {
    for (const text of ["бай", "Bait", "байтурс", "байтурц", "ахмет бай", "Ковал", "Kow"])
      expect(find(index, text, { unfinished: true }).length, text).toBeGreaterThan(0);
    expect(named(find(index, "дулатова г", { unfinished: true }))[0]).toBe("Дулатова Гульнар");
    expect(find(index, "Ковал")).toEqual([]);
  });

  test("by nothing that is not a name, and not by letters alone", () => {
    for (const text of ["", "—", "1937", "А. Б.", "Нетов Такой"]) expect(find(index, text), text).toEqual([]);
  });

  test("one word does not answer two", () => {
    const twice = indexOf(["Ахмет Серик", "Ахметов Ахмет"]);
    expect(find(twice, "Ахмет Ахмет").map(({ place }) => place)).toEqual([1, 0]);
  });
});

const name = fc
  .array(fc.string({ unit: fc.constantFrom("ка", "мо", "ни", "ру", "са"), minLength: 2, maxLength: 3 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(" "));

describe("whatever the names are", () => {
  test("each is found by itself, at no price, unless somebody else is called so, too", () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), (names) => {
        const all = indexOf(names);
        for (const [place, one] of names.entries()) {
          const hits = find(all, one, { most: names.length });
          expect(hits.find((hit) => hit.place === place)?.price).toBe(0);
        }
      }),
    );
  });

  test("few are the first of many, each place once, with its price and what is added to it", () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 30 }),
        name,
        fc.integer({ min: 1, max: 5 }),
        (names, text, most) => {
          const all = indexOf(names);
          const extra = (place: number): number => (place % 3 === 0 ? Infinity : (place % 3) * 10);
          const plain = new Map(find(all, text, { most: 100 }).map(({ place, price }) => [place, price]));
          const many = findNames(all, { text, most: 100, extra });
          expect(new Set(many.map(({ place }) => place)).size).toBe(many.length);
          expect(many.map(({ place }) => place).toSorted()).toEqual(
            [...plain.keys()].filter((place) => place % 3 > 0).toSorted(),
          );
          for (const { place, price } of many) expect(price).toBe(plain.get(place)! + extra(place));
          expect(findNames(all, { text, most, extra })).toEqual(many.slice(0, most));
        },
      ),
    );
  });

  test("a name that was replaced is found no more, and the same as if it had never been there", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(8), fc.array(name, { maxLength: 2 })), { maxLength: 40 }),
        name,
        (puts, text) => {
          const all = newNameIndex();
          for (const [place, names] of puts) putNames(all, place, names);
          const fresh = newNameIndex();
          for (const [place, names] of new Map(puts)) putNames(fresh, place, names);
          expect(find(all, text)).toEqual(find(fresh, text));
          expect(meant(all, text)).toEqual(meant(fresh, text));
        },
      ),
    );
  });
});

test("a name that is put again as it is takes no more room", () => {
  const all = indexOf(register);
  const before = all.filled;
  for (let again = 0; again < 3; again++)
    for (const [place, one] of register.entries()) putNames(all, place, [one].flat());
  expect(all.filled).toBe(before);
  putNames(all, 3, ["Дулатов Міржақып"]);
  expect(find(all, "Мадьяр")).toEqual([]);
});

describe("a list is filtered by parts of a name", () => {
  test.each([
    ["турсын", [0, 1, 2]],
    ["байтурсын ахмет", [0, 2]],
    ["Akhmet", [0, 2]],
    ["мадияр", [3]],
    ["Иванов С.", [5, 6]],
    ["Иванов Мадияр", []],
    ["Юсупов Я.", [10]],
    ["Юсупо", [10]],
    ["м.", []],
    ["", []],
  ])("%s", (text, places) => expect(meant(index, text)).toEqual(places));
});

const folder = resolve(import.meta.dirname, "../../../shared/data/transliteration");
const here = existsSync(folder);
/** In each run some of them, all in the long one. */
const step = process.env.AQTALU_LONG === "1" ? 1 : 8;

function foundAmongFirstTen(
  pairs: readonly (readonly [typed: string, name: string])[],
  every: number,
): number {
  const names = [...new Set(pairs.map(([, one]) => one))];
  const places = new Map(names.map((one, place) => [one, place]));
  const all = indexOf(names);
  const asked = pairs.filter((_, nth) => nth % every === 0);
  const right = asked.filter(([typed, one]) =>
    find(all, typed).some(({ place }) => place === places.get(one)),
  );
  return right.length / asked.length;
}

describe.skipIf(!here)("pairs of the shared data: the other script is among the first ten", () => {
  const lines = (file: string): string[][] =>
    readFileSync(resolve(folder, file), "utf8")
      .split("\n")
      .filter((line) => line.includes("\t") && !line.startsWith("#"))
      .map((line) => line.split("\t"));

  test("Latin and Russian", () => {
    const pairs = lines("latin-russian-names.tsv").map(
      ([latin = "", russian = ""]) => [latin, russian.replaceAll(" ", "")] as const,
    );
    expect(pairs).toHaveLength(8000);
    expect(foundAmongFirstTen(pairs, step)).toBeGreaterThanOrEqual(0.95);
  });

  test("Latin (BGN) and Kazakh", () => {
    const pairs = lines("kk-Latn-t-kk-m0-bgn.txt").map(
      ([kazakh = "", latin = ""]) => [latin, kazakh] as const,
    );
    expect(pairs.length).toBeGreaterThan(700);
    expect(foundAmongFirstTen(pairs, 1)).toBeGreaterThanOrEqual(0.97);
  });
});
