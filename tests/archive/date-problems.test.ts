import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readDate } from "@/lib/archive/dates";
import { edtfRange } from "@/lib/archive/edtf-range";

describe("nothing is invented", () => {
  test.each([
    ["", "empty", ""],
    ["б. д.", "undated", "б. д."],
    ["күні жоқ", "undated", "күні жоқ"],
    ["сентябрь", "noYear", "сентябрь"],
    ["16-14 сентября", "noYear", "16-14 сентября"],
    ["16.09.37", "shortYear", "16.09.37"],
    ["16/IX-37 г.", "shortYear", "16/IX-37 г."],
    ["37", "shortYear", "37"],
    ["31 сентября 1937", "noSuchDay", "31 сентября 1937"],
    ["29.02.1937", "noSuchDay", "29.02.1937"],
    ["16.13.1937", "noSuchMonth", "16.13.1937"],
    ["1907-12", "ambiguous", "1907-12"],
    ["1937–12", "ambiguous", "1937–12"],
    ["арестован 16 сентября 1937", "unreadable", "арестован 16 сентября 1937"],
    ["16 сентября 1937 г. в Алма-Ате", "unreadable", "Алма-Ате"],
    ["до 1937–1938", "unreadable", "до 1937–1938"],
    ["1937 1938", "unreadable", "1937 1938"],
    ["XIX век", "unreadable", "XIX век"],
  ])("%s", (text, kind, found) => {
    expect(readDate(text)).toEqual({ text, edtf: null, from: null, to: null, problem: { kind, found } });
  });

  test("whatever is typed, the range is that of the value and the text is kept", () => {
    const words = [
      "1937",
      "16",
      "9",
      "сентября",
      "г.",
      "ок.",
      "не ранее",
      "-",
      "–",
      ",",
      "или",
      "?",
      "1930-е",
      ".",
      "жылғы",
      "қыркүйек",
      "дейін",
      "May",
      "(",
      ")",
      "/",
      "осень",
      "[",
      "]",
      "с",
      "по",
      "между",
      "и",
      "начало",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { maxLength: 7 }), fc.boolean(), (some, spaced) => {
        const text = some.join(spaced ? " " : "");
        const { edtf, from, to, problem, text: kept } = readDate(text);
        expect(kept).toBe(text);
        if (edtf === null) expect([from, to, problem?.kind]).toEqual([null, null, expect.any(String)]);
        else expect({ from, to }).toEqual(edtfRange(edtf));
      }),
    );
  });
});

describe("a contradiction is kept and pointed out", () => {
  test.each([
    ["16-14 сентября 1940 г.", "[1940-09-14,1940-09-16]", "outOfOrder"],
    ["1938–1937", "[1937,1938]", "outOfOrder"],
    ["28 декабря – 3 января 1938", "[1938-01-03,1938-12-28]", "outOfOrder"],
    ["3 сентября 1916 г. (ст. ст.)", "[1916-09-03,1916-09-16]", "oldStyle"],
    ["сентябрь 1916 по старому стилю", "1916-09", "oldStyle"],
    ["16 (30) сентября 1916", "[1916-09-16,1916-09-30]", "calendarsDisagree"],
  ])("%s", (text, edtf, kind) => {
    expect(readDate(text)).toEqual({ text, edtf, ...edtfRange(edtf), problem: { kind, found: text } });
  });

  test("two calendars that agree give the Gregorian day", () => {
    expect(readDate("25 октября (7 ноября) 1917 г.").edtf).toBe("1917-11-07");
    expect(readDate("16 (29) сентября 1916").edtf).toBe("1916-09-29");
    expect(readDate("1916 жылғы 16 (29) қыркүйек").edtf).toBe("1916-09-29");
    expect(readDate("16 (28) сентября 1890").problem).toBeUndefined();
  });
});
