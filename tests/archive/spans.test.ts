import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { coversExactly, gapsAndOverlaps } from "@/lib/archive/cover";
import { makeFoliation, parseFoliation } from "@/lib/archive/foliation";
import { countPositions, labelAt, positionOf } from "@/lib/archive/positions";
import { carryOver, moveExtent } from "@/lib/archive/refoliation";
import { answerAt, mergeEqual, replaceExtent, splitSpan, wholeFile, type Span } from "@/lib/archive/spans";
import { foliation } from "./arbitraries";

const same = (a: string, b: string) => a === b;
const leavesUpTo = (count: number) =>
  makeFoliation(Array.from({ length: count }, (_, i) => ({ number: i + 1, letter: "" })));
const ten = leavesUpTo(10);

const edits = fc.array(
  fc.tuple(fc.integer({ min: -3, max: 90 }), fc.nat(90), fc.constantFrom("none", "lift", "keep")),
);

function apply(spans: Span<string>[], changes: readonly (readonly [number, number, string])[]) {
  return changes.reduce(
    (now, [from, length, answer]) => replaceExtent(now, { from, to: from + length }, () => answer, same),
    spans,
  );
}

describe("a partition", () => {
  test("stays one through every edit, each edit says what it said, neighbours differ", () => {
    fc.assert(
      fc.property(foliation, edits, fc.nat(90), (file, changes, at) => {
        const spans = apply(wholeFile(file, "none"), changes);
        expect(coversExactly(spans, file)).toBe(true);
        spans.slice(1).forEach((span, i) => expect(span.answer).not.toBe(spans[i]?.answer));
        const last = changes.findLast(([from, length]) => from <= at && at <= from + length);
        if (at < countPositions(file)) expect(answerAt(spans, at)).toBe(last?.[2] ?? "none");
        else expect(answerAt(spans, at)).toBeUndefined();
        const split = splitSpan(spans, at);
        expect(coversExactly(split, file)).toBe(true);
        expect(mergeEqual(split, same)).toEqual(spans);
      }),
    );
  });

  test("a part of an answer can be changed, the rest stays", () => {
    type Both = { secrecy: string; access: string };
    const equal = (a: Both, b: Both) => a.secrecy === b.secrecy && a.access === b.access;
    const start = wholeFile<Both>(ten, { secrecy: "lift", access: "open" });
    const kept = replaceExtent(start, { from: 4, to: 7 }, (old) => ({ ...old, secrecy: "keep" }), equal);
    const both = replaceExtent(kept, { from: 6, to: 9 }, (old) => ({ ...old, access: "closed" }), equal);
    expect(both.map(({ from, to, answer }) => [from, to, answer.secrecy, answer.access])).toEqual([
      [0, 3, "lift", "open"],
      [4, 5, "keep", "open"],
      [6, 7, "keep", "closed"],
      [8, 9, "lift", "closed"],
      [10, 19, "lift", "open"],
    ]);
  });

  test("of a file without sheets is empty", () => {
    const empty = makeFoliation([]);
    expect(wholeFile(empty, "none")).toEqual([]);
    expect(coversExactly([], empty)).toBe(true);
  });
});

describe("cover", () => {
  test("gaps, overlaps and what lies outside are named", () => {
    const extents = [
      { from: 12, to: 15 },
      { from: 2, to: 7 },
      { from: 4, to: 5 },
      { from: 5, to: 9 },
      { from: 18, to: 20 },
      { from: 9, to: 8 },
    ];
    expect(gapsAndOverlaps(extents, ten)).toEqual({
      gaps: [
        { from: 0, to: 1 },
        { from: 10, to: 11 },
        { from: 16, to: 19 },
      ],
      overlaps: [{ from: 4, to: 7 }],
      outside: [
        { from: 18, to: 20 },
        { from: 9, to: 8 },
      ],
    });
    expect(coversExactly(extents, ten)).toBe(false);
  });

  test("agrees with counting position by position", () => {
    const extent = fc
      .tuple(fc.nat(19), fc.nat(19))
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(extent, { maxLength: 6 }), (extents) => {
        const { gaps, overlaps } = gapsAndOverlaps(extents, ten);
        const under = (list: readonly { from: number; to: number }[], at: number) =>
          list.filter(({ from, to }) => from <= at && at <= to).length;
        for (let at = 0; at < 20; at++) {
          expect(under(gaps, at)).toBe(under(extents, at) === 0 ? 1 : 0);
          expect(under(overlaps, at)).toBe(under(extents, at) > 1 ? 1 : 0);
        }
      }),
    );
  });
});

describe("a corrected foliation", () => {
  test("moves a citation with its sheet and loses none in silence", () => {
    const after = parseFoliation("1–9, 3а");
    if (!after.ok) throw new Error("unread");
    expect(moveExtent({ from: 8, to: 9 }, ten, after.value)).toEqual({ from: 10, to: 11 });
    expect(moveExtent({ from: 2, to: 5 }, ten, after.value)).toEqual({ from: 2, to: 5 });
    expect(moveExtent({ from: 16, to: 19 }, ten, after.value)).toBeNull();
  });

  test("keeps every answer with its sheet; new sheets are not judged yet", () => {
    fc.assert(
      fc.property(foliation, foliation, edits, (before, after, changes) => {
        const spans = apply(wholeFile(before, "none"), changes);
        const moved = carryOver(spans, before, after, "fresh", same);
        expect(coversExactly(moved, after)).toBe(true);
        for (let at = 0; at < countPositions(after); at++) {
          const label = labelAt(after, at);
          const old = label && positionOf(before, label);
          expect(answerAt(moved, at)).toBe(old === null ? "fresh" : answerAt(spans, old));
        }
      }),
    );
  });
});
