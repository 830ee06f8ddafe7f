import { describe, expect, it } from "vitest";
import { compareFile, everything, fileOf, importer } from "./desk";
import { akhmetov, openTableDesk } from "./table-desk";
import { writeCsv } from "./tables";

const { db, nextFile, accept, one } = openTableDesk();

describe("what was done at the desk", () => {
  it("does not undo what was corrected at the desk", async () => {
    const file = nextFile();
    const rows = [{ ...file, ...akhmetov, fileTitle: "Дела" }];
    await accept(...rows);
    const { id } = await one<{ id: string }>(
      "select id from persons order by created_at desc, id desc limit 1",
    );
    await db().pool.query("update persons set name = 'Ахметов Сәкен Байтұрсынұлы' where id = $1", [id]);
    await db().pool.query("update units set title = 'Дело' where title = 'Дела'");
    const { summary } = await accept(...rows);
    for (const tally of Object.values(summary.counts)) expect(tally).toMatchObject({ added: 0, changed: 0 });
    expect(await one("select name from persons where id = $1", id)).toEqual({
      name: "Ахметов Сәкен Байтұрсынұлы",
    });
  });

  it("finds a person registered at the desk from the same file", async () => {
    const file = nextFile();
    await accept({ ...file, fileTitle: "Дело" });
    const { id } = await one<{ id: string }>(
      "select f.id from files f join units u on u.id = f.id order by u.created_at desc, u.id desc limit 1",
    );
    const person = "00000000-0000-4000-8000-0000000000c1";
    await db().pool.query(
      "insert into persons (id, name, search_key) values ($1, 'Ахметов Сакен Байтурсынович', 'x')",
      [person],
    );
    await db().pool.query(
      "insert into mentions (id, file_id, person_id, name, role) values (gen_random_uuid(), $1, $2, 'Ахметов Сакен Байтурсынович', 'accused')",
      [id, person],
    );
    const { summary } = await accept({ ...file, ...akhmetov });
    expect(summary.counts).toMatchObject({
      person: { added: 0, changed: 1 },
      mention: { added: 0 },
      case: { added: 1 },
    });
  });
});

describe("rows that are turned down", () => {
  it("an unknown agency or grade takes the rows of its file with it; the others are accepted", async () => {
    const [bad, good] = [nextFile(), nextFile()];
    const { summary } = await accept(
      { ...bad, ownerAgency: "Неведомое ведомство" },
      { ...bad, ...akhmetov },
      { ...good, ...akhmetov },
      { ...nextFile(), grade: "Тссс" },
    );
    expect(summary.problems.map(({ code, place, detail }) => [code, place, detail])).toEqual([
      ["unknownAgency", { kind: "row", row: 2, heading: "Ведомство-владелец" }, "Неведомое ведомство"],
      ["fileRejected", { kind: "row", row: 3, heading: null }, "Ахметов Сакен Байтурсынович"],
      ["unknownWord", { kind: "row", row: 5, heading: "Гриф секретности" }, "Тссс"],
    ]);
    expect(summary.counts).toMatchObject({ file: { added: 1 }, person: { added: 1 }, case: { added: 1 } });
  });

  it("what is part of a proceeding is not changed by an import", async () => {
    const file = nextFile();
    await accept({ ...file, ...akhmetov, sheets: "10", fileTitle: "Дело" });
    const { file_id, case_id } = await one<{ file_id: string; case_id: string }>(
      "select l.file_id, l.case_id from case_files l join cases c on c.id = l.case_id order by c.created_at desc, c.id desc limit 1",
    );
    const open = `insert into proceedings (id, kind, file_id, case_id, step, rules, opened_by, opened_at, step_since)
      values (gen_random_uuid(), $1, $2, $3, 'study', 1, $4, now(), now())`;
    await db().pool.query(open, ["declassification", file_id, null, importer.accountId]);
    await db().pool.query(open, ["rehabilitation", null, case_id, importer.accountId]);
    const before = await one("select foliation from files where id = $1", file_id);
    const { summary } = await accept({
      ...file,
      ...akhmetov,
      birthDate: "1900",
      charge: "58-10",
      sheets: "12",
      fileTitle: "Другое заглавие",
    });
    expect(summary.problems.map(({ code, place }) => [code, place])).toEqual([
      ["inProceeding", { kind: "row", row: 2, heading: "Листы" }],
      ["inProceeding", { kind: "row", row: 2, heading: null }],
      ["inProceeding", { kind: "row", row: 2, heading: null }],
    ]);
    expect(summary.changed).toMatchObject([{ noun: "file", changes: [{ field: "fileTitle" }] }]);
    expect(await one("select foliation from files where id = $1", file_id)).toEqual(before);
    expect(
      await one(
        "select birth_text from persons p join cases c on c.person_id = p.id where c.id = $1",
        case_id,
      ),
    ).toEqual({ birth_text: "около 1899" });
  });
});

describe("nothing is written", () => {
  it("by a proposal, nor by a table that cannot be read", async () => {
    const before = await everything(db());
    const proposed = await compareFile(db(), fileOf(writeCsv({ ...nextFile(), ...akhmetov }), "t.csv"));
    expect(proposed).toMatchObject({ ok: true, value: { counts: { case: { added: 1 } } } });
    expect(await compareFile(db(), fileOf("Архив,Фонд\n1,2", "t.csv"))).toMatchObject({
      ok: false,
      problem: { code: "missingHeading" },
    });
    expect(await compareFile(db(), fileOf(Buffer.from("PK\u0003\u0004"), "t.xlsx"))).toMatchObject({
      ok: false,
      problem: { code: "unknownKind" },
    });
    expect(await everything(db())).toEqual(before);
  });
});
