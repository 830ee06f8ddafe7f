import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printAtom } from "@/lib/intake/atom-print";
import { DESCRIPTION_FIELDS, type DescriptionField } from "@/lib/intake/ead-fields";
import { printEad, type EadHeading } from "@/lib/intake/ead-print";
import { tidy } from "@/lib/intake/ead-text";
import type { EadUnit } from "@/lib/intake/ead-unit";
import type { PrintedUnit } from "@/lib/intake/printed-unit";
import { readWhole } from "@/lib/intake/read-whole";
import { columnsOf } from "@/lib/intake/unit-rows";
import { fieldsOf } from "@/lib/intake/unit-record";
import { faultsOfEad3 } from "./ead-schema";
import { parse, readSource, realFindingAids, whyNone } from "./finding-aids";

const heading: EadHeading = {
  ...{ record: "r-1", title: "Фонд <10> & «другие»", agency: "АП РК", at: "2026-03-01T05:00:00.000Z" },
  bySource: true,
};

/** Units as the store would hold them, in parts of a few. */
async function* partsOf(units: readonly EadUnit[]): AsyncGenerator<PrintedUnit[]> {
  const depths = new Map<string | null, number>([[null, -1]]);
  const printed = units.map((unit, nth): PrintedUnit => {
    const depth = depths.get(unit.parentKey)! + 1;
    depths.set(unit.key, depth);
    const { level, reference, title, date_text, extent, description } = columnsOf(fieldsOf(unit));
    const id = `00000000-0000-4000-8000-${String(nth).padStart(12, "0")}`;
    const said = { sourceId: unit.sourceId, verbatim: unit.verbatim ?? null };
    return { id, depth, level, reference, title, dateText: date_text, extent, description, ...said };
  });
  for (let from = 0; from < printed.length; from += 7) {
    yield await Promise.resolve(printed.slice(from, from + 7));
  }
}

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const piece of pieces) text += piece;
  return text;
}

const eadOf = (units: readonly EadUnit[]) => textOf(printEad(partsOf(units), heading));
const atomOf = (units: readonly EadUnit[]) => textOf(printAtom(partsOf(units), { bySource: true }));

async function readAtom(csv: string): Promise<EadUnit[]> {
  const upload = await readWhole(Buffer.from(csv), "a.csv", {});
  if (!upload.ok || upload.value.kind !== "atom") throw new Error(JSON.stringify(upload));
  expect(upload.value.problems).toEqual([]);
  return upload.value.aids.flatMap(({ units }) => units);
}

const contentOf = ({ line: _line, verbatim: _verbatim, ...content }: EadUnit) => content;

describe("a tree of any units", () => {
  /** What a reader has made of a text: single blanks, no blank lines. */
  const line = fc
    .oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("<b>&amp;", "]]>", "'=1", "-", "@", "\u0000\u0008x", "a\u00a0b", '"', "й", "NULL x"),
    )
    .map((text) => tidy(text.replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[|;]/gu, "")));
  const full = line.map((text) => (text === "" || text === "NULL" ? "x" : text));
  const lines = fc.uniqueArray(full, { minLength: 1, maxLength: 3 }).map((all) => all.join("\n"));
  const shortField =
    /^(creator|repository|language|script|description(Language|Script|Status)|container|levelOfDetail|.*Identifier)$/;
  const fieldText = (field: DescriptionField) => (shortField.test(field) ? full : lines);
  const description = fc
    .record(
      Object.fromEntries(
        DESCRIPTION_FIELDS.filter((field) => field !== "dateNormal").map((field) => [
          field,
          fieldText(field),
        ]),
      ),
      { requiredKeys: [], noNullPrototype: true },
    )
    .map((said) => ({ ...said }));
  const unit = fc.record({
    level: fc.constantFrom("fonds", "series", "file", "item", "component", "inventory", "Ящик № 1"),
    ...{ reference: line, title: full, extent: line, description, above: fc.nat() },
    dateText: fc.constantFrom("", "сентябрь 1937", "1937–1938", "до войны"),
  });
  const tree = fc.array(unit, { minLength: 1, maxLength: 12 }).map((all): EadUnit[] => {
    const parents = all.map(({ above }, nth) => (nth === 0 ? null : above % nth));
    const inOrder = (at: number): number[] => [
      at,
      ...parents.flatMap((parent, child) => (parent === at ? inOrder(child) : [])),
    ];
    return inOrder(0).map((at) => {
      const { above: _above, ...said } = all[at]!;
      const parent = parents[at] ?? null;
      const position = at === 0 ? 1 : 1 + parents.slice(0, at).filter((other) => other === parent).length;
      const parentKey = parent === null ? null : String(parent);
      return { ...said, key: String(at), parentKey, position, sourceId: `id${at}`, line: 0 };
    });
  });

  /** Keys differ: what is compared is what a unit says and where it stands. */
  const shapeOf = (units: readonly EadUnit[]) => {
    const at = new Map(units.map(({ key }, nth) => [key, nth]));
    return units.map(({ key: _key, parentKey, ...said }) => ({
      ...contentOf({ ...said, key: "", parentKey: null }),
      under: parentKey === null ? null : at.get(parentKey),
    }));
  };

  it("is valid EAD3, and read again the same tree", async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (units) => {
        const xml = await eadOf(units);
        expect(faultsOfEad3(xml)).toEqual([]);
        expect(shapeOf((await parse(xml)).units)).toEqual(shapeOf(units));
      }),
    );
  });

  it("is a table of AtoM, and read again the same tree but for what AtoM has no column for", async () => {
    const said = ({ abstract: _a, citation: _c, ...kept }: EadUnit["description"]) => {
      const { accessPoints, subjectPoints, language, languageNote, ...rest } = kept;
      const subjects = [subjectPoints, accessPoints].filter(Boolean).join("\n");
      const note = [language, languageNote].filter(Boolean).join("\n");
      return { ...rest, subjects: [...new Set(subjects.split("\n"))].join("\n"), note2: note };
    };
    await fc.assert(
      fc.asyncProperty(tree, async (units) => {
        const again = await readAtom(await atomOf(units));
        const plain = (all: readonly EadUnit[]) =>
          shapeOf(all).map((one) => ({ ...one, description: said(one.description) }));
        expect(plain(again)).toEqual(plain(units));
      }),
    );
  });
});

describe("finding aids of real archives", () => {
  it.skipIf(realFindingAids.length === 0)(`are all there (else: ${whyNone})`, () => {
    expect(realFindingAids.length).toBeGreaterThanOrEqual(12);
  });

  it.each(realFindingAids)("%s: valid EAD3 with the same units, field by field", async (name) => {
    const { units } = await parse(readSource(name));
    const xml = await eadOf(units);
    expect(faultsOfEad3(xml)).toEqual([]);
    expect((await parse(xml)).units.map(contentOf)).toEqual(units.map(contentOf));
  });

  it.each(realFindingAids)("%s: a table of AtoM that prints the same once it was read", async (name) => {
    const { units } = await parse(readSource(name));
    const csv = await atomOf(units);
    const again = await readAtom(csv);
    expect(again).toHaveLength(units.length);
    expect(await atomOf(again)).toBe(csv);
  });
});
