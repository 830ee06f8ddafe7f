import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { printCsv } from "@/lib/csv";
import { printLife, readLife, scriptOf, type Authorities } from "@/lib/intake/authorities";
import { printAuthorities } from "@/lib/intake/authority-print";
import { readWhole } from "@/lib/intake/read-whole";

async function read(text: string, name = "people.csv"): Promise<Authorities> {
  const upload = await readWhole(Buffer.from(text), name, {});
  if (!upload.ok) throw new Error(JSON.stringify(upload.problem));
  if (upload.value.kind !== "authorities") throw new Error(`read as ${upload.value.kind}`);
  return upload.value;
}
const heads = ["culture", "typeOfEntity", "authorizedFormOfName", "otherFormsOfName", "datesOfExistence"];
const table = (...rows: string[][]): string => printCsv([[...heads, "descriptionIdentifier"], ...rows]);

describe("birth and death of one text", () => {
  it.each([
    ["1899–1938", { birth: "1899", death: "1938" }],
    ["1899-1938", { birth: "1899", death: "1938" }],
    ["12.03.1901 – 5.02.1938", { birth: "12.03.1901", death: "5.02.1938" }],
    ["около 1899 – 1938", { birth: "около 1899", death: "1938" }],
    ["1899 –", { birth: "1899", death: "" }],
    ["– 1938", { birth: "", death: "1938" }],
    ["", { birth: "", death: "" }],
  ])("%s", (text, life) => expect(readLife(text)).toEqual(life));

  it.each(["1899", "1937-09", "1937-09-01", "род. в ауле", "XIX век – наше время и далее"])(
    "%s is not taken apart",
    (text) => expect(readLife(text)).toBeNull(),
  );

  it("is read again as it was printed", () => {
    const date = fc.constantFrom("", "1899", "12.03.1901", "около 1899", "сентябрь 1937");
    fc.assert(
      fc.property(date, date, (birth, death) => {
        expect(readLife(printLife({ birth, death }))).toEqual({ birth, death });
      }),
    );
  });
});

it("the script of a name is told by its letters", () => {
  expect(["Әлихан", "Ахмет", "Akhmet", "أحمد"].map(scriptOf)).toEqual(["kk", "ru", "latin", "arabic"]);
});

describe("AtoM's table of authority records", () => {
  it("gives people with other names and dates", async () => {
    const { people, problems, remarks } = await read(
      table(["kk", "Person", "Бөкейхан Әлихан", "Букейханов Алихан|Қыр баласы", "1866–1937", "A-1"]),
    );
    expect([problems, remarks]).toEqual([[], []]);
    expect(people).toMatchObject([
      {
        ...{ key: "authority##A-1", at: 2, name: "Бөкейхан Әлихан", birth: "1866", death: "1937", own: null },
        names: [
          { script: "ru", text: "Букейханов Алихан", alias: true },
          { script: "kk", text: "Қыр баласы", alias: true },
        ],
      },
    ]);
  });

  it("turns down what is no person, has no name or is there twice, and says what is not kept", async () => {
    const row = (type: string, name: string, dates = "", id = "") => ["", type, name, "", dates, id];
    const { people, problems, remarks } = await read(
      table(
        row("Corporate body", "НКВД"),
        row("Person", " "),
        row("", "Ахметов", "1899", "7"),
        row("Person", "Ахметов С.", "", "7"),
        row("Лицо", "Тот же", "1900–1938"),
        row("Person", "тот  же", "1900–1938"),
      ),
    );
    expect(people.map(({ name }) => name)).toEqual(["Ахметов", "Тот же"]);
    expect(problems.map(({ code, detail }) => [code, detail])).toEqual([
      ["notPerson", "Corporate body"],
      ["required", ""],
      ["repeatedRow", "4"],
      ["repeatedRow", "6"],
    ]);
    expect(remarks).toMatchObject([{ code: "lifeUnclear", detail: "1899", place: { row: 4 } }]);
  });

  it("names the columns that have no place here", async () => {
    const csv = printCsv([
      ["typeOfEntity", "authorizedFormOfName", "history", "places", "shoeSize"],
      ["Person", "Ахметов", "Родился в ауле", "", "42"],
    ]);
    expect((await read(csv)).remarks.map(({ detail }) => detail)).toEqual(["history", "shoeSize"]);
  });

  it("what is printed is read again", async () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 10 })
      .map((text) => `И${text.replace(/[|\s\p{C}]/gu, "")}`);
    const person = fc.record({
      ...{ id: fc.uuid(), name, birthPlace: fc.constant(null), sourceKey: fc.constant(null) },
      birthText: fc.constantFrom(null, "1899", "около 1899"),
      deathText: fc.constantFrom(null, "1938", "сентябрь 1937"),
      variants: fc
        .uniqueArray(name, { maxLength: 3 })
        .map((all) => all.map((text, nth) => ({ kind: nth === 0 ? "alias" : "variant", text }))),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(person, { maxLength: 5, selector: ({ id }) => id }),
        async (printed) => {
          const parts = (async function* () {
            yield await Promise.resolve(printed);
          })();
          let csv = "";
          for await (const piece of printAuthorities(parts)) csv += piece;
          const { people, problems } = await read(csv);
          expect(problems).toEqual([]);
          const byText = (all: readonly { text: string }[]) =>
            all.map(({ text }) => text.normalize("NFC")).sort();
          expect(people.map((one) => [one.own, one.name, one.birth, one.death, byText(one.names)])).toEqual(
            printed.map((one) => [
              ...[one.id, one.name.normalize("NFC"), one.birthText ?? "", one.deathText ?? ""],
              byText(one.variants),
            ]),
          );
        },
      ),
    );
  });
});

