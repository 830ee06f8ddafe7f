import { describe, expect, it } from "vitest";
import { printCsv } from "@/lib/csv";
import { ATOM_COLUMNS, describesUnits, type AtomColumn } from "@/lib/intake/atom-columns";
import type { AtomDescriptions } from "@/lib/intake/atom";
import { readWhole } from "@/lib/intake/read-whole";
import { atomTable as tableOf } from "./atom-tables";

async function read(csv: string, name = "fonds.csv"): Promise<AtomDescriptions> {
  const upload = await readWhole(Buffer.from(csv), name, {});
  if (!upload.ok) throw new Error(JSON.stringify(upload.problem));
  if (upload.value.kind !== "atom") throw new Error(`read as ${upload.value.kind}`);
  return upload.value;
}

const faults = ({ problems }: AtomDescriptions) =>
  problems.map(({ code, place, detail }) => [code, place.kind === "row" ? place.row : 0, detail]);
const fonds = { legacyId: "1", identifier: "Ф. 10", title: "Прокуратура", levelOfDescription: "Fonds" };
const file = (legacyId: string, parentId: string, title = `Дело ${legacyId}`) => ({
  ...{ legacyId, parentId, title, identifier: legacyId, levelOfDescription: "File" },
});

describe("a table by AtoM's template", () => {
  it("is known by its headings; AtoM's other templates are something else", () => {
    expect(describesUnits(ATOM_COLUMNS)).toBe(true);
    expect(describesUnits(["title", "levelOfDescription"])).toBe(true);
    expect(describesUnits(["accessionNumber", "title", "scopeAndContent", "acquisitionDate"])).toBe(false);
    expect(describesUnits(["culture", "typeOfEntity", "authorizedFormOfName", "history"])).toBe(false);
    expect(describesUnits(["Архив", "Фонд", "Опись", "Номер дела"])).toBe(false);
  });

  it("gives the tree that a finding aid gives, parents before their children", async () => {
    const csv = tableOf([
      { ...file("3", "2"), scopeAndContent: "О чём\nречь", generalNote: "а|б", eventDates: "сентябрь 1937" },
      { ...fonds, repository: "АП РК" },
      { legacyId: "2", parentId: "1", identifier: "Оп. 1", levelOfDescription: "Опись" },
      file("4", "2"),
    ]);
    const { aids, problems, remarks } = await read(csv);
    expect([problems, remarks]).toEqual([[], []]);
    expect(aids).toMatchObject([{ version: "AtoM", record: "АП РК / Ф. 10", title: "Прокуратура" }]);
    expect(aids[0]!.units.map(({ key, parentKey, level, line }) => [key, parentKey, level, line])).toEqual([
      ["/", null, "fonds", 3],
      ["/=Оп. 1", "/", "inventory", 4],
      ["/=Оп. 1/=3", "/=Оп. 1", "file", 2],
      ["/=Оп. 1/=4", "/=Оп. 1", "file", 5],
    ]);
    expect(aids[0]!.units[2]).toMatchObject({
      ...{ title: "Дело 3", dateText: "сентябрь 1937", sourceId: "3" },
      description: { scope: "О чём\nречь", note: "а\nб" },
    });
  });

  it("in another encoding, with another separator and headings in another order", async () => {
    const csv = "title;LegacyId;levelofdescription\r\nФонд уголовных дел прокуратуры;1;Fonds\r\n";
    const bytes = Buffer.from(csv, "utf16le");
    const upload = await readWhole(bytes, "fonds.csv", {});
    expect(upload).toMatchObject({
      ok: true,
      value: { kind: "atom", reading: { encoding: "utf-16le", separator: "semicolon" }, aids: [{}] },
    });
  });

  it("several rows at the top are several records", async () => {
    const { aids } = await read(tableOf([fonds, { ...fonds, legacyId: "2", identifier: "Ф. 11" }]));
    expect(aids.map(({ record }) => record)).toEqual(["Ф. 10", "Ф. 11"]);
  });

  it("columns that have no place here are named once, those that are empty not at all", async () => {
    const csv = printCsv([
      ["title", "levelOfDescription", "radEdition", "empty", "accessionNumber"],
      ["Фонд", "Fonds", "второе", "", "2001"],
      ["Фонд 2", "Fonds", "третье", " ", ""],
    ]);
    expect((await read(csv)).remarks).toMatchObject([
      { code: "columnNotKept", place: { kind: "row", row: 1, heading: "radEdition" } },
      { code: "columnNotKept", place: { kind: "row", row: 1, heading: "accessionNumber" } },
    ]);
  });
});

