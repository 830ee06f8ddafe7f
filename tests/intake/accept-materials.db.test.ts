import { describe, expect, it } from "vitest";
import { everything } from "./desk";
import { openTableDesk } from "./table-desk";
import type { Row } from "./tables";

const { db, nextFile, accept, one } = openTableDesk();

const order: Row = {
  materialKind: "ордер",
  materialTitle: "Ордер на обыск и арест",
  materialDates: "12 сентября 1937",
  materialSheets: "3–3 об.",
  materialGraded: "да",
};

const stored = (file: Row) =>
  one<{ all: unknown[] }>(
    `select json_agg(json_build_array(m.kind, m.title, m.date_edtf, m.from_pos, m.to_pos, m.had_grade) order by m.from_pos) as all
     from materials m join units u on u.id = m.file_id where u.ref_path like $1`,
    `%Ф. ${file.fonds}.%`,
  );

describe("documents in a table", () => {
  it("come with the file that they lie in, with kind, date and sheets understood", async () => {
    const file = nextFile();
    const { summary } = await accept(
      { ...file, sheets: "40" },
      { ...file, ...order },
      { ...file, materialKind: "questionnaire", materialSheets: "4" },
    );
    expect(summary.counts.material).toMatchObject({ added: 2, changed: 0 });
    expect([summary.problems, summary.remarks]).toEqual([[], []]);
    expect((await stored(file)).all).toEqual([
      ["warrant", "Ордер на обыск и арест", "1937-09-12", 4, 5, true],
      ["questionnaire", "questionnaire", null, 6, 7, false],
    ]);
  });

  it("are not doubled by the same table, and a corrected one shows what changes", async () => {
    const file = nextFile();
    const rows: Row[] = [
      { ...file, sheets: "40" },
      { ...file, ...order },
    ];
    await accept(...rows);
    const before = await everything(db());
    const again = await accept(...rows);
    expect(again.summary.counts.material).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    expect(await everything(db())).toEqual(before);
    const corrected = await accept({ ...file, ...order, materialTitle: "Ордер № 7", materialDates: "" });
    expect(corrected.summary.changed.map(({ changes }) => changes)).toEqual([
      [{ field: "title", before: "Ордер на обыск и арест", after: "Ордер № 7" }],
    ]);
    expect((await stored(file)).all).toEqual([["warrant", "Ордер № 7", "1937-09-12", 4, 5, true]]);
    const { act, facts } = await one<{ act: string; facts: unknown }>(
      `select act, convert_from(bytes, 'UTF8')::json->'payload'->'facts' as facts from events
       where act <> 'imported' order by seq desc limit 1`,
    );
    expect([act, facts]).toEqual(["accept_import", { fields: ["materials"] }]);
  });

  it("carry a code by which they are known when they move", async () => {
    const file = nextFile();
    const coded = { ...order, materialCode: "Д-1" };
    await accept({ ...file, sheets: "40" }, { ...file, ...coded });
    const moved = await accept({ ...file, ...coded, materialSheets: "5" });
    expect(moved.summary.changed.map(({ changes }) => changes)).toEqual([
      [{ field: "sheets", before: "3", after: "5" }],
    ]);
    const other = { ...nextFile(), sheets: "9" };
    const elsewhere = await accept(other, { ...other, ...coded, materialSheets: "1" });
    expect(elsewhere.summary.problems.map(({ code }) => code)).toEqual(["materialElsewhere"]);
  });

  it("are turned down one by one where a row is wrong", async () => {
    const file = nextFile();
    const { summary } = await accept(
      { ...file, sheets: "10" },
      { ...file, materialTitle: "Без вида", materialSheets: "2" },
      { ...file, ...order, materialSheets: "" },
      { ...file, ...order, materialSheets: "12" },
      { ...file, ...order, materialSheets: "1, 3" },
      { ...file, ...order, materialGraded: "может быть" },
      { ...file, ...order },
      { ...file, ...order, birthPlace: "" },
      { ...file, ...order, materialKind: "неведомо что" },
    );
    const found = summary.problems.map(({ code, place }) => [
      code,
      ...(place.kind === "row" ? [place.row] : []),
    ]);
    expect(found).toEqual([
      ["required", 3],
      ["required", 4],
      ["noSuchSheets", 5],
      ["badSheets", 6],
      ["badAnswer", 7],
      ["repeatedRow", 9],
    ]);
    expect(summary.remarks.map(({ code, detail }) => [code, detail])).toEqual([
      ["kindUnknown", "неведомо что"],
    ]);
    expect((await stored(file)).all).toEqual([
      ["warrant", "Ордер на обыск и арест", "1937-09-12", 4, 5, true],
      ["other", "Ордер на обыск и арест", "1937-09-12", 4, 5, true],
    ]);
  });

  it("of a file without counted sheets wait until they are counted", async () => {
    const file = nextFile();
    const { summary } = await accept({ ...file, ...order });
    expect(summary.problems.map(({ code }) => code)).toEqual(["noSuchSheets"]);
  });
});
