import { describe, expect, it } from "vitest";
import { writeCsv, type Row } from "./tables";
import { readTable, groupTable } from "./whole-table";

const file: Row = { archive: "АП РК", fonds: "10", inventory: "2", fileNumber: "П-46597" };
const accused: Row = { ...file, surname: "Ахметов", given: "Сакен", measure: "ВМН" };

async function group(...rows: Row[]) {
  const outcome = await readTable(Buffer.from(writeCsv(...rows)));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return groupTable(outcome.value);
}

describe("rows of one file", () => {
  it("are one file in whatever spelling the reference is", async () => {
    const { files, problems } = await group(
      { ...file, fileTitle: "Дело" },
      { ...file, fonds: "Ф. 10", inventory: "оп. 02", fileNumber: "д. п-46597", sheets: "3" },
      { ...file, fileNumber: "345", sheets: "1-214, 12а" },
    );
    expect(problems).toEqual([]);
    expect(files).toMatchObject([
      { row: 2, title: "Дело", foliation: { text: "1–3", leaves: 3 }, reference: { file: "П-46597" } },
      { row: 4, title: "", foliation: { text: "1–214, 12а", leaves: 215 } },
    ]);
  });

  it("must not disagree; the same sheets in another spelling do not", async () => {
    const { files, problems } = await group(
      { ...file, sheets: "1–3", ownerAgency: "МВД; КНБ", grade: "Секретно" },
      { ...file, sheets: "3", fileTitle: "Дело" },
      { ...file, grade: "Совершенно секретно", fileTitle: "Другое" },
    );
    expect(files).toMatchObject([{ title: "Дело", owners: ["МВД", "КНБ"], grade: "Секретно" }]);
    expect(problems).toEqual([
      { code: "fileDisagrees", place: { kind: "row", row: 4, heading: "Заголовок дела" }, detail: "3" },
    ]);
  });

  it("a grade that says there is none is none", async () => {
    expect((await group({ ...file, grade: "Без грифа" })).files[0]!.grade).toBe("");
    expect((await group({ ...file, grade: "жоқ" })).files[0]!.grade).toBe("");
  });
});

describe("people", () => {
  it("with the same name are two unless a code says that they are one", async () => {
    const { people, cases } = await group(accused, { ...accused, measure: "10 лет ИТЛ" });
    expect(people.map((person) => person.name)).toEqual(["Ахметов Сакен", "Ахметов Сакен"]);
    expect(new Set(people.map((person) => person.key)).size).toBe(2);
    expect(cases).toHaveLength(2);
  });

  it("with a code are one over files; each file mentions them", async () => {
    const coded = { ...accused, personCode: "7", episodeDate: "1937", body: "Тройка" };
    const { people, cases, mentions } = await group(
      { ...coded, nameKazakh: "Ахметов Сәкен", birthDate: "около 1899" },
      { ...coded, fileNumber: "8", bond: "дополнительное", charge: "58-2; 58-11" },
      { ...coded, fileNumber: "9", episodeDate: "1949", measure: "" },
    );
    expect(people).toMatchObject([{ birth: "около 1899", names: [{ script: "kk", text: "Ахметов Сәкен" }] }]);
    expect(mentions).toHaveLength(3);
    expect(cases.map((one) => [one.episode, one.files.map(({ bond }) => bond), one.charges])).toEqual([
      ["1937", ["required", "supporting"], ["58-2", "58-11"]],
      ["1949", ["required"], []],
    ]);
  });

  it("who are not accused are noted with the file, without a case", async () => {
    const { people, mentions, cases } = await group(
      { ...file, nameAsWritten: "Источник «Степной»", role: "тыңшы" },
      { ...file, surname: "Иванов", role: "Свидетель", birthDate: "1901", birthPlace: "Верный" },
      { ...file, surname: "Петров", role: "official", personCode: "9" },
    );
    expect(mentions.map(({ role, name, note, personKey }) => [role, name, note, personKey !== null])).toEqual(
      [
        ["informer", "Источник «Степной»", "", false],
        ["witness", "Иванов", "1901, Верный", false],
        ["official", "Петров", "", true],
      ],
    );
    expect([people.length, cases.length]).toEqual([1, 0]);
  });
});

describe("cases", () => {
  it("with a code gather charges and measures over rows; scalars must agree", async () => {
    const coded = { ...accused, caseCode: "К-1", region: "Алматы" };
    const { cases, people, problems } = await group(
      { ...coded, charge: "58-2", measure: "10 лет; ссылка", measureDate: "1937; 1947" },
      { ...coded, charge: "58-11", measure: "10 лет", measureDate: "1937", fileNumber: "2" },
      { ...coded, region: "Астана" },
      { ...coded, personCode: "другой", surname: "", nameAsWritten: "Ахметов Сакен" },
    );
    expect(people).toHaveLength(1);
    expect(cases).toMatchObject([
      {
        charges: ["58-2", "58-11"],
        measures: [
          { text: "10 лет", date: "1937" },
          { text: "ссылка", date: "1947" },
        ],
        files: [{ bond: "required" }, { bond: "required" }],
      },
    ]);
    expect(problems.map(({ code, place }) => [code, place])).toEqual([
      ["caseDisagrees", { kind: "row", row: 4, heading: "Регион" }],
      ["caseDisagrees", { kind: "row", row: 5, heading: "Код лица" }],
    ]);
  });
});

describe("a row in error", () => {
  it.each<[Row, string, string | null, string]>([
    [{ ...file, fonds: "" }, "required", "Фонд", ""],
    [{ ...file, fileNumber: "без номера" }, "badReference", "Номер дела", "без номера"],
    [{ ...file, sheets: "1–10, 5" }, "badSheets", "Листы", "5"],
    [{ ...file, surname: "А", role: "сосед" }, "badRole", "Роль в деле", "сосед"],
    [{ ...file, surname: "А" }, "required", "Роль в деле", ""],
    [{ ...file, measure: "ВМН" }, "required", "Фамилия", ""],
    [{ ...accused, role: "witness" }, "notAccused", "Мера", "ВМН"],
    [{ ...accused, bond: "иное" }, "badBond", "Отношение дела к случаю", "иное"],
    [{ ...file, fileTitle: "а".repeat(10_001) }, "tooLong", "Заголовок дела", "10001"],
  ])("%j", async (row, code, heading, detail) => {
    const { files, problems } = await group(row, { ...file, fileNumber: "1" });
    expect(problems).toEqual([{ code, place: { kind: "row", row: 2, heading }, detail }]);
    expect(files.map((one) => one.row)).toEqual([3]);
  });

  it("that repeats another names it", async () => {
    const { problems, people } = await group(accused, { ...accused, fonds: "Ф. 010" });
    expect(problems).toMatchObject([{ code: "repeatedRow", place: { row: 3 }, detail: "2" }]);
    expect(people).toHaveLength(1);
  });
});
