import { describe, expect, it } from "vitest";
import { acceptProposal, chooseOfProposal } from "@/lib/intake/write";
import { fileIn, keyOf, leaveOut, proposeRows, type Shown } from "./choosing-desk";
import { everything, one } from "./desk";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import type { Row } from "./tables";

let opened = {} as Opened;
openImportDesk((given) => (opened = given));

const there = async () => ({ ...(await everything(opened.connection)), events: null });
const accept = async (shown: Shown) => {
  expect(await opened.accept(opened.archivist, shown)).toMatchObject({ state: "accepted", left_out: 0 });
};
const take = async (...rows: Row[]) => accept(await proposeRows(opened, ...rows));
const count = async (sql: string, ...values: unknown[]) =>
  (await one<{ n: number }>(opened.connection, `select count(*)::int n from ${sql}`, ...values)).n;

const accused = (name: string): Row => ({
  nameAsWritten: name,
  surname: name,
  episodeDate: "1937",
  body: "ОСО",
});
const order = { materialKind: "ордер", materialTitle: "Ордер", materialSheets: "3" };

describe("leaving out all that is new", () => {
  it("takes the changes, and leaves with new files whatever hangs on them, and none of it as a problem", async () => {
    const file = fileIn(201);
    await take({ ...file("1"), fileTitle: "Дело", sheets: "9" });
    const rows = [
      { ...file("1"), fileTitle: "Дело иное", sheets: "9" },
      { ...file("1"), ...order, materialCode: "m-201" },
      { ...file("2"), sheets: "9", ...accused("Новиков") },
      { ...file("2"), ...order },
    ];
    const all = await proposeRows(opened, ...rows);
    expect(all.summary.counts).toMatchObject({ file: { added: 1, changed: 1 }, material: { added: 2 } });
    const shown = await leaveOut(opened, all, { added: true });
    expect(shown.summary).toMatchObject({
      counts: {
        ...{ unit: { added: 0 }, file: { added: 0, changed: 1, left: 1 }, person: { added: 0, left: 1 } },
        ...{ mention: { added: 0, left: 1 }, case: { added: 0, left: 1 }, material: { added: 0, left: 2 } },
      },
      ...{ problemCount: 0, remarkCount: 0, added: [], left: { added: 6, changed: 0, shown: [] } },
    });
    const before = await there();
    await accept(shown);
    const after = await there();
    expect({ ...after, units: null }).toEqual({ ...before, units: null });
    expect(await count("units where title = 'Дело иное'")).toBe(1);
    const { counts } = await one<{ counts: object }>(
      opened.connection,
      `select convert_from(bytes, 'UTF8')::jsonb->'payload'->'counts' counts from events where act = 'imported'
       order by seq desc limit 1`,
    );
    expect(counts).toMatchObject({ file_changed: 1, file_added: 0, file_left: 1, person_left: 1 });
    expect(counts).not.toHaveProperty("unit_left");

    const again = await proposeRows(opened, ...rows);
    expect(again.summary.counts).toMatchObject({
      ...{ file: { added: 1, changed: 0, unchanged: 1 }, person: { added: 1 }, mention: { added: 1 } },
      ...{ case: { added: 1 }, material: { added: 2 } },
    });
    await accept(again);
    expect((await proposeRows(opened, ...rows)).summary.counts).toMatchObject({
      file: { added: 0, unchanged: 2 },
      case: { added: 0, unchanged: 1 },
    });
  });

  it("looks at people who are here already, and leaves what would be there of nothing", async () => {
    const file = fileIn(202);
    const known = { ...accused("Ведомый"), personCode: "p-202" };
    await take({ ...file("1"), ...known });
    const all = await proposeRows(opened, { ...file("2"), ...known, birthPlace: "Семей" });
    const shown = await leaveOut(opened, all, { added: true });
    expect(shown.summary.counts).toMatchObject({
      ...{ file: { left: 1 }, person: { added: 0, changed: 1 }, mention: { left: 1 } },
      ...{ case: { added: 0, changed: 0 } },
    });
    await accept(shown);
    expect(await count("persons where name = 'Ведомый' and birth_place = 'Семей'")).toBe(1);
    expect(await count("mentions where name = 'Ведомый'")).toBe(1);
  });
});

