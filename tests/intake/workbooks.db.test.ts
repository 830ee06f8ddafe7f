import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { expect, it } from "vitest";
import { readRejects } from "@/lib/intake/rejects";
import { rereadProposal } from "@/lib/intake/write";
import { zip } from "../files/packing";
import { openImportDesk, type Opened } from "./import-desk";
import { importNow, workOff } from "./jobs";
import { headings, row, workbook } from "./workbooks";

let { connection, desk, archivist, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, propose, accept } = opened));

const sheet = (...rows: string[]) => [{ name: "Опись 1", rows: row(1, ...headings) + rows.join("") }];
const file = (number: number, last: string) =>
  row(number, "ЦГА", "21", "1", `<c><v>${number}</v></c>`, "Дело", "", last);

it("a workbook is compared and taken in as a table, by its rows; its rejects are a table again", async () => {
  const rows = [file(2, "12"), file(5, "сто"), file(6, "14")];
  const { id, digest, summary } = await propose(await workbook(sheet(...rows)), "опись.xlsx");
  expect(summary).toMatchObject({
    kind: "table",
    reading: null,
    part: { path: null, sheet: "Опись 1" },
    counts: { file: { added: 2 } },
    problems: [{ code: "badSheets", place: { kind: "row", row: 5, heading: "Листы" } }],
  });
  expect(summary.added.filter(({ noun }) => noun === "file").map(({ at }) => at)).toEqual([2, 6]);
  const rejects = await text(Readable.from((await readRejects(desk, archivist, id))!.csv));
  expect(rejects).toContain("ЦГА,21,1,5,Дело,,сто");
  expect(await accept(archivist, { id, digest })).toMatchObject({ state: "accepted" });
  const mended = await propose(rejects.replaceAll("сто", "100"), "mended.csv");
  expect(mended.summary).toMatchObject({ counts: { file: { added: 1 } }, problemCount: 0 });
  const again = await propose(await workbook(sheet(file(2, "12"), file(6, "14"))), "again.xlsx");
  expect(again.summary.counts.file).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
});

it("descriptions and authority records come as a sheet, too, in a package or not", async () => {
  const units =
    row(1, "legacyId", "parentId", "identifier", "title", "levelOfDescription", "repository") +
    row(2, "1", "", "Ф. 22", "Фонд", "Fonds", "ЦГА") +
    row(3, "2", "1", "1", "Опись", "Series");
  const atom = await workbook([{ name: "Sheet1", rows: units }]);
  const within = await propose(await zip([{ path: "a/atom.xlsx", bytes: atom }]), "atom.zip");
  expect(within.summary).toMatchObject({
    kind: "atom",
    reading: null,
    part: { path: "a/atom.xlsx", sheet: "Sheet1" },
    counts: { unit: { added: 2 } },
  });
  expect(await accept(archivist, within)).toMatchObject({ state: "accepted" });
  const people = row(1, "authorizedFormOfName", "typeOfEntity") + row(2, "Ахметов С.", "Person");
  const { summary } = await propose(await workbook([{ name: "Люди", rows: people }]), "people.xlsx");
  expect(summary).toMatchObject({ kind: "authorities", counts: { person: { added: 1 } } });
});

it("one that is read again is read the same, whatever is asked of its letters", async () => {
  const { id } = await propose(await workbook(sheet(file(2, "12"))), "again.xlsx");
  await rereadProposal(desk, archivist, { id, encoding: "koi8-r", separator: "bar" });
  await workOff(desk);
  expect(await importNow(connection, id)).toMatchObject({
    state: "open",
    summary: { part: { sheet: "Опись 1" } },
  });
});
