import { describe, expect, it } from "vitest";
import { forgeCentral, zip } from "../files/packing";
import { openSent } from "./sent-files";
import { headings, row, sheetXml, workbook, workbookParts } from "./workbooks";

const { open, linesOf } = openSent();
const one = (rows: string, after?: string) => [{ name: "Опись", rows, after }];
const first = row(1, ...headings);

describe("a workbook is refused", () => {
  const sheet = "xl/worksheets/sheet1.xml";
  const sound = one(first + row(2, "ЦГА"));
  const withPart = (part: string, xml: string | null) => workbook(sound, { parts: { [part]: xml } });
  const withSheet = (xml: string) => withPart(sheet, xml);
  const withRow = (...cells: string[]) => workbook(one(first + row(2, ...cells)));
  const endless = sheetXml({ name: "", rows: "a".repeat(2e6) });
  it.each<[string, () => Promise<Buffer>, string, string?]>([
    ["a formula has no result", () => withRow("<c><f>A1</f></c>"), "formulaUncomputed", "A2"],
    ["a text is not there", () => withRow('<c t="s"><v>3</v></c>'), "workbookBroken", "A2 3"],
    ["rows run backwards", () => workbook(one(row(2, "a") + row(1, "b"))), "workbookBroken", "row 1"],
    ["a row lies too far down", () => workbook(one(first + row(1_048_577, "a"))), "workbookTooLarge"],
    [
      "a cell lies too far out",
      () => workbook(one(`${first}<row><c r="ZZ2"><v>1</v></c></row>`)),
      ...(["tooManyColumns", "702"] as const),
    ],
    [
      "a sheet is outside",
      () => workbook([{ ...sound[0]!, mode: "External" }]),
      ...(["workbookBroken", "xl/worksheets"] as const),
    ],
    ["a sheet is missing", () => withPart(sheet, null), "workbookBroken", sheet],
    ["relations are missing", () => withPart("xl/_rels/workbook.xml.rels", null), "workbookBroken"],
    [
      "it declares entities",
      () => withSheet(`<!DOCTYPE worksheet [<!ENTITY a "aaaa">]>${sheetXml(sound[0]!).slice(21)}`),
      "entityDeclared",
    ],
    [
      "it has a document type",
      () => withPart("xl/styles.xml", '<!DOCTYPE styleSheet SYSTEM "http://x/"><styleSheet/>'),
      "entityDeclared",
    ],
    ["a part is not XML", () => withSheet("nonsense"), "notXml"],
    ["a part is another", () => withSheet("<chartsheet/>"), "workbookBroken", "chartsheet"],
    ["a part breaks off", () => withSheet(sheetXml(sound[0]!).slice(0, -20)), "truncated"],
    ["elements are nested without end", () => withSheet(`<worksheet>${"<x>".repeat(300)}`), "tooDeep"],
    [
      "a text has no end",
      () => zip(workbookParts(sound, { parts: { [sheet]: endless } }), false),
      "workbookTooLarge",
    ],
    [
      "it is a bomb",
      () => withSheet(`<worksheet>${"<row/>".repeat(1e6)}</worksheet>`),
      "package.expandsTooMuch",
    ],
    ["it is encrypted", async () => forgeCentral(await workbook(sound), 8, 0x0801, 2), "package.encrypted"],
    ["it is cut", async () => (await workbook(sound)).subarray(0, -40), "package.truncated"],
    ["it is a document", () => zip([{ path: "[Content_Types].xml", bytes: "<Types/>" }]), "unknownKind"],
  ])("where %s", async (_, pack, code, detail) => {
    const opened = await open(await pack());
    expect(opened).toMatchObject({ ok: false, problem: { code, ...(detail ? { detail } : {}) } });
  });

  it("and is sound without any of this, whatever it links to", async () => {
    const parts = { "xl/externalLinks/externalLink1.xml": "<externalLink/>" };
    expect(await linesOf(await zip(workbookParts(sound, { parts })))).toEqual([headings.join(","), "ЦГА"]);
  });

  it("in a package by its path there", async () => {
    const bytes = await withRow("<c><f>A1</f></c>");
    const problem = { code: "formulaUncomputed", inside: "a/list.xlsx" };
    expect(await open(await zip([{ path: "a/list.xlsx", bytes }]), "sent.zip")).toMatchObject({ problem });
  });
});
