import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalBytes, hashOf } from "@/lib/ledger/canonical";

const faithful = fc.jsonValue().filter((value) => !/\d{16,}|e\+|\\ud[89a-f]/.test(JSON.stringify(value)));

describe("canonical bytes", () => {
  test("order of properties does not matter, order in arrays does", () => {
    expect(canonicalBytes({ b: [2, 1], a: "ә" }).toString()).toBe('{"a":"ә","b":[2,1]}');
    expect(hashOf({ a: 1, b: 2 })).toBe(hashOf({ b: 2, a: 1 }));
    expect(hashOf([1, 2])).not.toBe(hashOf([2, 1]));
  });

  test("numbers and names as RFC 8785 prints them", () => {
    const bytes = canonicalBytes({
      "\u20ac": 4.5,
      "\r": 2e-3,
      "1": -0,
      "\ud83d\ude00": 1e-27,
      "\u0080": "\u000f",
    });
    expect(bytes.toString()).toBe('{"\\r":0.002,"1":0,"\u0080":"\\u000f","\u20ac":4.5,"\ud83d\ude00":1e-27}');
  });

  test("a known hash", () => {
    expect(hashOf({})).toBe("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  });

  test("reading the bytes back gives the value, and its bytes are the same", () => {
    fc.assert(
      fc.property(faithful, (value) => {
        const bytes = canonicalBytes(value);
        const back: unknown = JSON.parse(bytes.toString());
        expect(canonicalBytes(back).equals(bytes)).toBe(true);
        expect(JSON.stringify(back)).toHaveLength(JSON.stringify(value).length);
      }),
    );
  });

  const cycle: Record<string, unknown> = { name: "x" };
  cycle.self = [cycle];
  test.each([
    ["undefined", { spans: [{}, { basis: undefined }] }, "$.spans[1].basis: undefined"],
    ["NaN", { count: NaN }, "$.count: NaN"],
    ["infinity", [1, [Infinity]], "$[1][0]: Infinity"],
    ["an unsafe integer", { n: 2 ** 53 }, "$.n: an integer beyond 2^53"],
    ["bigint", { n: 1n }, "$.n: bigint"],
    ["a date", { at: new Date(0) }, "$.at: an object that is not plain"],
    ["a map", new Map(), "$: an object that is not plain"],
    ["bytes", { h: Buffer.from("x") }, "$.h: an object that is not plain"],
    ["a function", { toJSON: () => 1 }, "$.toJSON: function"],
    ["a getter", Object.defineProperty({}, "x", { get: () => 1, enumerable: true }), "$.x: a hidden"],
    ["a hole", { list: Array.from({ length: 2 }).fill(1, 0, 1) }, "$.list[1]: undefined"],
    ["a lone surrogate", { t: "\ud800" }, "$.t: a lone surrogate"],
    ["a symbol name", { [Symbol("s")]: 1 }, "$: a property named by a symbol"],
    ["a cycle", cycle, "$.self[0]: a cycle"],
    ["a name with spaces", { "a b": undefined }, '$["a b"]: undefined'],
  ])("refuses %s and names the path", (_, value, words) => {
    expect(() => canonicalBytes(value)).toThrow(words);
  });

  test("the same object twice, side by side, is no cycle", () => {
    const place = { at: 1 };
    expect(canonicalBytes({ a: place, b: place }).toString()).toBe('{"a":{"at":1},"b":{"at":1}}');
  });
});
