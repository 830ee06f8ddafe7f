import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareUnits } from "@/lib/intake/compare-units";
import type { EadUnit } from "@/lib/intake/ead-unit";
import { asStored, parse, readSource, realFindingAids, wrap } from "./finding-aids";

type Edit = (source: string, place: number) => string;

/** Every opening tag of a component, with where it stands. */
function components(source: string): { at: number; tag: string }[] {
  return [...source.matchAll(/<(c(?:0[1-9]|1[0-2])?)(?=[\s>])/g)].map((m) => ({ at: m.index, tag: m[1]! }));
}

const insertBefore: Edit = (source, place) => {
  const { at, tag } = components(source)[place]!;
  const added = `<${tag}><did><unittitle>Вставлено между</unittitle></did></${tag}>`;
  return source.slice(0, at) + added + source.slice(at);
};

const repeatTitleBefore: Edit = (source, place) => {
  const { at, tag } = components(source)[place]!;
  const title = /<unittitle(?:\s[^>]*[^/>])?>[^<]*/.exec(source.slice(at))?.[0] ?? "<unittitle>";
  return `${source.slice(0, at)}<${tag}><did>${title}</unittitle></did></${tag}>${source.slice(at)}`;
};

/** Titles of components, where one can be written into. */
function titles(source: string): { after: number }[] {
  const from = source.indexOf("<dsc");
  return [...source.matchAll(/<unittitle(?:\s[^>]*[^/>])?>/g)]
    .map((m) => ({ after: m.index + m[0].length }))
    .filter(({ after }) => from > 0 && after > from);
}

const changeTitle: Edit = (source, place) => {
  const { after } = titles(source)[place]!;
  return `${source.slice(0, after)}Исправленное заглавие ${source.slice(after)}`;
};

const differences = (stored: readonly EadUnit[], again: readonly EadUnit[]) => {
  const { added, changed, missing } = compareUnits(asStored(stored), again);
  return { added: added.length, changed: changed.map((one) => one.changes), missing: missing.length };
};

/** Some places spread over the file, its first and last among them. */
function spread(count: number): number[] {
  const places = Array.from({ length: 4 }, (_, step) => Math.round((step * (count - 1)) / 3));
  return count === 0 ? [] : [...new Set(places)];
}

describe.each(realFindingAids)("%s read a second time", (name) => {
  const source = readSource(name).replace(/<!--[\s\S]*?-->/g, "");
  const places = spread(components(source).length);

  it("shows no difference", async () => {
    const { units } = await parse(source);
    expect(differences(units, (await parse(source)).units)).toEqual({ added: 0, changed: [], missing: 0 });
  });

  it.skipIf(places.length === 0)(
    "shows an inserted component as exactly one difference",
    { timeout: 30_000 },
    async () => {
      const { units } = await parse(source);
      for (const place of places) {
        for (const insert of [insertBefore, repeatTitleBefore]) {
          const again = await parse(insert(source, place));
          expect(again.units).toHaveLength(units.length + 1);
          expect(differences(units, again.units), `${place}`).toEqual({ added: 1, changed: [], missing: 0 });
        }
      }
    },
  );

  it.skipIf(places.length === 0)(
    "shows a changed title as exactly one difference",
    { timeout: 30_000 },
    async () => {
      const { units } = await parse(source);
      for (const place of spread(titles(source).length)) {
        const { changed, ...others } = differences(units, (await parse(changeTitle(source, place))).units);
        expect(others, `${place}`).toEqual({ added: 0, missing: 0 });
        expect(changed).toHaveLength(1);
        expect(changed[0]).toMatchObject([
          { field: "title", after: expect.stringContaining("Исправленное") as string },
        ]);
      }
    },
  );
});

const component = (title: string, more = ""): string =>
  `<c><did><unittitle>${title}</unittitle>${more}</did></c>`;

async function compare(before: string[], after: string[]) {
  return differences((await parse(wrap(before.join("")))).units, (await parse(wrap(after.join("")))).units);
}

