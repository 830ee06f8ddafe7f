import { describe, expect, test } from "vitest";
import { parse } from "csv-parse/sync";
import { locales } from "@/lib/i18n/locales";
import { accessionHeadings, printItem, readItem } from "@/lib/transfers/accession";
import { printAccessions } from "@/lib/transfers/print-accessions";
import { readAccessions, type AccessionOffice } from "@/lib/transfers/read-accessions";
import type { AccessionTable, TransferRow } from "@/lib/transfers/view";

const archive = (id: string, name: string) => ({
  ...{ id, code: `code-${id}` },
  names: { kk: `${name} мұрағаты`, ru: `Архив ${name}, "главный"`, en: `${name} archive` },
});
const [mine, theirs] = [archive("a", "Іле"), archive("b", "Орталық")];
const office: AccessionOffice = { own: [mine], others: [mine, theirs], taken: new Set() };

const transfer = (more: Partial<TransferRow> = {}): TransferRow => ({
  ...{ id: "t", number: 9, ownNumber: "17/2026", from: mine, to: theirs, state: "announced", version: 1 },
  steps: [],
  versions: [
    {
      ...{ version: 1, title: '=Files, "of 1937"', basis: "Order 12;\nannex 3", due: "2026-12-01" },
      items: [
        {
          nth: 1,
          fonds: "10",
          inventories: "1–3, 5",
          title: "Дела, 120 л.",
          files: 120,
          sheets: 3400,
          materials: 560,
        },
        { nth: 2, fonds: "Р-2", inventories: "1", title: null, files: 5, sheets: null, materials: 0 },
      ],
    },
  ],
  ...more,
});

/** What was read, as it would stand after it was announced. */
const announced = ({ rows }: AccessionTable): TransferRow[] =>
  rows.map(({ from, to, said: { ownNumber, items, ...said } }) =>
    transfer({
      from,
      to,
      ownNumber,
      versions: [{ version: 1, ...said, items: items.map((item, at) => ({ ...item, nth: at + 1 })) }],
    }),
  );

/** The headings of AtoM's own template, written out by hand from it. */
const template =
  "accessionNumber,alternativeIdentifiers,alternativeIdentifierTypes,alternativeIdentifierNotes,acquisitionDate,sourceOfAcquisition,locationInformation,acquisitionType,resourceType,title,archivalHistory,scopeAndContent,appraisal,physicalCondition,receivedExtentUnits,processingStatus,processingPriority,processingNotes,physicalObjectName,physicalObjectLocation,physicalObjectType,donorName,donorStreetAddress,donorCity,donorRegion,donorCountry,donorPostalCode,donorTelephone,donorFax,donorEmail,donorNote,donorContactPerson,creators,eventTypes,eventDates,eventStartDates,eventEndDates,accessionEventTypes,accessionEventDates,accessionEventAgents,accessionEventNotes,culture";

test("the headings are those of the template, in its order", () => {
  expect(accessionHeadings.join(",")).toBe(template);
  expect(printAccessions([], "en")).toBe(`${template}\r\n`);
});

test.each(locales)("what leaves in %s and comes in again leaves as the same bytes", (locale) => {
  const other = transfer({ ownNumber: null });
  const csv = printAccessions([transfer(), other], locale);
  const table = readAccessions(csv, office);
  expect(table.problems).toEqual([]);
  expect(table.dropped).toEqual([]);
  expect(table.rows[0]!.said).toMatchObject({
    title: '=Files, "of 1937"',
    basis: "Order 12;\nannex 3",
    ownNumber: "17/2026",
  });
  expect(printAccessions(announced(table), locale)).toBe(csv);
});

test("cells that a spreadsheet would take for a formula are guarded", () => {
  const [, row]: string[][] = parse(printAccessions([transfer()], "en"));
  expect(row![accessionHeadings.indexOf("title")]).toBe(`'=Files, "of 1937"`);
});

test("what came is told by state: status, day of acceptance, what was counted", () => {
  const counts = [
    { nth: 1, files: 118, sheets: 3400, materials: null, note: null },
    { nth: 2, files: 5, sheets: null, materials: null, note: null },
  ];
  const step = { version: 1, by: { id: "x", name: "x" }, bodyId: "b", reason: null, hash: "", counts: [] };
  const steps = [
    { ...step, nth: 1, act: "check" as const, at: "2026-12-05T10:00:00.000Z", counts },
    { ...step, nth: 2, act: "accept" as const, at: "2026-12-09T22:00:00.000Z" },
  ];
  const [record]: Record<string, string>[] = parse(
    printAccessions([transfer({ state: "accepted", steps })], "en"),
    { columns: true },
  );
  expect(record).toMatchObject({
    ...{
      processingStatus: "Complete",
      acquisitionDate: "2026-12-10",
      receivedExtentUnits: "123 ед. хр., 3400 л.",
    },
    ...{
      acquisitionType: "Transfer",
      resourceType: "Public transfer",
      donorName: "Іле archive",
      culture: "en",
    },
  });
});

