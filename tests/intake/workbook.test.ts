import { readFileSync } from "node:fs";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { bag, packed } from "../files/bags";
import { tarGz, zip } from "../files/packing";
import { openSent } from "./sent-files";
import { headings, row, workbook } from "./workbooks";
import { readTable } from "./whole-table";

const { open, linesOf } = openSent();
const one = (rows: string, after?: string) => [{ name: "Опись", rows, after }];
const first = row(1, ...headings);

describe("cells of a workbook", () => {
  it("are texts, shared or not, in runs or not; how a word is spoken is not read", async () => {
    const strings =
      "<si><t>АП РК</t></si><si><r><t>Дело </t></r><r><t>№ 1</t></r><rPh><t>делё</t></rPh></si>";
    const cells = [
      '<c t="s"><v>0</v></c>',
      '<c t="s"><v>1</v></c>',
      '<c t="inlineStr"><is><r><t>a</t></r><r><t> &amp; b</t></r></is></c>',
      '<c t="str"><f>"с"&amp;"мысл"</f><v>смысл</v></c>',
      '<c t="inlineStr"><is><t>две_x000D__x000A_строки _x005F_x_ _x0000_ _xD800_</t></is></c>',
    ];
    expect(await linesOf(await workbook(one(first + row(2, ...cells)), { strings }))).toEqual([
      headings.join(","),
      'АП РК,Дело № 1,a & b,смысл,"две',
      'строки _x_ _x0000_ _xD800_"',
    ]);
  });

  it("are numbers as a person writes them, answers, what a formula came to, and what went wrong with it", async () => {
    const cells = [
      "<c><v>1937</v></c>",
      "<c><v>4.6596999999999998E4</v></c>",
      "<c><v>0.1</v></c>",
      '<c t="b"><v>1</v></c>',
      "<c><f>1+1</f><v>2</v></c>",
      '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
      '<c t="str"><f>A1</f><v></v></c>',
      "<c s='0'/>",
    ];
    const [, numbers] = await linesOf(await workbook(one(first + row(2, ...cells))));
    expect(numbers).toBe("1937,46597,0.1,true,2,#DIV/0!");
  });

  it.each([
    ["by a built-in form", 14, "", "13770", false, "1937-09-12"],
    ["to the day", 164, "dd\\.mm\\.yyyy", "13770", false, "1937-09-12"],
    ["to the month", 164, "mmm yyyy;@", "13770", false, "1937-09"],
    ["to the year", 164, "yyyy", "13770", false, "1937"],
    ["with a language before it", 164, "[$-419]d mmmm yyyy", "13770", false, "1937-09-12"],
    ["with the time", 22, "", "13770.4375", false, "1937-09-12 10:30"],
    ["a time alone", 20, "", "0.4375", false, "10:30"],
    ["before the day that never was", 14, "", "1", false, "1900-01-01"],
    ["after it", 14, "", "61", false, "1900-03-01"],
    ["that day itself is no date", 14, "", "60", false, "60"],
    ["before 1900", 14, "", "-1754", false, "1895-03-12"],
    ["counted from 1904", 14, "", "0", true, "1904-01-01"],
    ["words in quotes are no date", 164, '0" дел"', "12", false, "12"],
    ["a colour is no date", 164, "[Red]0", "12", false, "12"],
    ["a date that no calendar has", 14, "", "99999999", false, "99999999"],
  ])("are dates in ISO 8601: %s", async (_, id, code, value, from1904, expected) => {
    const formats =
      code && `<numFmts><numFmt numFmtId="164" formatCode="${code.replaceAll('"', "&quot;")}"/></numFmts>`;
    const styles = `${formats}<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="${id}"/></cellXfs>`;
    const sheet = one(first + row(2, `<c s="1"><v>${value}</v></c>`));
    expect((await linesOf(await workbook(sheet, { styles, from1904 })))[1]).toBe(expected);
  });

  it("are dates as the program counts them that wrote the workbook", async () => {
    const styles = '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>';
    const cells = ["1", "16", "60", "61"].map((value) => `<c s="1"><v>${value}</v></c>`);
    const written = async (program: string) => {
      const parts = { "docProps/app.xml": `<Properties><Application>${program}</Application></Properties>` };
      return (await linesOf(await workbook(one(first + row(2, ...cells)), { styles, parts })))[1];
    };
    expect(await written("Microsoft Excel")).toBe("1900-01-01,1900-01-16,60,1900-03-01");
    expect(await written("LibreOffice/7.4")).toBe("1899-12-31,1900-01-15,1900-02-28,1900-03-01");
  });

  it("keep their row and column, whatever is left out before them", async () => {
    const gap = '<row r="4"><c r="C4"><v>7</v></c></row><row><c><v>8</v></c><c><v>9</v></c></row>';
    expect(await linesOf(await workbook(one(first + gap)))).toEqual([
      headings.join(","),
      "",
      "",
      ",,7",
      "8,9",
    ]);
  });

  it("that are merged downwards hold what stands in the first; rows of nothing else stay empty", async () => {
    const rows = [
      ...[first, row(2, "ЦГА", "1", "a"), row(3, "", "", "b"), row(4)],
      ...[row(5, "", "", "c"), row(6, "", "", "d")],
    ];
    const after =
      '<mergeCells count="3"><mergeCell ref="A2:A5"/><mergeCell ref="C2:D2"/><mergeCell ref="B2:B3"/></mergeCells>';
    const read = await linesOf(await workbook(one(rows.join(""), after)));
    expect(read.slice(1)).toEqual(["ЦГА,1,a", "ЦГА,1,b", "", "ЦГА,,c", ",,d"]);
  });

  it("that look like markup of a table come through it", async () => {
    const bytes = await workbook(one(first + row(2, "a,b", "c;d", '"e"', "f&#10;g", "'=1")));
    const opened = await open(bytes);
    const table = opened.ok && (await readTable(readFileSync(opened.value.place), opened.value.asked));
    expect(table).toMatchObject({
      value: {
        rows: [
          {
            row: 2,
            cells: { archive: "a,b", fonds: "c;d", inventory: '"e"', fileNumber: "f g", fileTitle: "=1" },
          },
        ],
      },
    });
  });
});

