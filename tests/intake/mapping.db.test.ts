import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import type { Column } from "@/lib/intake/columns";
import { readRejects } from "@/lib/intake/rejects";
import { mapProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { loadMappings } from "@/lib/store/import-mappings";
import { restoreRows, findStaged } from "@/lib/intake/stage-table";
import { zip } from "../files/packing";
import { person } from "../support/people";
import { one } from "./desk";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import { importNow, send, workOff } from "./jobs";
import { row, workbook } from "./workbooks";

let { connection, desk, archivist, colleague, expert, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, colleague, expert, propose, accept } = opened));

const names = ["Хранилище", "Ф-д", "Оп-сь", "Шифр", "Листаж", "Цвет"];
const columns: (Column | null)[] = ["archive", "fonds", "inventory", "fileNumber", "sheets", null];
const list = (fonds: number, ...rows: string[]): string =>
  [names.join(";"), ...rows.map((cells) => `ЦГА;${fonds};1;${cells};красный`)].join("\n");

async function refuse(bytes: Uint8Array | string, name = "list.csv", by: Actor = archivist) {
  const id = await send(desk, by, Buffer.from(bytes as string), { name });
  await workOff(desk);
  const now = await importNow(connection, id);
  expect(now).toMatchObject({
    state: "unreadable",
    problem: { code: "unknownHeading", columns: expect.any(Array) },
  });
  return id;
}

async function map(id: string, name = "", said = columns, by = archivist) {
  const answer = await mapProposal(desk, by, { id, name, columns: said });
  await workOff(desk);
  return { answer, now: await importNow(connection, id) };
}

describe("a table with headings of its own", () => {
  it("is read as the archivist says, and taken in as it was shown", async () => {
    const id = await refuse(list(31, "1;5", "2;сто"));
    const { answer, now } = await map(id);
    expect(answer).toEqual({ ok: true, value: { id, state: "analysing" } });
    expect(now).toMatchObject({
      state: "open",
      summary: {
        counts: { file: { added: 1 } },
        mapping: {
          name: null,
          columns: [
            { heading: "Хранилище", samples: ["ЦГА"], column: "archive" },
            {},
            {},
            {},
            {},
            { column: null },
          ],
        },
        problems: [{ code: "badSheets", place: { row: 3, heading: "Листаж" } }],
      },
    });
    const staged = (await findStaged(connection.pool, id))!;
    await connection.pool.query("delete from import_rows where import_id = $1", [id]);
    await restoreRows(connection.pool, staged, () => [Buffer.from(list(31, "1;5", "2;сто"))]);
    expect(await accept(archivist, { id, digest: now.summary!.digest })).toMatchObject({ state: "accepted" });
    expect(
      (
        await propose(
          list(31, "1;5").replace(names.join(";"), "Архив;Фонд;Опись;Дело;Листы;").replaceAll("красный", ""),
          "a.csv",
        )
      ).summary,
    ).toMatchObject({
      counts: { file: { added: 0, unchanged: 1 } },
    });
  });

  it("that lacks what is needed is refused again, with what was said so far", async () => {
    const id = await refuse(list(32, "1;5"));
    const { now } = await map(id, "", [null, ...columns.slice(1)]);
    expect(now).toMatchObject({
      state: "unreadable",
      problem: { code: "missingHeading", columns: [{ column: null }, { column: "fonds" }, {}, {}, {}, {}] },
    });
    expect((await map(id)).now).toMatchObject({ state: "open" });
  });

  it("may be a sheet in a package", async () => {
    const sheet = { name: "Л", rows: row(1, ...names) + row(2, "ЦГА", "33", "1", "7", "5", "x") };
    const id = await refuse(await zip([{ path: "a/b.xlsx", bytes: await workbook([sheet]) }]), "b.zip");
    expect((await map(id)).now).toMatchObject({
      state: "open",
      summary: { part: { path: "a/b.xlsx", sheet: "Л" }, counts: { file: { added: 1 } } },
    });
  });
});

describe("a mapping that was kept", () => {
  it("is used by itself for the same headings, by a colleague too, shown under its name, and replaced by it", async () => {
    expect((await map(await refuse(list(34, "1;5")), "Реестр")).now.summary!.mapping!.name).toBe("Реестр");
    const next = await propose(list(34, "2;сто"), "next.csv");
    expect(next.summary).toMatchObject({ mapping: { name: "Реестр" }, problemCount: 1 });
    const rejects = await text(Readable.from((await readRejects(desk, archivist, next.id))!.csv));
    expect((await propose(rejects.replaceAll("сто", "9"), "mended.csv")).summary).toMatchObject({
      mapping: { name: "Реестр" },
      counts: { file: { added: 1 } },
    });
    const theirs = await send(desk, colleague, Buffer.from(list(34, "3;5")), { name: "c.csv" });
    await workOff(desk);
    expect(await importNow(connection, theirs)).toMatchObject({
      state: "open",
      summary: { mapping: { name: "Реестр" } },
    });
    const otherwise: (Column | null)[] = [...columns.slice(0, 5), "fileTitle"];
    expect(
      (await map(theirs, "Реестр", otherwise, colleague)).now.summary!.mapping!.columns[5],
    ).toMatchObject({
      column: "fileTitle",
    });
    const { n } = await one<{ n: number }>(connection, "select count(*)::int n from import_mappings");
    expect(n).toBe(1);
    expect((await propose(list(34, "4;5"), "more.csv")).summary.mapping!.columns[5]!.column).toBe(
      "fileTitle",
    );
  });

  it("is no other archive's, and nothing to a table whose headings are known or are others", async () => {
    const other = await person(connection, "stranger", "archivist", "office");
    await refuse(list(35, "1;5"), "list.csv", other);
    const [kept] = await loadMappings(connection.pool, archivist.offices[0]!.bodyId);
    expect(kept).toMatchObject({ name: "Реестр" });
    expect(await loadMappings(connection.pool, other.offices[0]!.bodyId)).toEqual([]);
    await refuse(list(35, "1;5").replace("Цвет", "Размер"));
    expect((await propose("Архив;Фонд;Опись;Дело\nЦГА;35;1;1", "known.csv")).summary.mapping).toBeNull();
  });
});

describe("a mapping is refused", () => {
  it("of somebody to whom the import is not shown, of one that is decided, and of other columns than were shown", async () => {
    const id = await refuse(list(36, "1;5").replace("Цвет", "Запах"));
    const asked = { id, name: "Чужое", columns };
    expect(await mapProposal(desk, expert, asked)).toEqual(refusal("gone"));
    const other = await person(connection, "other2", "archivist", "office");
    expect(await mapProposal(desk, other, asked)).toEqual(refusal("gone"));
    expect(await mapProposal(desk, archivist, { ...asked, columns: ["fonds"] })).toEqual(refusal("stale"));
    const saved = await one(connection, "select count(*)::int n from import_mappings where name = 'Чужое'");
    expect(saved).toEqual({ n: 0 });
    const { now } = await map(id, "Чужое");
    await accept(archivist, { id, digest: now.summary!.digest });
    expect(await mapProposal(desk, archivist, asked)).toEqual(refusal("gone"));
  });
});
