import { describe, expect, it } from "vitest";
import { parse, readSource, realFindingAids, whyNone, wrap } from "./finding-aids";

/** Counted without a parser: comments away, then every opening tag of a component. */
function countComponents(source: string): number {
  const plain = source.replace(/<!--[\s\S]*?-->/g, "");
  return [...plain.matchAll(/<(?:\w+:)?c(?:0[1-9]|1[0-2])?(?=[\s>/])/g)].length;
}

describe("finding aids of real archives", () => {
  it.skipIf(realFindingAids.length === 0)(`are all there (else: ${whyNone})`, () => {
    expect(realFindingAids.length).toBeGreaterThanOrEqual(12);
  });

  it.each(realFindingAids)("%s: one unit for the whole and one for every component", async (name) => {
    const source = readSource(name);
    const { units, record } = await parse(source);
    expect(units).toHaveLength(1 + countComponents(source));
    expect(new Set(units.map((unit) => unit.key)).size).toBe(units.length);
    expect(record).not.toBe("");
    const silent = units.filter((unit) => unit.title + unit.dateText + unit.reference === "");
    expect(silent.length).toBeLessThanOrEqual(2);
    const keys = new Set<string>();
    for (const unit of units) {
      expect(unit.parentKey === null ? unit.key : keys.has(unit.parentKey)).toBeTruthy();
      expect([unit.title, unit.dateText, unit.extent].join("")).not.toMatch(/[\n\t]| {2}|[<>]\w/);
      keys.add(unit.key);
    }
  });

  it.skipIf(realFindingAids.length === 0)("keep what a description needs", async () => {
    const { units, version } = await parse(readSource("ead2002-enumerated.xml"));
    expect(version).toBe("EAD 2002");
    const series = units[1]!;
    expect(series).toMatchObject({
      key: "/=Series I |||",
      level: "series",
      reference: "Series I |||",
      dateText: "1880-1900",
      sourceId: "ref55",
    });
    expect(series.extent).toContain("2.0 Cubic feet; Series-level dimensions text |||");
    expect(series.description).toMatchObject({
      accruals: "Series-level accruals text|||",
      access: "Series-level conditions governing access text|||\nSeries-level legal status text|||",
      creator: "Ginsburg, Ruth Bader|||",
      dateNormal: "1880/1900",
      language: "Series-level language of materials text|||",
      physical: expect.stringContaining("Series-level material specific details text|||") as string,
    });
  });
});

describe("the text of a description", () => {
  async function describeOne(inner: string) {
    return (await parse(wrap(`<c level="file">${inner}</c>`))).units[1]!;
  }

  it("flattens inline markup and normalises blanks", async () => {
    const unit = await describeOne(
      `<did><unittitle>Дело по обвинению <persname><part>Ахметова</part><part>С.</part></persname>
        и <emph render="italic">других</emph></unittitle></did>`,
    );
    expect(unit.title).toBe("Дело по обвинению Ахметова, С. и других");
  });

  it("keeps paragraphs and list items on lines of their own and leaves headings out", async () => {
    const unit = await describeOne(
      `<scopecontent><head>О чём</head><p>Первый.</p><list><item>а</item><item>б</item></list></scopecontent>
       <odd><head>Особо</head><p>Текст</p></odd>`,
    );
    expect(unit.description).toEqual({ scope: "Первый.\nа\nб", note: "Особо\nТекст" });
  });

  it("prefers a date in words and keeps its normal form", async () => {
    const both = await describeOne(
      `<did><unitdate normal="1937-09/1938">сентябрь 1937 – 1938</unitdate><unitdatestructured><daterange>
        <fromdate standarddate="1937-09">x</fromdate><todate>1938</todate></daterange></unitdatestructured></did>`,
    );
    expect([both.dateText, both.description.dateNormal]).toEqual(["сентябрь 1937 – 1938", "1937-09/1938"]);
    const structured = await describeOne(
      `<did><unitdatestructured><daterange><fromdate standarddate="1937">1937</fromdate>
        <todate standarddate="1938"/></daterange></unitdatestructured></did>`,
    );
    expect([structured.dateText, structured.description.dateNormal]).toEqual(["1937–1938", "1937/1938"]);
  });

  it("does not take a component of an embedded record of another schema for its own", async () => {
    const { units } = await parse(
      wrap(`<c><did><unittitle>а</unittitle></did><relations><relation><objectxmlwrap>
        <c xmlns="urn:x"><unittitle>чужое</unittitle></c></objectxmlwrap></relation></relations></c>`),
    );
    expect(units.map((unit) => unit.title)).toEqual(["Прокуратура", "а"]);
  });

  it("reads a prefixed namespace and an encoding of the region", async () => {
    const source = `<?xml version="1.0" encoding="windows-1251"?><e:ead xmlns:e="urn:isbn:1-931666-22-9"><e:eadheader>
      <e:eadid>KZ-1</e:eadid></e:eadheader><e:archdesc level="fonds"><e:did><e:unittitle>Дела</e:unittitle></e:did>
      <e:dsc><e:c01 level="otherlevel" otherlevel="опись"><e:did><e:unitid>1</e:unitid></e:did></e:c01></e:dsc></e:archdesc></e:ead>`;
    const bytes = Buffer.from([...source].map((letter) => encode1251(letter)));
    const { readFindingAid } = await import("@/lib/intake/ead");
    const outcome = await readFindingAid([bytes.subarray(0, 90), bytes.subarray(90)]);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        version: "EAD 2002",
        record: "KZ-1",
        units: [{ title: "Дела" }, { key: "/=1", level: "опись" }],
      },
    });
  });
});

function encode1251(letter: string): number {
  const code = letter.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
}

describe("the identity of a unit", () => {
  const file = (unitid: string): string => `<c><did><unitid>${unitid}</unitid></did></c>`;

  it("is the path of unitids where all siblings have their own", async () => {
    const { units } = await parse(wrap(`<c><did><unitid>1</unitid></did>${file("П-1/2")}${file("П-3")}</c>`));
    expect(units.map((unit) => unit.key)).toEqual(["/", "/=1", "/=1/=П-1%2F2", "/=1/=П-3"]);
  });

  it("is the place where a unitid is missing or repeated", async () => {
    const { units } = await parse(wrap(file("1") + file("1") + file("2")));
    expect(units.map((unit) => unit.key)).toEqual(["/", "/#1", "/#2", "/#3"]);
  });

  it("stays short enough for an index", async () => {
    const { units } = await parse(wrap(file("длинный ".repeat(200))));
    expect(units[1]!.key.length).toBeLessThan(420);
  });
});
