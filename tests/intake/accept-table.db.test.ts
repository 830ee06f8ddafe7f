import { describe, expect, it } from "vitest";
import { everything } from "./desk";
import { agency, akhmetov, openTableDesk } from "./table-desk";
import { type Row } from "./tables";

const { db, nextFile, accept, one } = openTableDesk();

describe("a table accepted for the first time", () => {
  it("makes the tree, the file, the person and an archived case, with every word understood", async () => {
    const file = nextFile();
    const described = {
      ...file,
      fileTitle: "Дело «Алаш»",
      fileDates: "1937–1938",
      sheets: "1-214, 12а",
      ownerAgency: "мвд",
      grade: "Сов. секретно",
    };
    const { summary } = await accept(
      { ...described, ...akhmetov },
      { ...file, surname: "Иванов", role: "свидетель" },
    );
    expect(summary.counts).toMatchObject({
      file: { added: 1 },
      person: { added: 1 },
      mention: { added: 2 },
      case: { added: 1 },
    });
    expect([summary.problemCount, summary.remarks]).toEqual([0, []]);
    expect(
      await one(
        `select u.title, u.reference, u.ref_path, u.date_edtf, f.foliation, f.leaf_count, f.grade, f.standing,
           p.title inventory_title, p.level, (select json_agg(agency_id) from file_owners where file_id = f.id) owners
         from units u join files f on f.id = u.id join units p on p.id = u.parent_id where u.ref_path like $1`,
        `%Ф. ${file.fonds}.%`,
      ),
    ).toEqual({
      title: "Дело «Алаш»",
      reference: "П-46597",
      ref_path: `АП РК. Ф. ${file.fonds}. Оп. 2. Д. П-46597`,
      date_edtf: "1937/1938",
      foliation: "1–214, 12а",
      leaf_count: 215,
      grade: "top_secret",
      standing: "closed",
      inventory_title: "",
      level: "inventory",
      owners: [agency],
    });
    expect(
      await one(
        `select p.name, p.birth_text, p.birth_from, p.birth_place, c.stage, c.episode, c.organ, c.organ_text, c.date_edtf, c.category,
           c.region, (select json_agg(article order by position) from charges where case_id = c.id) charges,
           (select json_agg(json_build_array(kind, text, date_edtf) order by position) from measures where case_id = c.id) measures,
           (select json_agg(json_build_array(script, text)) from person_names where person_id = p.id) names,
           (select json_agg(bond) from case_files where case_id = c.id) bonds
         from persons p join cases c on c.person_id = p.id order by p.created_at desc, p.id desc limit 1`,
      ),
    ).toEqual({
      name: "Ахметов Сакен Байтурсынович",
      birth_text: "около 1899",
      birth_from: "1899-01-01",
      birth_place: "Каркаралы",
      stage: "archived",
      episode: "1937",
      organ: "troika_unkvd",
      organ_text: "Тройка УНКВД по Алма-Атинской обл.",
      date_edtf: "1937-09",
      category: "alash",
      region: "karaganda",
      charges: ["58-2", "58-11 УК РСФСР"],
      measures: [
        ["execution", "ВМН", "1937-10-12"],
        ["confiscation", "конфискация", "1937-10-12"],
      ],
      names: [["kk", "Ахметов Сәкен"]],
      bonds: ["required"],
    });
  });

  it("the history has the import and each file, person and case, and no names", async () => {
    await accept({ ...nextFile(), ...akhmetov });
    const { rows } = await db().pool.query<{ act: string; text: string }>(
      "select act, convert_from(bytes, 'UTF8') as text from events where seq > (select max(seq) - 4 from events) order by seq",
    );
    expect(rows.map(({ act }) => act)).toEqual(["arrived", "arrived", "arrived", "imported"]);
    expect(rows.map(({ text }) => (JSON.parse(text) as { payload: { what?: string } }).payload.what)).toEqual(
      ["file", "person", "case", undefined],
    );
  });

  it("words that nobody knows are kept as they are and remarked", async () => {
    const { summary } = await accept({
      ...nextFile(),
      surname: "Белов",
      body: "Некий орган",
      measure: "порицание",
      region: "Туманность",
      episodeDate: "давно",
    });
    expect(summary.remarks.map(({ code, detail }) => [code, detail])).toEqual([
      ["bodyUnknown", "Некий орган"],
      ["wordUnknown", "Туманность"],
      ["measureUnknown", "порицание"],
      ["dateUnclear", "давно"],
    ]);
    expect(
      await one(
        "select organ, organ_text, date_text, date_edtf, episode, (select kind from measures where case_id = c.id) kind from cases c order by created_at desc, id desc limit 1",
      ),
    ).toEqual({
      organ: null,
      organ_text: "Некий орган",
      date_text: "давно",
      date_edtf: null,
      episode: "XXXX",
      kind: "other",
    });
  });
});

