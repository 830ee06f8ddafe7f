import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportCsv } from "@/lib/history/export-csv";
import type { CsvTable } from "@/lib/history/schema";
import type { Actor } from "@/lib/law/actor";
import { readClosedSheet } from "@/lib/sheets/perform";
import { closeConnections } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { atSigning } from "@/tests/support/journeys";
import { freshKeepers, seal } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { aFile } from "@/tests/support/records";
import { auditorsDesk, signAll, type Desk } from "./desk";

let desk: Desk;
let subject: Awaited<ReturnType<typeof atSigning>>;
const broken = ['Екі "тырнақша", үтір;\nжаңа жол', "бір жол\nекінші жол"];
const formulas = ["=1+1", "+7 701", "-2", "@SUM(A1)", "\tтабуляция", "\rқайтару"];

beforeAll(async () => {
  desk = await auditorsDesk();
  const { db, people } = desk;
  subject = await atSigning(db, people);
  const { done } = office(db);
  for (const [nth, text] of [...formulas, ...broken].entries()) {
    const actor = nth % 2 ? people.secretary1 : people.secretary2;
    await done(actor, {
      act: "defer",
      proceeding: subject.proceeding,
      until: "2030-01-01",
      reason: { code: "other", text },
    });
    await done(actor, { act: "resume", proceeding: subject.proceeding });
  }
  await signAll(db, people.member1, [subject.proceeding], {
    at: new Date("2026-06-01T05:00:00Z"),
    register: true,
  });
});
afterAll(async () => {
  await closeConnections();
  await desk.close();
});

async function taken(actor: Actor, table: CsvTable, params: Record<string, string> = {}): Promise<string> {
  const stream = await exportCsv(office(desk.db).desk, actor, { table, params });
  return stream ? Buffer.from(await new Response(stream).arrayBuffer()).toString("utf8") : "";
}

type Row = Record<string, string>;
const rowsOf = (text: string): Row[] => parse(text, { columns: true, bom: true });