describe("the sheet that is meant", () => {
  const known = { name: "Дела", rows: first + row(2, "ЦГА", "1") };
  const notes = { name: "Заметки", rows: row(1, "Что", "Где") + row(2, "x", "y") };

  it("is the first one whose headings are known; the others are named", async () => {
    const empty = { name: "Пусто", rows: "" };
    const opened = await open(await workbook([notes, empty, known, { ...known, name: "Ещё" }]));
    expect(opened).toMatchObject({
      value: {
        part: { path: null, sheet: "Дела" },
        remarks: [{ code: "sheetsNotRead", detail: "Заметки, Ещё" }],
      },
    });
  });

  it("is the only one, so that its headings can be named", async () => {
    const opened = await open(await workbook([notes, { name: "Пусто", rows: "" }]));
    expect(opened).toMatchObject({ value: { part: { sheet: "Заметки" }, remarks: [] } });
  });

  it("is none that is hidden, and none of several that are not known", async () => {
    const several = [notes, { ...known, state: "hidden" }, { ...notes, name: "Итоги" }];
    expect(await open(await workbook(several))).toMatchObject({
      problem: { code: "noSheet", detail: "Заметки, Итоги" },
    });
  });

  it("is found in a package and in a bag", async () => {
    const bytes = await workbook([known]);
    const scan = { path: "b/1.jpg", bytes: "jpg" };
    const within = await open(await tarGz([scan, { path: "b/list.xlsx", bytes }]), "sent.tgz");
    expect(within).toMatchObject({
      value: {
        part: { path: "b/list.xlsx", sheet: "Дела" },
        remarks: [{ code: "besideNotRead", detail: "b/1.jpg" }],
      },
    });
    const manifest = `${createHash("md5").update(bytes).digest("hex")}  data/list.xlsx\n`;
    const files = bag({
      "manifest-md5.txt": manifest,
      "data/list.xlsx": bytes,
      "data/a.txt": undefined,
    });
    expect(await open(await zip(packed(files)), "bag.zip")).toMatchObject({
      value: {
        part: { path: "data/list.xlsx", sheet: "Дела" },
        asked: { encoding: "utf-8", separator: "comma" },
      },
    });
  });
});