describe("a table accepted again", () => {
  it("changes nothing", async () => {
    const file = nextFile();
    const rows: Row[] = [
      { ...file, fileTitle: "Дело", sheets: "10", ownerAgency: "МВД", grade: "Секретно" },
      { ...file, ...akhmetov },
      { ...file, ...akhmetov, measure: "10 лет ИТЛ" },
      { ...file, surname: "Иванов", role: "informer" },
      { ...file, surname: "Иванов", role: "informer", birthDate: "1900" },
      { ...file, surname: "Петров", personCode: "7", caseCode: "К7", measure: "ссылка" },
      {
        ...file,
        fileNumber: "8",
        surname: "Петров",
        personCode: "7",
        caseCode: "К7",
        bond: "дополнительное",
      },
    ];
    const first = await accept(...rows);
    expect(first.summary.counts).toMatchObject({
      person: { added: 3 },
      mention: { added: 6 },
      case: { added: 3 },
    });
    const before = await everything(db());
    const again = await accept(...rows);
    for (const tally of Object.values(again.summary.counts))
      expect(tally).toMatchObject({ added: 0, changed: 0 });
    expect(await everything(db())).toEqual(before);
    // Namesakes alike in everything are told apart by their order; all others are not.
    const reversed = await accept(...rows.filter((_, index) => index !== 2).reverse());
    for (const tally of Object.values(reversed.summary.counts))
      expect(tally).toMatchObject({ added: 0, changed: 0 });
  });

  it("shows each correction as one difference, field by field, and writes it", async () => {
    const file = nextFile();
    await accept({ ...file, ...akhmetov, fileTitle: "Дело", sheets: "10" });
    const corrected = { ...akhmetov, birthDate: "1899", measure: "10 лет ИТЛ" };
    const { summary } = await accept({
      ...file,
      ...corrected,
      fileTitle: "Дело Ахметова",
      sheets: "12",
      grade: "Секретно",
    });
    expect(summary.changed.map(({ noun, changes }) => [noun, changes])).toEqual([
      [
        "file",
        [
          { field: "fileTitle", before: "Дело", after: "Дело Ахметова" },
          { field: "sheets", before: "1–10", after: "1–12" },
          { field: "grade", before: "", after: "secret" },
        ],
      ],
      ["person", [{ field: "birth", before: "около 1899", after: "1899" }]],
      [
        "case",
        [
          {
            field: "measures",
            before: "ВМН (12.10.1937); конфискация (12.10.1937)",
            after: "10 лет ИТЛ (12.10.1937)",
          },
        ],
      ],
    ]);
    expect(
      await one(
        `select f.leaf_count, f.version, (select json_agg(kind) from measures m join case_files l on l.case_id = m.case_id where l.file_id = f.id) kinds
         from files f join units u on u.id = f.id where u.title = 'Дело Ахметова'`,
      ),
    ).toEqual({ leaf_count: 12, version: 2, kinds: ["camp"] });
    const { rows } = await db().pool.query<{ act: string }>(
      "select act from events order by seq desc limit 4",
    );
    expect(rows.map(({ act }) => act)).toEqual([
      "imported",
      "accept_import",
      "accept_import",
      "accept_import",
    ]);
  });

  it("knows a person whose name has been spelled right, and tells another one from them", async () => {
    const file = nextFile();
    await accept({ ...file, ...akhmetov, surname: "Ахмитов" });
    const respelled = await accept({ ...file, ...akhmetov });
    expect(respelled.summary.counts.person).toMatchObject({ added: 0, changed: 1 });
    expect(respelled.summary.counts.case).toMatchObject({ added: 0, changed: 0 });
    const another = await accept({ ...file, ...akhmetov }, { ...file, ...akhmetov, surname: "Жумабаев" });
    expect(another.summary.counts).toMatchObject({ person: { added: 1, changed: 0 }, case: { added: 1 } });
  });

  it("adds a name variant and does not take one away", async () => {
    const file = nextFile();
    await accept({ ...file, ...akhmetov });
    const { summary } = await accept({ ...file, ...akhmetov, nameKazakh: "", nameLatin: "Akhmetov Saken" });
    expect(summary.changed).toMatchObject([
      { changes: [{ field: "names", after: "kk: Ахметов Сәкен; latin: Akhmetov Saken" }] },
    ]);
  });
});