describe("the history as a table", () => {
  test("begins with the mark of UTF-8 and lets no cell be a formula; nothing else of it is changed", async () => {
    const text = await taken(desk.people.auditor, "history", { file: subject.file, act: "defer" });
    expect(text.startsWith("\ufeffnumber,leaf,at,actor,")).toBe(true);
    expect(text.replaceAll(/"[^"]*"/g, "")).not.toMatch(/[^\r]\n/);
    const rows = rowsOf(text);
    expect(rows.map((row) => row.reason)).toEqual([...formulas.map((formula) => `'${formula}`), ...broken]);
    expect(text).not.toMatch(/(^|,)"?[=+\-@\t\r][^\n]/m);
  });

  test("has one row an entry: all that the filter finds, oldest first, and the export itself", async () => {
    const { db, people } = desk;
    const keepers = await freshKeepers();
    const size = await seal(db, keepers);
    await keepers.drop();
    const rows = rowsOf(await taken(people.auditor, "history"));
    const { rows: held } = await db.pool.query<{ id: string }>("select id from events order by at, seq");
    expect(rows.map((row) => row.entry_id)).toEqual(held.map(({ id }) => id));
    expect(rows.filter((row) => row.leaf !== "")).toHaveLength(size);
    expect(rows.at(-1)).toMatchObject({ act: "export_history", article: "H1", actor: "auditor", leaf: "" });
    const signed = rows.find((row) => row.act === "sign")!;
    expect(signed).toMatchObject({
      ...{ at: "2026-06-01T05:00:00.000Z", actor: "member1", role: "member", body: "commission" },
      ...{ article: "D10", refused: "no", file_id: subject.file, actor_id: people.member1.accountId },
    });
    expect(signed.reference).toContain("АП РК");
  });

  test("an export is an entry of its own, with what was asked for", async () => {
    await taken(desk.people.auditor, "history", { act: "sign", from: "2026-06-01", nonsense: "=1" });
    const { rows } = await desk.db.pool.query<{ facts: unknown }>(
      `select convert_from(bytes, 'UTF8')::jsonb #> '{payload,facts}' as facts from events
       where act = 'export_history' order by seq desc limit 1`,
    );
    expect(rows[0]!.facts).toEqual({
      kind: "csv",
      table: "history",
      filter: { act: "sign", from: "2026-06-01" },
    });
  });

  test("names nothing that this auditor may not see", async () => {
    const whole = await taken(desk.people.auditor, "history", { file: subject.file });
    const rest = await taken(desk.uncleared, "history", { file: subject.file });
    expect(rowsOf(rest).map((row) => row.entry_id)).toEqual(rowsOf(whole).map((row) => row.entry_id));
    expect(whole).toContain("АП РК");
    expect(rest).not.toContain("АП РК");
    expect(rowsOf(rest).every((row) => row.reference === "" && row.name === "")).toBe(true);
  });

  test("is given to nobody else, and nothing is entered then", async () => {
    const count = () => desk.db.prisma.events.count();
    const before = await count();
    for (const actor of [desk.people.chair, desk.people.administrator, desk.people.secretary1])
      expect(await exportCsv(office(desk.db).desk, actor, { table: "history", params: {} })).toBeNull();
    expect(await count()).toBe(before);
  });
});

test("readings of closed sheets: who, which sheet, what for; an attempt that was refused; not an open sheet", async () => {
  const { db, people } = desk;
  const { desk: own } = office(db);
  const file = await aFile(db, { grade: null, owner: null });
  const span = (from_pos: number, to_pos: number, access: "open" | "closed") => {
    const until = access === "closed" ? new Date("2037-01-01") : null;
    const basis = access === "closed" ? "75 жыл" : null;
    return { id: newId(), file_id: file, from_pos, to_pos, access, access_basis: basis, closed_until: until };
  };
  await db.prisma.spans.createMany({ data: [span(0, 3, "open"), span(4, 7, "closed"), span(8, 19, "open")] });
  const purpose = "=Дәйексөзді тексеру";
  expect(await readClosedSheet(own, people.expert, { fileId: file, position: 5, purpose })).toMatchObject({
    ok: true,
  });
  expect(await readClosedSheet(own, people.auditor, { fileId: file, position: 5, purpose })).toMatchObject({
    ok: false,
  });
  expect(await readClosedSheet(own, people.expert, { fileId: file, position: 9, purpose })).toMatchObject({
    ok: false,
  });
  const rows = rowsOf(await taken(people.auditor, "sheets", { file }));
  expect(rows.map((row) => [row.reader, row.sheet, row.purpose, row.refused, row.file_id])).toEqual([
    ["expert", "3 об.", `'${purpose}`, "no", file],
    ["auditor", "", "", "yes", file],
  ]);
  expect(rowsOf(await taken(people.auditor, "sheets", { file: subject.file }))).toEqual([]);
  expect(rowsOf(await taken(people.auditor, "sheets", { actor: people.reader.accountId }))).toEqual([]);
});

test("a report as a table: its rows, all of them", async () => {
  const rows = rowsOf(
    await taken(desk.people.auditor, "unopened", { from: "2026-06-01", to: "2026-06-01", sort: "x" }),
  );
  expect(rows).toEqual([
    {
      ...{
        signer_id: desk.people.member1.accountId,
        signer: "member1",
        by_register: "1",
        dossier_unopened: "1",
      },
      ...{ share: "1", last: "2026-06-01T05:00:00.000Z" },
    },
  ]);
  expect(rowsOf(await taken(desk.people.auditor, "pairs", { least: "2" }))).toEqual([]);
  expect(rowsOf(await taken(desk.people.auditor, "pairs", { least: "1" }))).toMatchObject([
    { author: "expert" },
  ]);
  for (const table of ["pace", "appointed"] as const)
    expect(await taken(desk.people.auditor, table)).toMatch(/^\ufeff[a-z_,]+\r\n/);
});
