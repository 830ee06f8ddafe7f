import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it, test } from "vitest";
import { historySheet, printSheet } from "@/lib/history/csv";
import { readRejects } from "@/lib/intake/rejects";
import { makeTemplate } from "@/lib/intake/template";
import { searchKey } from "@/lib/names/tokens";
import { exportPeople } from "@/lib/people/export";
import { readHistoryWhole } from "@/lib/store/history";
import { newId } from "@/lib/store/id";
import { loadReach } from "@/lib/store/reach";
import { readAccessionTable } from "@/lib/transfers/read";
import { printTotals } from "@/lib/transfers/totals-csv";
import { announceTransfer } from "@/lib/transfers/write";
import { openImportDesk, type Opened } from "../intake/import-desk";
import { openInOffice, soffice, whyNone, type OfficeCell } from "../support/libreoffice";
import { bodies } from "../support/people";
import { aCase, aFile } from "../support/records";
import { takingFrom } from "../units/taking";
import { openWorld, type World } from "../units/world";
import { takeList } from "./taking";

/** What people write, and what they might. */
const nasty = [
  ...[
    "=1+1",
    "+7 701",
    "-5",
    "@SUM(A1:A9)",
    "\t=1+1",
    "\r=1+1",
    "'=1+1",
    "＝1+1",
    '=HYPERLINK("http://x";"y")',
  ],
  ...["a;=1+1;b", "a\t=1+1", "a\n=1+1\nb", 'он сказал "=1+1"', '";=1+1', "a,=1+1", ";=1+1"],
  ...[
    "Әбілқайыр Ғұмарұлы Өтеғұлов",
    "007701",
    "12345678901234567890",
    "16-14 сентября 1940 г.",
    "1937-09-01",
  ],
  ...["12-14", "1/2", "  с пробелами  ", "строка\nвторая", "TRUE", "1e5", "58-10"],
];

test.skipIf(soffice !== undefined)(whyNone, () => expect(soffice).toBeUndefined());

describe.skipIf(soffice === undefined)(`tables opened by LibreOffice (else: ${whyNone})`, () => {
  let world: World;
  let importing: Opened;
  const tables: Record<string, string> = {};
  openImportDesk((opened) => (importing = opened));
  beforeAll(async () => {
    world = await openWorld();
    await fill(world);
    await take();
  });
  afterAll(() => world.close());

  async function take(): Promise<void> {
    const { people, db, desk } = world;
    for (const list of ["cases", "people", "files"] as const) {
      tables[list] = (await takeList(world, people.archivist, list)) ?? "";
    }
    tables.found = (await takeList(world, people.archivist, "people", { q: "Утегенов Абилкайыр" })) ?? "";
    tables.queue = (await takeList(world, people.archivist2, "queue", { what: "confirm" })) ?? "";
    tables.transfers = (await takeList(world, people.auditor, "transfers")) ?? "";
    tables.atom = await takingFrom(() => world).taken(await fondsOf(world), "atom");
    const authorities = await exportPeople(desk, people.archivist, { purpose: "сверка" }, db.pool);
    tables.authorities = await new Response(authorities).text();
    tables.accessions = (await readAccessionTable(people.auditor, "ru", db.steady)) ?? "";
    tables.totals = totals();
    tables.history = await text(Readable.from(printSheet(historySheet(await historyOf(world), "ru"))));
    tables.rejects = await rejects(importing);
    for (const language of ["kk", "ru", "en"] as const)
      tables[`template-${language}`] = makeTemplate(language);
  }

  it("show the same rows, cell for cell", async () => {
    const opened = await openInOffice(tables, { separator: "proposed", asText: true });
    const sizes: Record<string, number> = {};
    for (const [name, csv] of Object.entries(tables)) {
      const rows: string[][] = parse(csv, { bom: true, relax_column_count: true });
      expect(
        opened[name]!.map((row) => row.map((cell) => asShown(cell.text))),
        name,
      ).toEqual(rows.map((row) => withoutEnd(row.map(asShown))));
      sizes[name] = rows.length - 1;
    }
    console.info("rows of each table, all the same in LibreOffice:", sizes);
    for (const name of [
      "cases",
      "people",
      "files",
      "transfers",
      "atom",
      "authorities",
      "accessions",
      "history",
      "rejects",
    ]) {
      expect(sizes[name], name).toBeGreaterThanOrEqual(nasty.length - 1);
    }
  });

  it("have no formula, each cell taken for what it looks like", async () => {
    const opened = await openInOffice({ ...tables, bait }, { separator: "proposed" });
    expect(formulasIn(opened.bait!)).toEqual(["of:=1+1"]);
    for (const name of Object.keys(tables)) {
      expect(formulasIn(opened[name]!), name).toEqual([]);
      expect(opened[name]!.length, name).toBe(
        (parse(tables[name]!, { bom: true, relax_column_count: true }) as unknown[]).length,
      );
    }
  });

  it("have none where semicolons alone part cells, in tables that are for people", async () => {
    const names = ["cases", "people", "found", "files", "queue", "transfers", "totals", "history"];
    const read = Object.fromEntries(names.map((name) => [name, tables[name]!]));
    const opened = await openInOffice({ ...read, bait: "a;=1+1;b\r\n" }, { separator: "semicolons" });
    expect(formulasIn(opened.bait!)).toEqual(["of:=1+1"]);
    for (const name of names) expect(formulasIn(opened[name]!), name).toEqual([]);
  });
});