describe("siblings without unitids", () => {
  const [a, b, c] = [component("Опись А"), component("Опись Б"), component("Опись В")];

  it("a component taken out is missing, nothing else", async () => {
    expect(await compare([a, b, c], [a, c])).toEqual({ added: 0, changed: [], missing: 1 });
  });

  it("a component moved is one difference: its place", async () => {
    expect(await compare([a, b, c], [c, a, b])).toEqual({
      added: 0,
      changed: [[{ field: "position", before: "3", after: "1" }]],
      missing: 0,
    });
  });

  it("a changed title beside an inserted component are two", async () => {
    const changed = component("Опись Б, исправленная", "<unitdate>1937</unitdate>");
    const dated = component("Опись Б", "<unitdate>1937</unitdate>");
    const result = await compare([a, dated, c], [a, component("Совсем иное"), changed, c]);
    expect([result.added, result.changed.length, result.missing]).toEqual([1, 1, 0]);
  });

  it("a title rewritten altogether is a change, not a new and a missing unit", async () => {
    expect((await compare([a, b, c], [a, component("Zzz"), c])).changed).toHaveLength(1);
  });
});

describe("siblings with unitids", () => {
  const file = (unitid: string, title: string): string => component(title, `<unitid>${unitid}</unitid>`);

  it("a unitid decides, however much the rest has changed", async () => {
    const result = await compare([file("1", "А"), file("2", "Б")], [file("2", "Новое"), file("1", "А")]);
    expect(result.changed.flat().map((change) => change.field)).toEqual(["title", "position"]);
  });

  it("two that have unitids of their own are never taken for one another", async () => {
    const result = await compare(
      [file("1", "Иванов"), file("2", "А")],
      [file("3", "Иванов"), file("2", "А")],
    );
    expect(result).toEqual({ added: 1, changed: [], missing: 1 });
  });

  it("a component without unitid or with a repeated one changes nothing for its neighbours", async () => {
    const before = [file("1", "А"), file("2", "Б"), file("3", "В")];
    expect(
      await compare(before, [before[0]!, component("Без номера"), before[1]!, before[2]!]),
    ).toMatchObject({
      added: 1,
      changed: [],
    });
    expect(await compare(before, [before[0]!, file("1", "Дубль"), before[1]!, before[2]!])).toMatchObject({
      added: 1,
      changed: [],
    });
  });

  it("ids that a tool has numbered anew do not matter", async () => {
    const numbered = (titles: string[]): string[] =>
      titles.map((title, index) => component(title).replace("<c>", `<c id="ref${index}">`));
    const result = await compare(numbered(["А", "Б", "В", "Г"]), numbered(["А", "Новое", "Б", "В", "Г"]));
    expect(result).toEqual({ added: 1, changed: [], missing: 0 });
  });
});

interface Node {
  title: number;
  children: Node[];
}

/** Trees with few titles, so that siblings are often the same word for word. */
const trees = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    title: fc.integer({ min: 0, max: 3 }),
    children: fc.oneof(
      { depthSize: "small" },
      fc.constant<Node[]>([]),
      fc.array(tie("node"), { maxLength: 5 }),
    ),
  }),
})).node;

const write = ({ title, children }: Node): string =>
  component(`Т${title}`).replace("</c>", `${children.map(write).join("")}</c>`);

describe("any tree", () => {
  it("one component put in anywhere is the only difference", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trees, { maxLength: 5 }), fc.nat(), async (nodes, seed) => {
        const source = wrap(nodes.map(write).join(""));
        const places = components(source);
        const at = places.length === 0 ? source.indexOf("</dsc>") : places[seed % places.length]!.at;
        const again = `${source.slice(0, at)}${component("Новое")}${source.slice(at)}`;
        const result = differences((await parse(source)).units, (await parse(again)).units);
        expect(result).toEqual({ added: 1, changed: [], missing: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it("one changed title anywhere is the only difference", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(trees, { minLength: 1, maxLength: 5 }), fc.nat(), async (nodes, seed) => {
        const source = wrap(nodes.map(write).join(""));
        const again = changeTitle(source, seed % titles(source).length);
        const result = differences((await parse(source)).units, (await parse(again)).units);
        expect([result.added, result.changed.length, result.missing]).toEqual([0, 1, 0]);
      }),
      { numRuns: 300 },
    );
  });
});
