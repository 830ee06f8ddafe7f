import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { newColumns, putRow, type Columns, type PlacedRow } from "@/lib/facets/columns";
import {
  except,
  inOrder,
  letThrough,
  only,
  onlyAmong,
  onlyIfAny,
  onlyWithin,
  placesOf,
  tally,
  walk,
} from "@/lib/facets/tally";

type Row = PlacedRow<"colour" | "shape" | "owner", "from" | "to">;

const word = fc.constantFrom("a", "b", "c", null);
const row: fc.Arbitrary<Row> = fc.record({
  place: fc.nat(60),
  gone: fc.boolean(),
  words: fc.record({ colour: word, shape: word, owner: word }),
  numbers: fc.record({
    from: fc.integer({ min: 1917, max: 1925 }),
    to: fc.integer({ min: 1917, max: 1925 }),
  }),
});

function filled(rows: readonly Row[]): {
  columns: Columns<"colour" | "shape" | "owner", "from" | "to">;
  kept: Row[];
} {
  const columns = newColumns(["colour", "shape", "owner"] as const, ["from", "to"] as const);
  for (const one of rows) putRow(columns, one);
  const last = new Map(rows.map((one) => [one.place, one]));
  return { columns, kept: [...last.values()].filter(({ gone }) => !gone).sort((a, b) => a.place - b.place) };
}

const asked = fc.record({
  rows: fc.array(row, { maxLength: 120 }),
  chosen: fc.record(
    { colour: fc.constantFrom("a", "b", "z"), shape: fc.constantFrom("a", "c") },
    { requiredKeys: [] },
  ),
  owner: fc.option(fc.constantFrom("a", "b")),
  year: fc.option(fc.integer({ min: 1916, max: 1926 })),
  among: fc.option(fc.array(fc.nat(80), { maxLength: 40 })),
  shown: fc.array(fc.nat(80), { maxLength: 10 }),
  hidden: fc.array(fc.nat(80), { maxLength: 10 }),
});

describe("what is counted", () => {
  it("is what a walk through the rows counts, each facet without its own filter", () => {
    fc.assert(
      fc.property(asked, ({ rows, chosen, owner, year, among, shown, hidden }) => {
        const { columns, kept } = filled(rows);
        const against = letThrough(columns);
        onlyIfAny(
          against,
          [{ column: columns.words.owner, may: (who) => owner === null || who === owner }],
          shown,
        );
        except(against, hidden);
        if (among) onlyAmong(against, among);
        if (year !== null) onlyWithin(against, columns.numbers, [year, year + 1]);
        only(against, columns.words.shape, (shape) => shape !== "b");
        const { colour, shape } = columns.words;
        const { total, counts } = tally<"colour" | "shape">(against, { colour, shape }, chosen);

        const open = kept.filter(
          (one) =>
            (owner === null || one.words.owner === owner || shown.includes(one.place)) &&
            !hidden.includes(one.place) &&
            (!among || among.includes(one.place)) &&
            (year === null || (one.numbers.from <= year + 1 && one.numbers.to >= year)) &&
            one.words.shape !== "b",
        );
        const passes = (one: Row, but?: "colour" | "shape"): boolean =>
          (["colour", "shape"] as const).every(
            (name) => name === but || chosen[name] === undefined || one.words[name] === chosen[name],
          );
        const found = open.filter((one) => passes(one));
        expect(placesOf(against)).toEqual(found.map(({ place }) => place));
        expect(total).toBe(found.length);
        for (const name of ["colour", "shape"] as const) {
          const by: Record<string, number> = {};
          for (const one of open.filter((each) => passes(each, name)))
            if (one.words[name] !== null) by[one.words[name]] = (by[one.words[name]] ?? 0) + 1;
          expect(Object.fromEntries(counts[name])).toEqual(by);
        }
      }),
    );
  });

  it("is walked from either end, from any place on, so many at a time", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 80 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (rows, most, up) => {
          const { columns, kept } = filled(rows);
          const against = letThrough(columns);
          const all: number[] = [];
          for (let from: number | undefined; ; from = all.at(-1)) {
            const some = walk(against, { up, most, from });
            all.push(...some);
            if (some.length < most) break;
          }
          const places = kept.map(({ place }) => place);
          expect(all).toEqual(up ? places : places.reverse());
        },
      ),
    );
  });

  it("is put in the order of a number, page by page, either way", () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 80 }),
        fc.integer({ min: 1, max: 7 }),
        fc.boolean(),
        (rows, most, down) => {
          const { columns, kept } = filled(rows);
          const against = letThrough(columns);
          const all: { place: number; value: number }[] = [];
          for (let at; ; at = all.at(-1)) {
            const some = inOrder(against, columns.numbers.from, { at, down, most });
            all.push(...some);
            if (some.length < most) break;
          }
          const sorted = kept
            .map(({ place, numbers }) => ({ place, value: numbers.from }))
            .sort((a, b) => a.value - b.value || a.place - b.place);
          expect(all).toEqual(down ? sorted.reverse() : sorted);
        },
      ),
    );
  });

  it("is walked on from a place beyond the last", () => {
    const { columns } = filled([]);
    putRow(columns, {
      place: 3,
      gone: false,
      words: { colour: null, shape: null, owner: null },
      numbers: { from: 0, to: 0 },
    });
    const against = letThrough(columns);
    expect(walk(against, { up: false, from: 99, most: 5 })).toEqual([3]);
    expect(walk(against, { up: true, from: 99, most: 5 })).toEqual([]);
  });
});

describe("columns", () => {
  const one = (place: number, colour: string): Row => ({
    place,
    gone: false,
    words: { colour, shape: null, owner: null },
    numbers: { from: 0, to: 0 },
  });

  it("hold rows far beyond what they had room for", () => {
    const { columns } = filled([one(1, "a"), one(70_000, "b")]);
    expect(columns.size).toBe(70_001);
    expect(placesOf(letThrough(columns))).toEqual([1, 70_000]);
  });

  it("do not mistake one word for another when there are too many", () => {
    const columns = newColumns(["colour", "shape", "owner"] as const, ["from", "to"] as const);
    for (let n = 0; n < 65_534; n++) putRow(columns, one(n, `${n}`));
    expect(columns.words.colour.words.at(-1)).toBe("65533");
    expect(() => {
      for (let n = 65_534; n < 65_540; n++) putRow(columns, one(n, `${n}`));
    }).toThrow("65535 different words");
  });
});