describe("a record in EAC-CPF", () => {
  const eac = (
    inner: string,
    type = "<entityType>person</entityType>",
  ) => `<?xml version="1.0" encoding="UTF-8"?>
<eac-cpf xmlns="urn:isbn:1-931666-33-4"><control><recordId>KZ-77</recordId>
<maintenanceAgency><agencyCode>KZ-APRK</agencyCode><agencyName>АП РК</agencyName></maintenanceAgency></control>
<cpfDescription><identity>${type}${inner}</cpfDescription></eac-cpf>`;
  const names = `<nameEntry><part localType="surname">Бөкейхан</part><part localType="forename">Әлихан</part>
    <authorizedForm>RDA</authorizedForm></nameEntry>
    <nameEntryParallel><nameEntry><part>Букейханов Алихан</part></nameEntry></nameEntryParallel>
    <nameEntry><part>Қыр баласы</part></nameEntry></identity>`;
  const described = `<description><existDates><dateRange><fromDate standardDate="1866-03-05">5 марта 1866</fromDate>
    <toDate>1937</toDate></dateRange></existDates>
    <places><place><placeRole>Place of birth</placeRole><placeEntry>Токраун</placeEntry></place>
    <place><placeRole>residence</placeRole><placeEntry>Москва</placeEntry></place></places>
    <biogHist><p>Государственный деятель</p></biogHist></description>`;

  it("gives the person", async () => {
    const { people, problems, remarks, title } = await read(eac(names + described), "a.xml");
    expect([problems, title]).toEqual([[], "Бөкейхан Әлихан"]);
    expect(people).toMatchObject([
      {
        ...{ key: "authority#KZ-APRK#KZ-77", name: "Бөкейхан Әлихан", surname: "Бөкейхан", given: "Әлихан" },
        ...{ birth: "5 марта 1866", death: "1937", birthPlace: "Токраун" },
        names: [
          { text: "Букейханов Алихан", alias: false },
          { text: "Қыр баласы", alias: true },
        ],
      },
    ]);
    expect(remarks.map(({ code, detail }) => [code, detail])).toEqual([["columnNotKept", "biogHist"]]);
  });

  it("of version 2 as well", async () => {
    const v2 = `<eac xmlns="https://archivists.org/ns/eac/v2"><control><recordId>9</recordId></control><cpfDescription>
      <identity><entityType value="person"/><nameEntry preferredForm="true"><part>Ахметов С.</part></nameEntry></identity>
      <description><existDates><date>1899–1938</date></existDates></description></cpfDescription></eac>`;
    expect((await read(v2, "a.xml")).people).toMatchObject([
      { name: "Ахметов С.", birth: "1899", death: "1938" },
    ]);
  });

  it("of a body is turned down", async () => {
    const { people, problems } = await read(eac(names, "<entityType>corporateBody</entityType>"), "a.xml");
    expect(people).toEqual([]);
    expect(problems).toMatchObject([{ code: "notPerson", detail: "corporatebody" }]);
  });

  it.each([
    ["truncated", eac(names).slice(0, -30)],
    ["noIdentifier", eac(names).replace("KZ-77", "")],
    ["noDescription", eac("</identity>")],
    ["entityDeclared", `<!DOCTYPE eac-cpf [<!ENTITY a "b">]>${eac(names).replace(/^.*\n/, "")}`],
  ])("that is %s is refused", async (code, text) => {
    expect(await readWhole(Buffer.from(text), "a.xml", {})).toMatchObject({ ok: false, problem: { code } });
  });
});
