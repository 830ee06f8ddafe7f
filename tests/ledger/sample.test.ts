import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { drawSample, isCandidate, rankOf, type SampleTerms } from "@/lib/ledger/sample";

const any: SampleTerms = {
  ...{ of: "acts", size: 100, from: null, until: null, act: null, article: null, actor: null },
};
const act = (more: object = {}) => ({
  kind: "act",
  act: "sign",
  article: "D10",
  signature: null,
  decision: null,
  ...more,
});
const entry = (payload: object, at = "2026-03-01T00:00:00.000Z") => ({ at, actor: { id: "a" }, payload });

describe("drawing", () => {
  test("goes by SHA-256 over the seed, a line feed and the index", () => {
    const byHand = createHash("sha256").update(Buffer.from("aqtalu\n17", "utf8")).digest("hex");
    expect(rankOf("aqtalu", 17).toString("hex")).toBe(byHand);
    // Found with `printf 'aqtalu\n%s' INDEX | sha256sum | sort` by hand.
    expect(drawSample("aqtalu", [...Array(20).keys()], 5)).toEqual([9, 5, 0, 16, 14]);
  });

  test("does not ask in which order the candidates come, and a longer sample begins with the shorter", () => {
    const set = fc.uniqueArray(fc.nat(1_000_000), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), set, fc.nat(70), (seed, candidates, count) => {
        const drawn = drawSample(seed, candidates, count);
        expect(drawSample(seed, candidates.toReversed(), count)).toEqual(drawn);
        expect(drawSample(seed, candidates, count + 3).slice(0, count)).toEqual(drawn);
        expect(drawn.length).toBe(Math.min(count, candidates.length));
        expect(new Set(drawn).size).toBe(drawn.length);
        expect(drawn.every((index) => candidates.includes(index))).toBe(true);
      }),
    );
  });

  test("favours none: over many seeds each of ten is drawn about as often", () => {
    const times = Array<number>(10).fill(0);
    for (let seed = 0; seed < 5000; seed++)
      for (const index of drawSample(String(seed), times.keys(), 2)) times[index]! += 1;
    // 1,000 are expected of each; the standard deviation is 28.
    for (const count of times) expect(Math.abs(count - 1000)).toBeLessThan(170);
  });
});

describe("candidates", () => {
  const cases: [string, object, Partial<SampleTerms>, boolean][] = [
    ["an act", entry(act()), {}, true],
    ["a refusal", entry({ kind: "refusal", act: "sign" }), {}, false],
    ["a work", entry({ kind: "work", work: "describe_file" }), {}, false],
    ["an act, of signatures", entry(act()), { of: "signatures" }, false],
    ["a signature, of signatures", entry(act({ signature: {} })), { of: "signatures" }, true],
    ["a signature, of decisions", entry(act({ signature: {} })), { of: "decisions" }, false],
    ["a decision, of decisions", entry(act({ decision: {} })), { of: "decisions" }, true],
    ["the moment at which the period begins", entry(act()), { from: "2026-03-01T00:00:00.000Z" }, true],
    ["a moment before it", entry(act()), { from: "2026-03-01T00:00:00.001Z" }, false],
    ["the moment at which it ends", entry(act()), { until: "2026-03-01T00:00:00.000Z" }, false],
    ["a moment before that", entry(act()), { until: "2026-03-01T00:00:00.001Z" }, true],
    ["the act asked for", entry(act()), { act: "sign" }, true],
    ["another act", entry(act()), { act: "refuse" }, false],
    ["the article asked for", entry(act()), { article: "D10" }, true],
    ["another article", entry(act()), { article: "D11" }, false],
    ["the person asked for", entry(act()), { actor: "a" }, true],
    ["another person", entry(act()), { actor: "b" }, false],
    ["no entry at all", [], {}, false],
  ];
  test.each(cases)("%s", (_, one, terms, expected) => {
    expect(isCandidate(one, 99, { ...any, ...terms })).toBe(expected);
  });

  test("what was written after the tree had that size is none", () => {
    expect([98, 99, 100, 101].map((index) => isCandidate(entry(act()), index, any))).toEqual([
      ...[true, true, false, false],
    ]);
  });
});