describe("turned down, with the row", () => {
  it("a row without title and identifier, and what stands under it", async () => {
    const nameless = { legacyId: "2", parentId: "1", levelOfDescription: "Series" };
    const read_ = await read(tableOf([fonds, nameless, file("3", "2"), file("4", "3"), file("5", "1")]));
    expect(faults(read_)).toEqual([
      ["nameless", 3, ""],
      ["parentRejected", 4, "3"],
      ["parentRejected", 5, "3"],
    ]);
    expect(read_.aids[0]!.units).toHaveLength(2);
  });

  it("a parent that is not there, a legacyId twice, and a ring", async () => {
    const rows = [
      fonds,
      file("2", "9"),
      file("3", "1"),
      file("3", "1"),
      file("5", "6"),
      file("6", "5"),
      file("7", "6"),
    ];
    expect(faults(await read(tableOf(rows)))).toEqual([
      ["repeatedLegacyId", 5, "4"],
      ["parentMissing", 3, "9"],
      ["parentRing", 6, "6"],
      ["parentRing", 7, "5"],
      ["parentRing", 8, "6"],
    ]);
  });

  it("a row that stands under itself", async () => {
    expect(faults(await read(tableOf([fonds, file("2", "2")])))).toEqual([["parentRing", 3, "2"]]);
  });

  it("the same fonds a second time", async () => {
    const read_ = await read(tableOf([fonds, { ...fonds, legacyId: "2" }]));
    expect(faults(read_)).toEqual([["repeatedRecord", 3, "2"]]);
    expect(read_.aids).toHaveLength(1);
  });

  it("a cell without a heading", async () => {
    const read_ = await read("title,levelOfDescription\nФонд,Fonds\nДело,File,лишнее\n");
    expect(faults(read_)).toEqual([["strayCell", 3, "лишнее"]]);
  });

  it("rows nested deeper than any archive", async () => {
    const chain = Array.from({ length: 150 }, (_, nth) => file(String(nth + 2), String(nth + 1)));
    const read_ = await read(tableOf([fonds, ...chain]));
    expect(read_.aids[0]!.units).toHaveLength(100);
    expect(faults(read_)).toHaveLength(51);
    expect(faults(read_)[0]).toEqual(["tooNested", 102, "100"]);
  });

  it("a heading twice refuses the table", async () => {
    const upload = await readWhole(Buffer.from("title,title,levelOfDescription\na,b,Fonds\n"), "a.csv", {});
    expect(upload).toMatchObject({ ok: false, problem: { code: "repeatedHeading", detail: "title" } });
  });
});

it("what stands under a unit of another system stands at the top here, and it is said", async () => {
  const { aids, remarks } = await read(tableOf([{ ...fonds, qubitParentSlug: "some-archive" }]));
  expect(aids).toHaveLength(1);
  expect(remarks).toMatchObject([{ code: "slugUnknown", detail: "some-archive" }]);
});

it("a cell behind an apostrophe, as a spreadsheet must have it, is read without", async () => {
  const cells: Partial<Record<AtomColumn, string>> = {
    ...fonds,
    scopeAndContent: "'- первое",
    title: "'=1+1",
  };
  const { aids } = await read(tableOf([cells]));
  expect(aids[0]!.units[0]).toMatchObject({ title: "=1+1", description: { scope: "- первое" } });
});
