import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "csv-parse/sync";
import { ATOM_COLUMNS, KEPT_COLUMNS } from "@/lib/intake/atom-columns";
import { atomTable } from "../intake/atom-tables";
import { accept, compareFile, fileOf } from "../intake/desk";
import { faultsOfEad3 } from "../intake/ead-schema";
import { parse as parseAid, readSource, realFindingAids, whyNone, wrap } from "../intake/finding-aids";
import { cellsOf, takingFrom, type Cells } from "./taking";
import { openWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const { taken, unitOf } = takingFrom(() => world);

const propose = async (text: string, name: string) => {
  const proposed = await compareFile(world.db, fileOf(text, name));
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
  return proposed.value;
};

describe("EAD3 of finding aids of real archives", () => {
  it.skipIf(realFindingAids.length === 0)(`are all there (else: ${whyNone})`, () => {
    expect(realFindingAids.length).toBeGreaterThanOrEqual(12);
  });

  it.each(realFindingAids)("%s: comes back without a difference", async (name) => {
    const source = readSource(name);
    const { record, units } = await parseAid(source);
    await accept(world.db, source);
    const xml = await taken(await unitOf(`ead:${record}`), "ead3");
    expect(faultsOfEad3(xml)).toEqual([]);
    const again = await parseAid(xml);
    const content = (all: typeof units) => all.map(({ line: _line, ...one }) => one);
    expect(content(again.units)).toEqual(content(units));
    expect(again.record).toBe(record);
    const { counts, changed } = await propose(xml, "again.xml");
    expect(changed).toEqual([]);
    expect(counts.unit).toEqual({ added: 0, changed: 0, unchanged: units.length, missing: 0 });
  });
});

describe("a table of AtoM", () => {
  const fonds = {
    legacyId: "1",
    identifier: "Ф. 77",
    title: "Суд",
    levelOfDescription: "Fonds",
    repository: "АП РК",
  };
  const filled = Object.fromEntries(KEPT_COLUMNS.map((column) => [column, `значение ${column}`]));
  const rows = [
    { ...filled, ...fonds, language: "ru|kk", eventDates: "1937 - 1938", eventStartDates: "1937-00-00" },
    { legacyId: "22", parentId: "1", identifier: "Оп. 1", levelOfDescription: "опись", title: "" },
    {
      ...{
        legacyId: "23",
        parentId: "22",
        identifier: "5",
        title: "  Дело  «Х» ",
        levelOfDescription: "File",
      },
      ...{
        scopeAndContent: "- первое\r\n- второе",
        generalNote: "а|б\nв|",
        eventTypes: "Creation|Accumulation",
      },
      ...{
        eventDates: "1937|1960",
        eventActors: "НКВД|NULL",
        digitalObjectChecksum: "c0ffee",
        culture: "ru",
      },
    },
  ];
  const csv = atomTable(rows);

  it("comes back letter by letter in every column that is kept, and without a difference", async () => {
    const { summary } = await accept(world.db, csv, { name: "fonds.csv" });
    expect(summary).toMatchObject({
      kind: "atom",
      problemCount: 0,
      counts: { unit: { added: 3 }, file: { added: 1 } },
    });
    const out = await taken(await unitOf("atom:АП РК / Ф. 77"), "atom");
    expect(out.startsWith(`\ufeff${ATOM_COLUMNS.join(",")}\r\n`)).toBe(true);
    const draft = (all: Cells[]) => all.map((row) => ({ ...row, publicationStatus: "Draft" }));
    expect(cellsOf(out)).toEqual(draft(cellsOf(csv)));
    const again = await propose(out, "fonds.csv");
    expect(again.counts.unit).toEqual({ added: 0, changed: 0, unchanged: 3, missing: 0 });
    expect(again.problemCount).toBe(0);
  });

  it("no cell is a formula to a spreadsheet", async () => {
    const out = await taken(await unitOf("atom:АП РК / Ф. 77"), "atom");
    expect(out).toContain("'- первое");
    const cells = parse<Cells>(out, { columns: true, bom: true }).flatMap((row) => Object.values(row));
    expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
  });

  it("says what was corrected at the desk", async () => {
    await world.db.pool.query(
      "update units set title = 'Дело Y' where source = 'atom:АП РК / Ф. 77' and reference = '5'",
    );
    const [, , file] = cellsOf(await taken(await unitOf("atom:АП РК / Ф. 77"), "atom"));
    expect(file).toMatchObject({ title: "Дело Y", scopeAndContent: "- первое\r\n- второе" });
  });

  it("a changed cell is shown as a change, with its row", async () => {
    const [top, ...others] = rows;
    const { changed, counts } = await propose(
      atomTable([{ ...top!, appraisal: "иначе" }, ...others]),
      "fonds.csv",
    );
    expect(counts.unit).toMatchObject({ changed: 1, unchanged: 2 });
    expect(changed).toMatchObject([
      { at: 2, changes: [{ field: "appraisal", before: "значение appraisal", after: "иначе" }] },
    ]);
  });

  it("goes out as EAD3 as well, and is read there field by field", async () => {
    const id = await unitOf("atom:АП РК / Ф. 77");
    const xml = await taken(id, "ead3");
    expect(faultsOfEad3(xml)).toEqual([]);
    const { units, record } = await parseAid(xml);
    expect(record).toBe(`urn:uuid:${id}`);
    const { rows: stored } = await world.db.pool.query<{ description: Cells | null; level: string }>(
      "select description, level from units where source = 'atom:АП РК / Ф. 77' order by length(ref_path)",
    );
    const lines = (text: string) => text.split(/\s*\n\s*/).join("\n");
    const plain = (said: Cells | null) =>
      Object.fromEntries(Object.entries(said ?? {}).map(([field, text]) => [field, lines(text)]));
    expect(units.map(({ level, description }) => [level, description])).toEqual(
      stored.map(({ level, description }) => [level, plain(description)]),
    );
  });
});

describe("what came into being here", () => {
  it("is not taken in a second time where it is", async () => {
    await accept(
      world.db,
      wrap('<c level="series"><did><unitid>1</unitid></did><c level="file"/></c>', "part"),
    );
    const { rows } = await world.db.pool.query<{ id: string }>(
      "select id from units where source = 'ead:part' and level = 'series'",
    );
    const part = rows[0]!.id;
    for (const [format, name] of [
      ["atom", "part.csv"],
      ["ead3", "part.xml"],
    ] as const) {
      const text = await taken(part, format);
      const proposed = await compareFile(world.db, fileOf(text, name));
      expect(proposed, format).toMatchObject({ ok: false, problem: { code: "ownExport" } });
    }
  });
});
