import { describe, expect, test } from "vitest";
import { readInput } from "@/lib/input";
import { announcement, counted } from "@/lib/transfers/schema";
import { linesOf, sumOf, type VersionRow } from "@/lib/transfers/view";

const id = "01a21f9e-a3b7-79d4-8f21-3014e0b3144b";
const item = { fonds: "10", inventories: "1", title: "", files: "12", sheets: "", materials: "" };
const form = (items: object[], more: Record<string, string> = {}): FormData => {
  const data = new FormData();
  const fields = {
    id,
    fromId: id,
    toId: id,
    ownNumber: "",
    title: "Files",
    basis: "Order 1",
    due: "2026-12-01",
  };
  for (const [name, value] of Object.entries({ ...fields, ...more })) data.set(name, value);
  data.set("items", JSON.stringify(items));
  return data;
};
const read = (items: object[], more = {}) => readInput(announcement, form(items, more));
const itemRead = (more: object) => {
  const result = read([{ ...item, ...more }]);
  return result.ok ? result.value.items[0] : result.fields;
};

describe("an announcement", () => {
  test("an empty box is nothing said, never a nought", () => {
    expect(itemRead({})).toEqual({
      ...{ fonds: "10", inventories: "1", title: null },
      ...{ files: 12, sheets: null, materials: null },
    });
    expect(itemRead({ sheets: "0" })).toMatchObject({ sheets: 0 });
  });

  test.each([
    ["Ф. 10", "10"],
    ["р-10", "Р-10"],
    ["Р-10", "Р-10"],
    ["fonds 7", "7"],
    ["10-қор", "10"],
  ])("the fonds %s is %s", (typed, fonds) => expect(itemRead({ fonds: typed })).toMatchObject({ fonds }));

  test.each(["Ф. 10. Оп. 2", "АП РК. Ф. 1", "ten", "Л. 12"])("%s is no fonds", (fonds) =>
    expect(itemRead({ fonds })).toEqual({ "items.0.fonds": "fondsForm" }),
  );

  test.each([
    ["1-3,5", "1–3, 5"],
    ["1 — 3", "1–3"],
    ["2а", "2а"],
  ])("inventories %s are %s", (typed, inventories) =>
    expect(itemRead({ inventories: typed })).toMatchObject({ inventories }),
  );

  test.each(["1;2", "–3", "1–", "1,,2"])("%s are no inventories", (inventories) =>
    expect(itemRead({ inventories })).toEqual({ "items.0.inventories": "inventoriesForm" }),
  );

  test.each([["-1"], ["0"], ["1.5"], ["ten"], ["10000001"]])("%s is no number of files", (files) =>
    expect(Object.keys(itemRead({ files }) as object)).toEqual(["items.0.files"]),
  );

  test("nothing in it, and one fonds twice, are said beside the list", () => {
    expect(read([])).toEqual({ ok: false, fields: { items: "itemsMissing" } });
    expect(read([item, { ...item, fonds: "Ф. 10" }])).toEqual({
      ok: false,
      fields: { "items.1.fonds": "itemTwice" },
    });
    expect(read([item, { ...item, inventories: "2" }])).toMatchObject({ ok: true });
    expect(readInput(announcement, form([], { items: "[" }))).toMatchObject({ ok: false });
  });
});

test("counts come from the fields of a form by their row", () => {
  const data = new FormData();
  const fields = {
    id,
    shown: "1",
    "counts.0.nth": "1",
    "counts.0.files": "7",
    "counts.0.sheets": "",
    "counts.0.note": " one torn ",
  };
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  const count = { nth: 1, files: 7, sheets: null, materials: null, note: "one torn" };
  expect(readInput(counted, data)).toEqual({ ok: true, value: { id, shown: 1, counts: [count] } });
  data.set("counts.0.files", "");
  expect(readInput(counted, data)).toEqual({ ok: false, fields: { "counts.0.files": "missing" } });
});

describe("figures", () => {
  test("a sum of what nobody said is none, and of what some did not say is at least so much", () => {
    expect(sumOf([null, null])).toEqual({ value: null, atLeast: false });
    expect(sumOf([])).toEqual({ value: null, atLeast: false });
    expect(sumOf([3, null, 4])).toEqual({ value: 7, atLeast: true });
    expect(sumOf([3, 4])).toEqual({ value: 7, atLeast: false });
  });

  test("the last count of the same version is what is compared", () => {
    const items = [
      { nth: 1, fonds: "1", inventories: "1", title: null, files: 10, sheets: 100, materials: null },
    ];
    const version: VersionRow = { version: 2, title: "t", basis: "b", due: "2026-01-01", items };
    const step = (nth: number, of: number, files: number | null) => ({
      ...{
        nth,
        act: "check" as const,
        version: of,
        by: { id: "a", name: "a" },
        bodyId: "b",
        at: "2026-01-01T00:00:00Z",
      },
      ...{ reason: null, hash: "0".repeat(64) },
      counts: files === null ? [] : [{ nth: 1, files, sheets: null, materials: 5, note: null }],
    });
    const steps = [step(1, 1, 99), step(2, 2, 8), step(3, 2, 9), step(4, 2, null)];
    expect(linesOf(version, steps)).toMatchObject([
      { counted: { files: 9 }, differs: { files: -1, sheets: null, materials: null } },
    ]);
    expect(linesOf(version, [step(1, 1, 99)])).toMatchObject([{ counted: null, differs: { files: null } }]);
  });
});
