import { expect, it } from "vitest";
import { describeColumns, fits, keysOf, mapOf } from "@/lib/intake/column-map";
import { readTable } from "./whole-table";

it("headings are known by their letters alone, several alike by their turn, blank ones and those of rejects never", () => {
  expect(keysOf(["Дата, Ё", "", "дата е", "Отклонённая строка", "—", "№"])).toEqual([
    ...["датае", null, "датае 2", null, "—", "no"],
  ]);
});

it("a mapping fits a table with the same headings in any order, and no other", () => {
  const map = mapOf(["Шифр", "Дата", "Дата"], ["fileNumber", "birthDate", null]);
  expect(map).toEqual({ шифр: "fileNumber", дата: "birthDate", "дата 2": null });
  expect(fits(map, ["дата", "ДАТА.", "Шифр", "", "Причина отказа"])).toBe(true);
  expect(fits(map, ["Дата", "Шифр"])).toBe(false);
  expect(fits(map, ["Дата", "Дата", "Шифр", "Цвет"])).toBe(false);
  expect(fits(map, ["Дата", "Дата", "constructor"])).toBe(false);
});

it("what a heading may be is proposed with some of its cells, no column twice", () => {
  const rows = [
    ["ЦГА", "1", "", "Иванов"],
    ["ЦГА", "2", "", "Петров"],
  ];
  const names = ["Наименование архива", "Номер фонда", "Фонд", "Фамилия осуждённого", "Ы"];
  expect(describeColumns(names, rows)).toEqual([
    { heading: "Наименование архива", samples: ["ЦГА"], column: "archive" },
    { heading: "Номер фонда", samples: ["1", "2"], column: "fonds" },
    { heading: "Фонд", samples: [], column: null },
    { heading: "Фамилия осуждённого", samples: ["Иванов", "Петров"], column: "surname" },
    { heading: "Ы", samples: [], column: null },
  ]);
});

it("a table is read as its mapping has it; without one, the heading that is not known is named with what all may be", async () => {
  const text = "Архив;Фонд;Опись;Шифр;Цвет\nЦГА;1;2;3;красный";
  expect(await readTable(Buffer.from(text))).toMatchObject({
    ok: false,
    problem: {
      code: "unknownHeading",
      detail: "Шифр",
      columns: [{ column: "archive" }, {}, {}, { samples: ["3"] }, {}],
    },
  });
  const names = ["Архив", "Фонд", "Опись", "Шифр", "Цвет"];
  const columns = mapOf(names, ["archive", "fonds", "inventory", "fileNumber", null]);
  expect(await readTable(Buffer.from(text), { columns, mapping: "Реестр" })).toMatchObject({
    ok: true,
    value: {
      rows: [{ row: 2, cells: { fileNumber: "3" } }],
      headings: { fileNumber: "Шифр" },
      mapping: { name: "Реестр", columns: [{}, {}, {}, {}, { heading: "Цвет", column: null }] },
    },
  });
});

it.each([
  ["a column that is needed is none of them", [null, "fonds", "inventory", "fileNumber"], "missingHeading"],
  ["two are one column", ["archive", "fonds", "fonds", "fileNumber"], "repeatedHeading"],
  ["nothing is read", [null, null, null, null], "noHeadings"],
] as const)("a mapping is refused where %s, and can be mended", async (_, said, code) => {
  const names = ["А", "Б", "В", "Г"];
  const columns = mapOf(names, said);
  expect(await readTable(Buffer.from(`${names.join(";")}\nЦГА;1;2;3`), { columns })).toMatchObject({
    ok: false,
    problem: { code, columns: [{ heading: "А" }, { heading: "Б" }, { heading: "В" }, { heading: "Г" }] },
  });
});
