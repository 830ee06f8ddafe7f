import { describe, expect, it } from "vitest";
import { columnOf, COLUMNS, headingOf, REQUIRED, type Language } from "@/lib/intake/columns";
import { readTable } from "./whole-table";

const languages: Language[] = ["kk", "ru", "en"];
const head = (language: Language) => REQUIRED.map((column) => headingOf(column, language));

async function read(text: string | Buffer) {
  return readTable(Buffer.from(text as string));
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

  it("a broken quote and bytes that are not UTF-8 are named by their place", async () => {
    const headings = head("ru").join(",");
    expect(await read(`${headings}\nA,1,1,1\nA,1,1,"2\n`)).toMatchObject({
      ok: false,
      problem: { code: "brokenTable", place: { row: 3 }, detail: "CSV_QUOTE_NOT_CLOSED" },
    });
    const sound = `${headings}\n${"АП РК,1,1,1\n".repeat(20)}АП`;
    const bytes = Buffer.concat([Buffer.from(sound), Buffer.from([0xc0, 0xf0])]);
    expect(await read(bytes)).toMatchObject({
      ok: false,
      problem: { code: "encoding", place: { kind: "line", line: 22, column: 3 } },
    });
    expect(await read(" \n\n")).toMatchObject({ ok: false, problem: { code: "empty" } });
  });

  it("a stray cell turns down its row alone, and a short row is none", async () => {
    const outcome = await read(`${head("ru").join(",")}\nA,1,1,1,лишнее\nA,1,1\nA,1,1,4\n`);
    if (!outcome.ok) throw new Error(outcome.problem.code);
    expect(outcome.value.problems).toEqual([
      { code: "strayCell", place: { kind: "row", row: 2, heading: null }, detail: "лишнее" },
    ]);
    expect(outcome.value.rows.map(({ row }) => row)).toEqual([3, 4]);
  });
});

describe("a damaged table", () => {
  const headings = head("ru").join(",");

  it("with a quote that is never closed does not swallow the rest of the file", async () => {
    const text = `${headings}\nA,1,1,1\nA,1,1,"2\n${"A,1,1,3\n".repeat(300_000)}`;
    expect(await read(text)).toMatchObject({
      ok: false,
      problem: { code: "rowTooLong", place: { kind: "row", row: 3 } },
    });
  });

  it("with one endless line is refused without being held", async () => {
    expect(await read(`${headings}\n${"я".repeat(20_000_000)}`)).toMatchObject({
      ok: false,
      problem: { code: "rowTooLong", place: { row: 2 } },
    });
  });

  it("with ten thousand columns is refused at once", async () => {
    expect(await read(`${"x,".repeat(10_000)}\n1\n`)).toMatchObject({
      ok: false,
      problem: { code: "tooManyColumns", detail: "10001" },
    });
  });

  it("with a zero byte says where it stands", async () => {
    expect(await read(`${headings}\nА,1,1,1\nА,1,1\0,2\n`)).toMatchObject({
      ok: false,
      problem: { code: "nulByte", place: { kind: "line", line: 3, column: 6 } },
    });
  });

  it("cut off within a cell is broken, between two rows it is whole", async () => {
    const whole = `${headings}\nА,1,1,"1, ""а"""\n`;
    expect(await read(whole)).toMatchObject({ ok: true });
    expect(await read(whole.slice(0, -4))).toMatchObject({ ok: false, problem: { place: { row: 2 } } });
  });

  it("keeps what looks like a formula as the text that it is", async () => {
    const [row] = await rows(`${headings},Заголовок дела\nА,1,1,1,=HYPERLINK("http://x")\n`);
    expect(row!.cells.fileTitle).toBe('=HYPERLINK("http://x")');
  });
});