describe("leaving out changes of what is there", () => {
  it("writes what is new alone, and is told of the changes again the next time", async () => {
    const file = fileIn(203);
    const [one_, two] = [accused("Первый"), accused("Второй")];
    await take({ ...file("1"), fileTitle: "Дело", sheets: "9", ...one_ });
    const rows = [
      { ...file("1"), fileTitle: "Иначе", sheets: "99", ...one_, birthPlace: "Орал", charge: "58-10" },
      { ...file("1"), ...order, materialSheets: "50" },
      { ...file("2"), ...two },
    ];
    const all = await proposeRows(opened, ...rows);
    expect(all.summary).toMatchObject({
      counts: { file: { changed: 1 }, person: { changed: 1 }, case: { changed: 1 } },
      problemCount: 0,
    });
    const shown = await leaveOut(opened, all, { changed: true });
    // A document on sheets that are not counted now waits with their counting.
    expect(shown.summary).toMatchObject({
      counts: {
        ...{ file: { added: 1, changed: 0, left: 1 }, person: { added: 1, changed: 0, left: 1 } },
        ...{ case: { added: 1, changed: 0, left: 1 }, material: { added: 0, left: 1 } },
      },
      ...{ changed: [], problemCount: 0 },
    });
    await accept(shown);
    expect(await count("persons where name = 'Первый' and birth_place is null")).toBe(1);
    expect(await count("persons where name = 'Второй'")).toBe(1);
    const again = await proposeRows(opened, ...rows);
    expect(again.summary.counts).toMatchObject({
      ...{ file: { added: 0, changed: 1 }, person: { added: 0, changed: 1 }, case: { changed: 1 } },
      material: { added: 1 },
    });
    await accept(again);
    expect(await count("units where title = 'Иначе'")).toBe(1);
  });
});