describe("a line for each fonds", () => {
  test.each([
    [
      { fonds: "Р-10", inventories: "1–3", files: 1, sheets: null, materials: null, title: null },
      "Ф. Р-10. Оп. 1–3. 1 ед. хр.",
    ],
    [
      { fonds: "7", inventories: "2", files: 3, sheets: 0, materials: 4, title: "A. B" },
      "Ф. 7. Оп. 2. 3 ед. хр., 0 л., 4 док. A. B",
    ],
    [
      { fonds: "7", inventories: "2", files: 3, sheets: null, materials: 4, title: ", 5 л." },
      "Ф. 7. Оп. 2. 3 ед. хр., 4 док. , 5 л.",
    ],
  ])("%o is printed and read back", (item, line) => {
    expect(printItem(item)).toBe(line);
    const typed = Object.fromEntries(
      Object.entries(item).map(([name, value]) => [name, value === null ? "" : String(value)]),
    );
    expect(readItem(line)).toEqual(typed);
  });

  test.each(["", "Ф. 7", "Ф. 7. Оп. 2.", "Ф. 7. Оп. 2. 3 дела", "7, 2, 3"])("%s is none", (line) =>
    expect(readItem(line)).toBeNull(),
  );
});

describe("what is wrong is said by row and column", () => {
  const sound = {
    ...{ accessionNumber: "1", acquisitionDate: "2026-12-01", sourceOfAcquisition: "code-a" },
    ...{ locationInformation: "Орталық archive", title: "Files", processingNotes: "Order 1" },
    scopeAndContent: "Ф. 7. Оп. 2. 3 ед. хр.",
  };
  const csvOf = (...rows: Record<string, string>[]): string => {
    const names = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    const quoted = (cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",");
    return [quoted(names), ...rows.map((row) => quoted(names.map((name) => row[name] ?? "")))].join("\n");
  };
  const met = (more: Record<string, string>, of = office): string[] =>
    readAccessions(csvOf(sound, { ...sound, accessionNumber: "2", ...more }), of).problems.map(
      ({ row, column, code, detail }) => `${row} ${column} ${code} ${detail}`.trim(),
    );

  test("a sound table has nothing wrong, and needs no other columns", () => {
    expect(met({})).toEqual([]);
    expect(readAccessions(`\uFEFF${csvOf(sound)}\r\n\r\n`, office).rows).toHaveLength(1);
    const [head, row] = csvOf(sound).split("\n");
    expect(readAccessions([head, "", ",,", row].join("\r\n"), office).rows).toMatchObject([{ row: 4 }]);
  });

  test.each([
    [{ acquisitionDate: "1.12.2026" }, "3 acquisitionDate field dateForm"],
    [{ title: "" }, "3 title field missing"],
    [{ processingNotes: "" }, "3 processingNotes field missing"],
    [{ sourceOfAcquisition: "Орталық archive" }, "3 sourceOfAcquisition notOwn"],
    [{ locationInformation: "somewhere" }, "3 locationInformation notArchive"],
    [{ locationInformation: "code-a" }, "3 locationInformation sameArchive"],
    [{ acquisitionType: "Gift" }, "3 acquisitionType notTransfer Transfer"],
    [{ resourceType: "Private transfer" }, "3 resourceType notTransfer Public transfer"],
    [{ donorName: "Somebody" }, "3 donorName donorDiffers"],
    [{ accessionNumber: "1" }, "3 accessionNumber numberTaken 1"],
    [{ scopeAndContent: "ten files" }, "3 scopeAndContent notItem ten files"],
    [{ scopeAndContent: "Ф. 7. Оп. 2. 0 ед. хр." }, "3 scopeAndContent field wholeNumber"],
    [
      { scopeAndContent: "Ф. 7. Оп. 2. 1 ед. хр.\nФ. 7. Оп. 2. 1 ед. хр." },
      "3 scopeAndContent field itemTwice",
    ],
  ])("%o", (more, problem) => expect(met(more)).toContain(problem));

  test("numbers that were given before", () => {
    expect(met({}, { ...office, taken: new Set(["a 2", "b 1"]) })).toEqual([
      "3 accessionNumber numberTaken 2",
    ]);
  });

  test("a table that is none, without its columns, without rows, with cells too many", () => {
    const problems = (csv: string) =>
      readAccessions(csv, office).problems.map(({ row, column, code }) => `${row} ${column} ${code}`);
    expect(problems('a,b\n"c,d\ne')).toEqual([expect.stringMatching(/^\d+ null notTable$/)]);
    expect(problems("title,scopeAndContent\nx,y")).toEqual([
      ...[
        "1 acquisitionDate noHeading",
        "1 sourceOfAcquisition noHeading",
        "1 locationInformation noHeading",
      ],
      "1 processingNotes noHeading",
    ]);
    expect(problems(csvOf(sound).split("\n")[0]!)).toEqual(["1 null noRows"]);
    expect(problems(`${csvOf(sound)},"more"`)).toEqual(["2 null tooManyCells"]);
  });

  test("columns for which there is no place are named", () => {
    const more = { processingPriority: "High", creators: "", ofOurs: "x" };
    expect(readAccessions(csvOf({ ...sound, ...more }), office).dropped).toEqual([
      "processingPriority",
      "ofOurs",
    ]);
  });
});