/** What would be a formula: the looking finds one. */
const bait = "=1+1,x\r\n";
const formulasIn = (rows: readonly OfficeCell[][]): string[] =>
  rows.flat().flatMap(({ formula }) => (formula === null ? [] : [formula]));
/** Whatever ends a line ends it. */
const asShown = (cell: string): string => cell.replace(/\r\n?/g, "\n");
const withoutEnd = (row: string[]): string[] => row.slice(0, row.findLastIndex((cell) => cell !== "") + 1);

async function fill({ db, desk, people, act }: World): Promise<void> {
  const fonds = newId();
  const named = { reference: "10", title: "Фонд", ref_path: "АП РК. Ф. 10", ref_key: "|10||" };
  await db.prisma.units.create({
    data: { id: fonds, position: 0, level: "fonds", ...named, body_id: bodies.archive },
  });
  const centre = newId();
  const called = { name_kk: "=орталық", name_ru: "=центр", name_en: "=centre" };
  await db.prisma.bodies.create({ data: { id: centre, kind: "archive", code: "centre", ...called } });
  for (const [nth, said] of nasty.entries()) {
    const file = await aFile(db, { grade: null, owner: null });
    await db.pool.query(
      "update units set parent_id = $2, position = $3, title = $4, date_text = $4, description = $5 where id = $1",
      [file, fonds, nth, said, { scope: said, note: said }],
    );
    const kase = await aCase(db, [file]);
    await db.pool.query(
      "update persons set name = $2, birth_text = $2, birth_place = $2, search_key = $3 where id = (select person_id from cases where id = $1)",
      [kase, said, searchKey(said)],
    );
    await db.pool.query("update cases set date_text = $2, organ_text = $2, region = $2 where id = $1", [
      kase,
      said,
    ]);
    await act(people.archivist, { act: "attest", subject: { kind: "declassification", id: file } });
    const line = said.replace(/\s+/g, " ").trim().padEnd(3, ".");
    const item = {
      fonds: "10",
      inventories: "1",
      title: said,
      files: nth + 1,
      sheets: null,
      materials: null,
    };
    const announced = await announceTransfer(desk, people.archivist, {
      ...{ id: newId(), fromId: bodies.archive, toId: centre, ownNumber: `${nth} ${line}` },
      ...{ title: line, basis: line, due: "2026-12-01", items: [item] },
    });
    if (!announced.ok) throw new Error(JSON.stringify(announced));
  }
}

async function fondsOf({ db }: World): Promise<string> {
  const { rows } = await db.pool.query<{ id: string }>("select id from units where level = 'fonds'");
  return rows[0]!.id;
}

/** The purposes of exports are what people write into the history. */
async function historyOf(world: World) {
  const { people, db } = world;
  for (const said of nasty) await takeList(world, people.archivist, "queue", { region: said }, said);
  return readHistoryWhole(db.pool, await loadReach(db.pool, people.auditor), { act: "export_list" });
}

function totals(): string {
  const none = { files: 0, sheets: null, materials: null };
  const parts = { planned: none, toCome: none, due: none, received: none, accepted: none };
  const rows = nasty.map((said, nth) => ({
    ...{
      from: { id: String(nth), code: said, names: { kk: said, ru: said, en: said } },
      fonds: said,
      transfers: nth,
    },
    ...parts,
  }));
  return printTotals(rows, "ru", (key) => key);
}

async function rejects({ desk, archivist, propose }: Opened): Promise<string> {
  const quoted = (said: string): string => `"${said.replaceAll('"', '""')}"`;
  const rows = nasty.map((said, nth) => `ЦГА;9;2;${nth + 1};сто;${quoted(said)}`);
  const { id } = await propose(
    ["Архив;Фонд;Опись;Номер дела;Листы;Заголовок дела", ...rows, "ЦГА;9;2;999;10;Дело"].join("\r\n"),
    "list.csv",
  );
  const found = await readRejects(desk, archivist, id);
  return text(Readable.from(found!.csv));
}
