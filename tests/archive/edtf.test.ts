import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysInMonth, gregorianOf, isoDay } from "@/lib/archive/calendar";
import { edtfRange } from "@/lib/archive/edtf-range";

describe("the range of an EDTF value", () => {
  test.each([
    ["1937", "1937-01-01", "1937-12-31"],
    ["1937-09", "1937-09-01", "1937-09-30"],
    ["1940-02", "1940-02-01", "1940-02-29"],
    ["1900-02", "1900-02-01", "1900-02-28"],
    ["1937-09-16", "1937-09-16", "1937-09-16"],
    ["193X", "1930-01-01", "1939-12-31"],
    ["19XX", "1900-01-01", "1999-12-31"],
    ["1937-XX", "1937-01-01", "1937-12-31"],
    ["1937-09-XX", "1937-09-01", "1937-09-30"],
    ["1937-XX-XX", "1937-01-01", "1937-12-31"],
    ["1890~", "1890-01-01", "1890-12-31"],
    ["1937-09-16?", "1937-09-16", "1937-09-16"],
    ["1930-23", "1930-09-01", "1930-11-30"],
    ["1930-24", "1930-01-01", "1931-02-28"],
    ["1938-41", "1938-07-01", "1938-12-31"],
    ["1937/1938", "1937-01-01", "1938-12-31"],
    ["1937-12~/1938", "1937-12-01", "1938-12-31"],
    ["1930/..", "1930-01-01", null],
    ["../1938-05", null, "1938-05-31"],
    ["/1938", null, "1938-12-31"],
    ["[1940-09-14,1940-09-16]", "1940-09-14", "1940-09-16"],
    ["[1937..1938]", "1937-01-01", "1938-12-31"],
    ["[..1938]", null, "1938-12-31"],
    ["{1937,1940..1941}", "1937-01-01", "1941-12-31"],
  ])("%s", (edtf, from, to) => expect(edtfRange(edtf)).toEqual({ from, to }));

  test.each([
    "",
    "37",
    "сентябрь",
    "1937-13",
    "1937-00",
    "1937-09-31",
    "1937-09-00",
    "1939-02-29",
    "1937-9",
    "193X-05",
    "1937-XX-05",
    "1937-23-05",
    "1937-42",
    "1938/1937",
    "1937-09-16/1937-09-14",
    "/",
    "../..",
    "1937//1938",
    "1/2/3",
    "[]",
    "[1937",
    "[1937,]",
    "{1938..1937}",
    "1937-09-16T10:00",
    "-0100",
    "1937??",
  ])("%s has none", (edtf) => expect(edtfRange(edtf)).toBeNull());

  test("never runs backwards, and an interval spans its ends", () => {
    const point = fc
      .tuple(fc.integer({ min: 1850, max: 1990 }), fc.integer({ min: 1, max: 12 }), fc.nat(40), fc.nat(2))
      .map(
        ([year, month, day, depth]) =>
          [
            year,
            isoDay(year, month, 1).slice(0, 7),
            isoDay(year, month, (day % daysInMonth(year, month)) + 1),
          ][depth],
      );
    fc.assert(
      fc.property(point, point, (a, b) => {
        const [first, last] = [edtfRange(String(a)), edtfRange(String(b))];
        if (!first?.from || !first.to || !last?.from || !last.to) throw new Error(`${a} ${b}`);
        expect(first.from <= first.to).toBe(true);
        const backwards = first.from > last.from || first.to > last.to;
        expect(edtfRange(`${a}/${b}`)).toEqual(backwards ? null : { from: first.from, to: last.to });
      }),
    );
  });
});

test("days of the old style", () => {
  expect(gregorianOf(1917, 10, 25)).toBe("1917-11-07");
  expect(gregorianOf(1900, 2, 16)).toBe("1900-02-28");
  expect(gregorianOf(1916, 12, 25)).toBe("1917-01-07");
});
