import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames } from "@/lib/names/compare";

const reasonsOf = (a: string, b: string) =>
  compareNames(a, b).reasons.map(({ from, to }) => `${from} = ${to}`);
const scoreOf = (a: string, b: string) => compareNames(a, b).score;

describe("why two names are alike", () => {
  test.each([
    ["Ауэзов", "Әуезов", ["а = ә", "э = е"]],
    ["Әуезов", "Ауэзов", ["ә = а", "е = э"]],
    ["Байтұрсынұлы Ахмет", "Байтурсынов А.", ["ұ = у", "ұлы = ов", "Ахмет = А."]],
    ["Байтурсынов Ахмет", "Baitursynov Akhmet", ["х = kh"]],
    ["Байтұрсынұлы Ахмет", "Baitursynov Akhmet", ["ұ = u", "ұлы = ov", "х = kh"]],
    ["Якубов", "Yakubov", ["я = ya"]],
    ["Arsonov", "Арсанов", ["o = а"]],
    ["Жұмабаев", "Джумабаев", ["ж = дж", "ұ = у"]],
    ["Сейфуллин Сәкен", "Сейфулин Сакен", ["лл = л", "ә = а"]],
    ["Бөкейхан", "Букейханов", ["ө = у", " = ов"]],
    ["Шоқан", "Чокан", ["ш = ч", "қ = к"]],
    ["Ибраһимов", "Ибраимов", ["һ = "]],
    ["Вѣтровъ", "Ветров", ["ѣ = е"]],
    ["Ахмет", "ахмет", []],
    ["Иванов", "Петров", []],
  ])("%s ~ %s", (a, b, reasons) => expect(reasonsOf(a, b)).toEqual(reasons));
});

describe("how alike", () => {
  test("spellings of one name stand high, whatever the order, script and abbreviation", () => {
    for (const other of [
      "Байтурсынов А.",
      "Baitursynov Akhmet",
      "Ахмет Байтурсынов",
      "Байтурсын-улы Ахмет",
      "Байтурсунов Ахмет",
      "Ахмед Байтурсынов",
    ]) {
      expect(scoreOf("Байтұрсынұлы Ахмет", other), other).toBeGreaterThan(0.9);
    }
  });

  test("other names stand low, and lower than nearer ones", () => {
    expect(scoreOf("Байтұрсынұлы Ахмет", "Иванов Пётр")).toBe(0);
    expect(scoreOf("Байтұрсынұлы Ахмет", "Байтурсынов Б.")).toBeLessThan(0.8);
    const order = ["Ахметов Серік Болатұлы", "Ахметов Серик", "Ахметов С.", "Ахметов", "Оспанов Болат"];
    const scores = order.map((other) => scoreOf("Ахметов Серік Болатович", other));
    expect(scores).toEqual(scores.toSorted((a, b) => b - a));
    expect(new Set(scores).size).toBe(scores.length);
  });

  test("a daughter is not her brother", () => {
    expect(scoreOf("Ахметова", "Ахметұлы")).toBeLessThan(0.8);
    expect(scoreOf("Ахметова", "Ахметқызы")).toBeGreaterThan(0.9);
  });

  test("nothing is like what is no name", () => {
    expect(compareNames("", "Ахмет")).toEqual({ score: 0, reasons: [] });
    expect(compareNames("—", "—").score).toBe(0);
  });

  test("two names that romanise alike are never held to be equal", () => {
    const pairs = [
      ["Қасен", "Кәсен"],
      ["Оразов", "Өразов"],
      ["Ұлан", "Үлан"],
      ["Ахмет", "Akhmet"],
    ];
    for (const [a = "", b = ""] of pairs) {
      expect(scoreOf(a, b)).toBeGreaterThan(0.9);
      expect(scoreOf(a, b)).toBeLessThan(1);
    }
  });

  const word = fc.string({
    unit: fc.constantFrom(..."абекмнорстухқәөұiaekmnrst"),
    minLength: 1,
    maxLength: 7,
  });
  const name = fc
    .array(
      fc.oneof(
        word,
        word.map((one) => `${one}ов`),
        word.map((one) => `${one.slice(0, 1)}.`),
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((words) => words.join(" "));

  test("is symmetric, between 0 and 1, and 1 exactly for the same spelling", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        const score = scoreOf(a, b);
        expect(score).toBeCloseTo(scoreOf(b, a), 10);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score === 1).toBe(a === b);
        expect(scoreOf(a, ` ${a.toUpperCase()} `)).toBe(1);
      }),
    );
  });
});
