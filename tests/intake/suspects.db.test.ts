import { describe, expect, it } from "vitest";
import { onlySeen } from "@/lib/intake/suspect-people";
import { dropProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { loadReach } from "@/lib/store/reach";
import { readerOn } from "@/lib/store/transaction";
import { fileIn, leaveOut, proposeRows } from "./choosing-desk";
import { one } from "./desk";
import { openImportDesk, type Opened } from "./import-desk";
import { importNow, send, workOff } from "./jobs";
import { writeCsv, type Row } from "./tables";

let opened = {} as Opened;
openImportDesk((given) => (opened = given));

const accused = (name: string, birthDate = ""): Row => ({
  nameAsWritten: name,
  birthDate,
  role: "обвиняемый",
});
const take = async (...rows: Row[]) => {
  const shown = await proposeRows(opened, ...rows);
  expect(await opened.accept(opened.archivist, shown)).toMatchObject({ state: "accepted" });
};
const suspects = async (...rows: Row[]) => (await proposeRows(opened, ...rows)).summary.duplicates!;
const kept = (id: string) =>
  one(opened.connection, "select count(*)::int n from import_people where import_id = $1", id);

describe("people of one table", () => {
  it("are suspected where their names are one in whatever script and their births may be", async () => {
    const file = fileIn(301);
    const found = await suspects(
      { ...file("1"), ...accused("Байтұрсынұлы Ахмет", "1873") },
      { ...file("2"), ...accused("Ахмет Байтурсынов", "05.09.1872") },
      { ...file("3"), ...accused("Baitursynov Akhmet", "около 1873") },
      { ...file("4"), ...accused("Дулатов Миржакип", "1885") },
      { ...file("5"), ...accused("Дулатов Миржакип", "") },
    );
    // Whose birth is not known is nobody's double: of names alone a table has many.
    expect(found).toMatchObject({
      count: 1,
      shown: [
        {
          ...{ name: "Baitursynov Akhmet", row: 4, yearsAgree: true },
          other: { id: null, row: 2, name: "Байтұрсынұлы Ахмет", birth: "1873" },
        },
      ],
    });
  });

  it("are found under every name they bear, each once", async () => {
    const file = fileIn(302);
    const found = await suspects(
      { ...file("1"), ...accused("Кенжебай Токтар", "1890"), nameRussian: "Иванов Пётр; Петров Иван" },
      { ...file("2"), ...accused("Петров Иван", "1890"), nameKazakh: "Кенжебай Тоқтар" },
    );
    expect(found).toMatchObject({ count: 1, shown: [{ row: 3, other: { row: 2 } }] });
  });

  it("are many, and the first are shown", async () => {
    const rows = Array.from({ length: 60 }, (_, nth) => ({
      ...fileIn(303)(String(nth + 1)),
      ...accused("Множественный Имярек", "1901"),
    }));
    const { count, shown } = await suspects(...rows);
    expect([count, shown.length]).toEqual([59, 50]);
    expect(shown.map(({ row }) => row)).toEqual(Array.from({ length: 50 }, (_, nth) => nth + 3));
  });
});

describe("people who are here", () => {
  it("are suspected by any of their names, where the years agree or one is not known", async () => {
    const file = fileIn(304);
    await take(
      { ...file("1"), ...accused("Жұмабаев Мағжан", "1893"), nameLatin: "Zhumabay Maghzhan" },
      { ...file("1"), ...accused("Сейфуллин Сакен"), nameRussian: "Чунихин Семён" },
    );
    const found = await suspects(
      { ...file("2"), ...accused("Жумабаев Магжан", "1893") },
      { ...file("3"), ...accused("Жумабаев Магжан", "1901") },
      { ...file("4"), ...accused("Жумабаев Магжан") },
      { ...file("5"), ...accused("Чунихин Семен", "1894") },
    );
    const known = await one<{ magzhan: string; saken: string }>(
      opened.connection,
      `select max(id::text) filter (where name like 'Жұмабаев%') magzhan,
         max(id::text) filter (where name like 'Сейфуллин%') saken from persons`,
    );
    expect(found.shown).toMatchObject([
      { row: 2, birth: "1893", yearsAgree: true, other: { id: known.magzhan, row: null, birth: "1893" } },
      { row: 4, birth: "", yearsAgree: false, other: { id: known.magzhan, name: "Жұмабаев Мағжан" } },
      { row: 5, yearsAgree: false, other: { id: known.saken, name: "Сейфуллин Сакен", birth: "" } },
    ]);
    expect(found.count).toBe(3);
  });

  it("are not suspected once the new one is left out, and whoever they are says nothing about what is accepted", async () => {
    const file = fileIn(305);
    await take({ ...file("1"), ...accused("Повторный Человек", "1888") });
    const shown = await proposeRows(opened, { ...file("2"), ...accused("Повторный Человек", "1888") });
    const [suspect] = shown.summary.duplicates!.shown;
    const left = await leaveOut(opened, shown, { things: [`person:${suspect!.key}`] });
    expect(left.summary).toMatchObject({
      ...{
        duplicates: { count: 0, shown: [] },
        counts: { file: { added: 1 }, person: { added: 0, left: 1 } },
      },
    });
    const back = await leaveOut(opened, left, {});
    expect(back).toEqual(shown);
    expect(await kept(back.id)).toEqual({ n: 1 });
    expect(await opened.accept(opened.archivist, back)).toMatchObject({ state: "accepted" });
    expect(await kept(back.id)).toEqual({ n: 0 });
    const people = "select count(*)::int n from persons where name = 'Повторный Человек'";
    expect(await one(opened.connection, people)).toEqual({ n: 2 });
  });

  it("go with a proposal that is laid aside", async () => {
    const { id } = await proposeRows(opened, { ...fileIn(306)("1"), ...accused("Отложенный Некто") });
    expect(await kept(id)).toEqual({ n: 1 });
    await dropProposal(opened.desk, opened.archivist, id);
    expect(await kept(id)).toEqual({ n: 0 });
  });
});

describe("people whom somebody may not see", () => {
  it("are neither shown to them nor counted, and are both to a colleague", async () => {
    const { connection, desk, archivist, colleague } = opened;
    const file = fileIn(307);
    await take({ ...file("1"), ...accused("Скрытый Родич", "1899") });
    const subject = await one<{ file: string; kase: string }>(
      connection,
      `select l.file_id file, c.id kase from cases c join persons p on p.id = c.person_id
       join case_files l on l.case_id = c.id where p.name = 'Скрытый Родич'`,
    );
    const rows = [
      { ...file("2"), ...accused("Скрытый Родич", "1899") },
      { ...file("3"), ...accused("Другой Совсем", "1899") },
    ];
    const before = await proposeRows(opened, ...rows);
    expect(before.summary.duplicates).toMatchObject({ count: 1, shown: [{ name: "Скрытый Родич" }] });

    const insert = `insert into conflict_answers (id, account_id, case_id, file_id, answer, kind, at)
      values (gen_random_uuid(), $1, $2, $3, 'conflict', 'relative', now())`;
    await connection.pool.query(insert, [archivist.accountId, subject.kase, null]);
    await connection.pool.query(insert, [archivist.accountId, null, subject.file]);
    expect(await suspects(...rows)).toMatchObject({ count: 0, shown: [] });
    const theirs = await send(desk, colleague, Buffer.from(writeCsv(...rows)), { name: "t.csv" });
    await workOff(desk);
    const { duplicates } = (await importNow(connection, theirs)).summary!;
    expect(duplicates).toMatchObject({ count: 1, shown: [{ name: "Скрытый Родич" }] });

    const seenBy = async (actor: Actor) =>
      onlySeen(readerOn(connection.pool), duplicates!, await loadReach(connection.pool, actor));
    expect(await seenBy(colleague)).toEqual(duplicates);
    expect(await seenBy(archivist)).toMatchObject({ count: 0, shown: [] });
    const many = { ...duplicates!, count: 70 };
    const pool = readerOn(connection.pool);
    expect((await onlySeen(pool, many, await loadReach(connection.pool, colleague))).count).toBe(70);
    expect((await onlySeen(pool, many, await loadReach(connection.pool, archivist))).count).toBe(0);
  });
});
