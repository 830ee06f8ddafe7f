import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareLabels, leafKey, leafOfKey, printLabel } from "@/lib/archive/sheet-label";
import { parseLabel, parseSheetRanges, printSheetRanges } from "@/lib/archive/sheet-range";
import { label, leaf, range } from "./arbitraries";

const read = (text: string) => {
  const ranges = parseSheetRanges(text);
  return ranges.ok ? printSheetRanges(ranges.value, "ru") : ranges.problem;
};

describe("labels", () => {
  test("stand in the order of the file", () => {
    const order = ["12", "12 об.", "12а", "12а об.", "12б", "13", "101"];
    const labels = order.toReversed().map((text) => {
      const read = parseLabel(text);
      if (!read.ok) throw new Error(text);
      return read.value;
    });
    expect(labels.sort(compareLabels).map((one) => printLabel(one))).toEqual(order);
  });

  test("a leaf and its key tell the same", () => {
    fc.assert(
      fc.property(leaf, (one) => {
        expect(leafOfKey(leafKey(one))).toEqual(one);
      }),
    );
  });

  test("read back as printed, in each language", () => {
    fc.assert(
      fc.property(label, fc.constantFrom("kk", "ru", "en"), (one, locale) => {
        expect(parseLabel(printLabel(one, locale))).toEqual({ ok: true, value: one });
      }),
    );
  });

  test("a range is no label", () => {
    expect(parseLabel("12–14").ok).toBe(false);
    expect(parseLabel("12, 14").ok).toBe(false);
  });
});

describe("ranges", () => {
  test.each([
    ["12–14 об., 47", "Л. 12–14 об., 47"],
    ["Л. 12-14об", "Л. 12–14 об."],
    ["лл.12 — 14 об.; 47.", "Л. 12–14 об., 47"],
    ["листы 5, 7 оборот", "Л. 5, 7 об."],
    ["л. 12 об.–14", "Л. 12 об.–14"],
    ["12–12 об.", "Л. 12–12 об."],
    ["31а–в", "Л. 31а–31в"],
    ["31А об", "Л. 31а об."],
    ["12aоб.", "Л. 12а об."],
    ["12 oб.", "Л. 12 об."],
    ["12–14-пп. сырты, 47-п.", "Л. 12–14 об., 47"],
    ["12-п. сырты – 14-п.", "Л. 12 об.–14"],
    ["12-парақтың сырты", "Л. 12 об."],
    ["12–14-парақтар", "Л. 12–14"],
    ["ff. 12–14v, 47r", "Л. 12–14 об., 47"],
    ["fol. 12av", "Л. 12а об."],
    ["12п", "Л. 12п"],
    ["12-п", "Л. 12"],
  ])("%s", (text, printed) => expect(read(text)).toEqual(printed));

  test.each([
    ["", { kind: "empty", at: 0, found: "" }],
    ["14–12", { kind: "outOfOrder", at: 0, found: "14–12" }],
    ["5, 12 об.–12", { kind: "outOfOrder", at: 3, found: "12 об.–12" }],
    ["12, об.", { kind: "sheetExpected", at: 4, found: "об." }],
    ["12,", { kind: "sheetExpected", at: 3, found: "" }],
    ["12 14", { kind: "unexpected", at: 3, found: "14" }],
    ["12ъ", { kind: "letterUnknown", at: 2, found: "ъ" }],
    ["12c", { kind: "letterUnknown", at: 2, found: "c" }],
    ["0", { kind: "numberExpected", at: 0, found: "0" }],
    ["Л. 1214151", { kind: "numberTooLarge", at: 3, found: "1214151" }],
    ["12 & 13", { kind: "unexpected", at: 3, found: "&" }],
    ["12–б", { kind: "sheetExpected", at: 3, found: "б" }],
    ["12 отчего", { kind: "unexpected", at: 3, found: "отчего" }],
  ])("%s is refused at its place", (text, problem) => expect(read(text)).toEqual(problem));

  test("print after the manner of the language", () => {
    const ranges = parseSheetRanges("12–14 об., 47");
    const one = parseSheetRanges("12 об.");
    if (!ranges.ok || !one.ok) throw new Error("unread");
    expect(printSheetRanges(ranges.value, "kk")).toBe("12–14-пп. сырты, 47-п.");
    expect(printSheetRanges(ranges.value, "en")).toBe("ff. 12–14v, 47");
    expect(printSheetRanges(one.value, "kk")).toBe("12-п. сырты");
    expect(printSheetRanges(one.value, "en")).toBe("fol. 12v");
    expect(printSheetRanges([], "ru")).toBe("");
  });

  test("read back as printed, in each language", () => {
    const ranges = fc.array(range, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(ranges, fc.constantFrom("kk", "ru", "en"), (some, locale) => {
        expect(parseSheetRanges(printSheetRanges(some, locale))).toEqual({ ok: true, value: some });
      }),
    );
  });

  test("whatever is typed is read or refused within the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789 .,–-обавпЛлfv") }), (text) => {
        const ranges = parseSheetRanges(text);
        if (ranges.ok) expect(ranges.value.length).toBeGreaterThan(0);
        else expect(ranges.problem.at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
