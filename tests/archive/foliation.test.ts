import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contains,
  countSheets,
  leavesOf,
  makeFoliation,
  parseFoliation,
  printFoliation,
} from "@/lib/archive/foliation";
import {
  countPositions,
  extentOf,
  labelAt,
  nextLabel,
  positionOf,
  rangeAt,
  wholeLeaves,
} from "@/lib/archive/positions";
import { compareLabels, printLabel } from "@/lib/archive/sheet-label";
import { parseLabel, parseSheetRanges } from "@/lib/archive/sheet-range";
import { foliation, label, leaf } from "./arbitraries";

function folio(text: string) {
  const read = parseFoliation(text);
  if (!read.ok) throw new Error(`${text}: ${read.problem.kind}`);
  return read.value;
}

function sheet(text: string) {
  const read = parseLabel(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

describe("a compact foliation", () => {
  test("tells which sheets there are", () => {
    const file = folio("1–214, 12а, 31а–31в");
    expect(countSheets(file)).toBe(218);
    expect(["12", "12 об.", "12а об.", "31б", "214"].map(sheet).every((one) => contains(file, one))).toBe(
      true,
    );
    expect(["12б", "215", "31г", "1а"].map(sheet).some((one) => contains(file, one))).toBe(false);
  });

  test("gives positions in the order of the file", () => {
    const file = folio("1–20, 12а");
    const order = ["1", "1 об.", "12", "12 об.", "12а", "12а об.", "13", "20 об."];
    expect(order.map((text) => positionOf(file, sheet(text)))).toEqual([0, 1, 22, 23, 24, 25, 26, 41]);
    expect(countPositions(file)).toBe(42);
    const next = (text: string) => {
      const found = nextLabel(file, sheet(text));
      return found && printLabel(found);
    };
    expect(["12", "12 об.", "12а об.", "20 об.", "99"].map(next)).toEqual([
      "12 об.",
      "12а",
      "13",
      null,
      null,
    ]);
  });

  test.each([
    ["1–50,12а", "1–50, 12а"],
    ["60-70, 1-50", "1–50, 60–70"],
    ["1, 2, 3, 5", "1–3, 5"],
    ["12а, 12, 13а", "12, 12а, 13а"],
    ["31а-в, 30–31", "30–31, 31а–31в"],
    ["12–12б", "12, 12а–12б"],
    ["лл. 1-3", "1–3"],
  ])("%s", (text, printed) => expect(printFoliation(folio(text))).toBe(printed));

  test.each([
    ["1–10, 5", { kind: "repeated", at: 6, found: "5" }],
    ["1–5, 7 об.", { kind: "versoNotAllowed", at: 5, found: "7 об." }],
    ["1–5, 7–9а", { kind: "rangeUnclear", at: 5, found: "7–9а" }],
    ["10–1", { kind: "outOfOrder", at: 0, found: "10–1" }],
    ["1–10 листов всего", { kind: "unexpected", at: 12, found: "всего" }],
    [" ", { kind: "empty", at: 0, found: "" }],
  ])("%s is refused at its place", (text, problem) => {
    expect(parseFoliation(text)).toEqual({ ok: false, problem });
  });

  test("reads back as printed", () => {
    fc.assert(
      fc.property(foliation, (file) => {
        expect(folio(printFoliation(file))).toEqual(file);
      }),
    );
  });

  test("holds the leaves it was made of, each once and in order", () => {
    fc.assert(
      fc.property(fc.array(leaf), (leaves) => {
        const found = leavesOf(makeFoliation(leaves)).map((one) => ({ ...one, verso: false }));
        expect(found).toEqual(found.toSorted(compareLabels));
        const names = new Set(leaves.map((one) => printLabel({ ...one, verso: false })));
        expect(found.map((one) => printLabel(one)).toSorted()).toEqual([...names].sort());
      }),
    );
  });
});

describe("positions", () => {
  test("number the sheets without gap, in the order of labels", () => {
    fc.assert(
      fc.property(foliation, (file) => {
        const labels = Array.from({ length: countPositions(file) }, (_, i) => labelAt(file, i));
        labels.forEach((one, i) => {
          if (!one) throw new Error(`no label at ${i}`);
          expect(positionOf(file, one)).toBe(i);
          const last = i > 0 ? labels[i - 1] : null;
          if (last) expect(compareLabels(last, one)).toBeLessThan(0);
        });
        expect(labelAt(file, -1)).toBeNull();
        expect(labelAt(file, countPositions(file))).toBeNull();
      }),
    );
  });

  test("are there exactly for what the file contains", () => {
    fc.assert(
      fc.property(foliation, label, (file, one) => {
        const among = leavesOf(file).some((own) => own.number === one.number && own.letter === one.letter);
        expect(contains(file, one)).toBe(among);
        expect(positionOf(file, one) !== null).toBe(among);
      }),
    );
  });

  test("a citation becomes an extent and back, or names the sheet that is missing", () => {
    const file = folio("1–50");
    const ranges = parseSheetRanges("12–14 об., 49–51, 0009");
    if (!ranges.ok) throw new Error("unread");
    const [cited, beyond] = ranges.value.map((range) => extentOf(file, range));
    expect(cited).toEqual({ ok: true, value: { from: 22, to: 27 } });
    expect(beyond).toEqual({ ok: false, problem: { kind: "notInFile", at: 0, found: "51" } });
    expect(rangeAt(file, { from: 22, to: 27 })).toEqual(ranges.value[0]);
    expect(rangeAt(file, { from: 98, to: 100 })).toBeNull();
    expect(
      [
        { from: 3, to: 4 },
        { from: 2, to: 5 },
      ].map(wholeLeaves),
    ).toEqual(Array(2).fill({ from: 2, to: 5 }));
  });
});
