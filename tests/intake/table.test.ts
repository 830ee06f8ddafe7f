import { describe, expect, it } from "vitest";
import { columnOf, COLUMNS, headingOf, REQUIRED, type Language } from "@/lib/intake/columns";
import { readTable } from "@/lib/intake/table";

const languages: Language[] = ["kk", "ru", "en"];
const head = (language: Language) => REQUIRED.map((column) => headingOf(column, language));

async function read(text: string | Buffer) {
  return readTable([Buffer.from(text as string)]);
}

async function rows(text: string) {
  const outcome = await read(text);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.rows;
}

describe("headings", () => {
  it("every column has one of its own in each language, and all are understood", () => {
    for (const language of languages) {
      expect(new Set(COLUMNS.map((column) => headingOf(column, language))).size).toBe(COLUMNS.length);
      for (const column of COLUMNS) expect(columnOf(headingOf(column, language))).toBe(column);
    }
  });

  it("are read without regard to case, blanks and full stops, and may be mixed", async () => {
    const [row] = await rows("АРХИВ, қор ,Inventory,номер  дела.\nАП РК,10,2,П-46597\n");
    expect(row).toMatchObject({
      row: 2,
      cells: { archive: "АП РК", fonds: "10", inventory: "2", fileNumber: "П-46597", surname: "" },
    });
  });

  it.each([
    ["an unknown one", "Архив,Фонд,Опись,Номер дела,Цвет обложки", "unknownHeading", "Цвет обложки"],
    ["one that comes twice", "Архив,Фонд,Опись,Номер дела,Дело", "repeatedHeading", "Дело"],
    ["a missing one", "Архив,Фонд,Номер дела", "missingHeading", null],
    ["none at all", ",,\n1,2,3", "noHeadings", null],
  ])("%s stops the table", async (_, text, code, heading) => {
    expect(await read(text)).toMatchObject({
      ok: false,
      problem: { code, place: { kind: "row", row: 1, heading } },
    });
  });
});

describe("a table as spreadsheets save it", () => {
  it.each([
    [",", "\n"],
    [";", "\r\n"],
    ["\t", "\r\n"],
    [";", "\r"],
  ])("delimiter %j, line end %j, with byte order mark", async (delimiter, end) => {
    const lines = [head("ru"), ["АП РК", "10", "2", '"1, 2; 3"']].map((cells) => cells.join(delimiter));
    expect((await rows(`\ufeff${lines.join(end)}${end}`))[0]!.cells.fileNumber).toBe("1, 2; 3");
  });

  it("quoted cells run over lines; blank rows count but are passed over", async () => {
    const text = `${head("en").join(",")},File title\nA,1,1,1,"Дело\r\n«Алаш»  ""Орда"""\n\n,,,,\nA,1,1,2\n`;
    const read = await rows(text);
    expect(read.map(({ row }) => row)).toEqual([2, 5]);
    expect(read[0]!.cells.fileTitle).toBe('Дело «Алаш» "Орда"');
  });

  it("a broken quote, a stray cell and bytes that are not UTF-8 are named by row", async () => {
    const headings = head("ru").join(",");
    expect(await read(`${headings}\nA,1,1,1\nA,1,1,"2\n`)).toMatchObject({
      ok: false,
      problem: { code: "brokenTable", place: { row: 3 }, detail: "CSV_QUOTE_NOT_CLOSED" },
    });
    expect(await read(`${headings}\nA,1,1,1,лишнее\n`)).toMatchObject({
      ok: false,
      problem: { code: "brokenTable", place: { row: 2 }, detail: "лишнее" },
    });
    const bytes = Buffer.concat([Buffer.from(`${headings}\n`), Buffer.from([0xc0, 0xf0])]);
    expect(await read(bytes)).toMatchObject({ ok: false, problem: { code: "encoding" } });
    expect(await read(" \n\n")).toMatchObject({ ok: false, problem: { code: "empty" } });
  });
});