describe("leaving out single things", () => {
  it("of a new file leaves its people with it, but nobody whom another file names, and no link to it", async () => {
    const file = fileIn(204);
    const both = { ...accused("Общий"), personCode: "p-204", caseCode: "c-204" };
    const rows = [
      { ...file("1"), ...both },
      { ...file("1"), ...accused("Одинокий") },
      { ...file("2"), ...both },
    ];
    const all = await proposeRows(opened, ...rows);
    const thing = keyOf(all, "file", "Д. 1");
    const shown = await leaveOut(opened, all, { things: [thing] });
    expect(shown.summary).toMatchObject({
      counts: {
        ...{ file: { added: 1, left: 1 }, person: { added: 1, left: 1 }, mention: { added: 1, left: 2 } },
        case: { added: 1, left: 1 },
      },
      left: { added: 5, shown: [{ noun: "file", name: expect.stringContaining("Д. 1") }] },
    });
    await accept(shown);
    expect(await count("persons where name in ('Общий', 'Одинокий')")).toBe(1);
    expect(await count("mentions where name = 'Общий' and person_id is not null")).toBe(1);
    const links =
      "case_files l join cases c on c.id = l.case_id join persons p on p.id = c.person_id where p.name = 'Общий'";
    expect(await count(links)).toBe(1);
    const again = await proposeRows(opened, ...rows);
    expect(again.summary.counts).toMatchObject({
      ...{ file: { added: 1, unchanged: 1 }, person: { added: 1, unchanged: 1 }, mention: { added: 2 } },
      case: { added: 1, changed: 1 },
    });
    await accept(again);
    expect(await count(links)).toBe(2);
  });

  it("of a new person leaves mention and case with them: nobody is named without being somebody", async () => {
    const file = fileIn(205);
    const rows = [
      { ...file("1"), ...accused("Оставленный") },
      { ...file("1"), ...accused("Взятый") },
      { ...file("1"), nameAsWritten: "Понятой", role: "свидетель" },
    ];
    const all = await proposeRows(opened, ...rows);
    const shown = await leaveOut(opened, all, { things: [keyOf(all, "person", "Оставленный")] });
    expect(shown.summary.counts).toMatchObject({
      ...{ person: { added: 1, left: 1 }, mention: { added: 2, left: 1 }, case: { added: 1, left: 1 } },
    });
    await accept(shown);
    expect(await count("mentions where name = 'Оставленный'")).toBe(0);
    expect(await count("mentions where name in ('Взятый', 'Понятой')")).toBe(2);
    expect((await proposeRows(opened, ...rows)).summary.counts).toMatchObject({
      ...{ person: { added: 1 }, mention: { added: 1 }, case: { added: 1 } },
    });
  });

  it("leaves one change, one mention, one case or one document, and nothing else", async () => {
    const file = fileIn(206);
    await take({ ...file("1"), fileTitle: "А", sheets: "9" }, { ...file("2"), fileTitle: "Б" });
    const rows = [
      { ...file("1"), fileTitle: "А-2", sheets: "9", ...order },
      { ...file("2"), fileTitle: "Б-2", ...accused("Судимый") },
      { ...file("2"), nameAsWritten: "Видевший", role: "свидетель" },
    ];
    const all = await proposeRows(opened, ...rows);
    const things = [
      ...[keyOf(all, "file", "Д. 1"), keyOf(all, "mention", "Видевший")],
      ...[keyOf(all, "case", "Судимый"), keyOf(all, "material", "Ордер")],
    ];
    const shown = await leaveOut(opened, all, { things });
    expect(shown.summary.counts).toMatchObject({
      ...{ file: { changed: 1, left: 1 }, person: { added: 1 }, mention: { added: 1, left: 1 } },
      ...{ case: { added: 0, left: 1 }, material: { added: 0, left: 1 } },
    });
    expect(shown.summary.left!.shown.map(({ noun, key }) => `${noun}:${key}`).sort()).toEqual(things.sort());
    expect(shown.summary.changed.map(({ name }) => name)).toEqual([expect.stringContaining("Д. 2")]);
    await accept(shown);
    expect(await count("units where title in ('А', 'Б-2')")).toBe(2);
    expect(await count("cases c join persons p on p.id = c.person_id where p.name = 'Судимый'")).toBe(0);
  });
});

describe("what was chosen", () => {
  it("is accepted as it is shown: neither what was shown before, nor what was chosen after that", async () => {
    const rows = [fileIn(207)("1"), fileIn(207)("2")];
    const all = await proposeRows(opened, ...rows);
    const things = [keyOf(all, "file", "Д. 2")];
    const shown = await leaveOut(opened, all, { things });
    expect(shown.digest).not.toBe(all.digest);
    const { desk, archivist } = opened;
    expect(await acceptProposal(desk, archivist, all)).toEqual(refusal("stale"));
    expect(await chooseOfProposal(desk, archivist, { ...all, leave: {} })).toEqual(refusal("stale"));
    const back = await leaveOut(opened, shown, {});
    expect(back.summary).toEqual(all.summary);
    await accept(await leaveOut(opened, back, { things }));
    expect(await count("units where ref_path like '%Ф. 207.%' and level = 'file'")).toBe(1);
    expect(await chooseOfProposal(desk, archivist, { ...shown, leave: {} })).toEqual(refusal("gone"));
  });

  it("is nobody's to whom the import is not shown, and may be a colleague's", async () => {
    const { id, digest } = await proposeRows(opened, fileIn(208)("1"));
    const { desk, expert, colleague } = opened;
    const asked = { id, digest, leave: { added: true } as const };
    expect(await chooseOfProposal(desk, expert, asked)).toEqual(refusal("gone"));
    expect(await chooseOfProposal(desk, colleague, asked)).toMatchObject({ ok: true });
  });

  it("that leaves all of it out leaves nothing to write", async () => {
    const shown = await leaveOut(opened, await proposeRows(opened, fileIn(209)("1")), { added: true });
    expect(shown.summary.counts).toMatchObject({ unit: { added: 0 }, file: { added: 0, left: 1 } });
    const before = await everything(opened.connection);
    await accept(shown);
    expect(await everything(opened.connection)).toEqual(before);
  });
});
