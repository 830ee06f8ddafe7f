import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptTable, compareTable, concludeTable } from "@/lib/intake/import-table";
import { dropTable, restoreRows, stageTable, type StagedTable } from "@/lib/intake/stage-table";
import { newId } from "@/lib/store/id";
import { inPlainTransaction } from "@/lib/store/transaction";
import { connect, type Connection } from "@/lib/store/client";
import { encoder } from "@/prisma/sample/corpus/encoding";
import { corpusTable } from "@/prisma/sample/corpus/table";
import { freshDatabase, type TestDatabase } from "../support/database";
import { contents } from "./contents";
import { clock, importer, operator } from "./desk";

/** Larger than a batch, with people and cases that bind files of several, and rows in error. */
const corpus = { seed: 11, files: 1300, errors: 0.01, separator: ",", headings: "ru" } as const;
const pieces = [...corpusTable(corpus)].map(({ text }) => encoder("utf-8")(text));

let databases: TestDatabase[];
let [whole, staged]: Connection[] = [];

beforeAll(async () => {
  databases = [await freshDatabase(), await freshDatabase()];
  [whole, staged] = databases.map(({ appUrl }) => connect(appUrl));
  for (const db of [whole!, staged!]) {
    await db.pool.query(
      `insert into bodies (id, kind, code, name_kk, name_ru, name_en) values
         ('00000000-0000-4000-8000-0000000000b1', 'agency', 'IIM', 'а', 'а', 'a'),
         ('00000000-0000-4000-8000-0000000000b2', 'agency', 'UQK', 'б', 'б', 'b')`,
    );
  }
});
afterAll(async () => {
  await Promise.all([whole!.close(), staged!.close()]);
  await Promise.all(databases.map((database) => database.drop()));
});

const desk = () => ({ pool: staged!.pool, clock });
const person = { importer, actor: operator };

async function stage(parts: Uint8Array[] = pieces, into = staged!, size?: number) {
  const read = await stageTable(into.pool, newId(), parts, { size });
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** @returns what the history is told, and how many batches were left out. */
async function take(table: StagedTable, into = staged!) {
  const own = { pool: into.pool, clock };
  const left = await acceptTable(own, table, person);
  const named = { ...person, fileName: "table.csv" };
  return { left, summary: await inPlainTransaction(into.pool, (tx) => concludeTable(tx, own, table, named)) };
}

describe("a table that is worked on in batches", { timeout: 120_000 }, () => {
  it("is compared and accepted to the very rows that it makes as a whole, read in pieces of any size", async () => {
    const bytes = Buffer.concat(pieces);
    const asOne = await stage([bytes], whole, 1_000_000);
    expect(asOne.batches).toBe(1);
    const summary = await compareTable({ pool: whole!.pool, clock }, asOne, importer);
    await take(asOne, whole);
    const cut = Array.from({ length: Math.ceil(bytes.length / 7777) }, (_, nth) =>
      bytes.subarray(nth * 7777, (nth + 1) * 7777),
    );
    const table = await stage(cut);
    expect(table.batches).toBeGreaterThan(2);
    const compared = await compareTable(desk(), table, importer);
    expect(await contents(staged!)).toMatchObject({ files: null, people: null, cases: null, acts: null });
    const accepted = await take(table);
    for (const found of [compared, accepted.summary]) {
      expect(found.counts).toEqual(summary.counts);
      expect([found.problemCount, found.remarkCount]).toEqual([summary.problemCount, summary.remarkCount]);
    }
    expect(compared.problems).toEqual(summary.problems);
    expect(accepted.left).toBe(0);
    expect(await contents(staged!)).toEqual(await contents(whole!));
    await dropTable(staged!.pool, table);
  });

  it("changes nothing a second time", async () => {
    const before = await contents(staged!);
    const table = await stage();
    const { counts } = await compareTable(desk(), table, importer);
    for (const tally of Object.values(counts)) expect(tally).toMatchObject({ added: 0, changed: 0 });
    await take(table);
    expect(await contents(staged!)).toEqual(before);
    await dropTable(staged!.pool, table);
  });

  it("leaves a batch out under which the database has changed, and takes the others", async () => {
    const text = Buffer.concat(pieces).toString("utf8");
    const changed = Buffer.from(text.replaceAll("Протоколы заседаний, копии", "Протоколы, копии"));
    const table = await stage([changed]);
    const due = (await compareTable(desk(), table, importer)).counts.file!.changed;
    expect(due).toBeGreaterThan(20);
    await staged!.pool.query(
      `update units set title = 'Протоколы, копии' where id = (select id from units where title = 'Протоколы заседаний, копии' order by position limit 1)`,
    );
    const accepted = await take(table);
    expect(accepted.left).toBe(1);
    const taken = accepted.summary.counts.file!.changed;
    expect(taken).toBeLessThan(due);
    await dropTable(staged!.pool, table);
    const again = await stage([changed]);
    expect((await compareTable(desk(), again, importer)).counts.file!.changed).toBe(due - 1 - taken);
    await dropTable(staged!.pool, again);
    for (const rest of ["rows", "codes", "problems", "batches", "tables", "people"]) {
      expect((await staged!.pool.query(`select 1 from import_${rest} limit 1`)).rows).toEqual([]);
    }
  });

  it("that breaks off goes on behind what was compared, and behind what was written", async () => {
    const before = await contents(staged!);
    const text = Buffer.concat(pieces).toString("utf8");
    const changed = Buffer.from(text.replaceAll("Переписка", "Переписка, копии"));
    const table = await stage([changed]);
    const stopAt = (last: number) => (done: number) => {
      if (done >= last) throw new Error("stopped");
    };
    await expect(compareTable(desk(), table, importer, stopAt(1000))).rejects.toThrow("stopped");
    const told: number[] = [];
    const summary = await compareTable(desk(), table, importer, (done) => told.push(done));
    expect(told[0]).toBeGreaterThanOrEqual(1000);
    expect(told.at(-1)).toBe(table.files);
    const undisturbed = await stage([changed]);
    expect(await compareTable(desk(), undisturbed, importer)).toEqual(summary);
    await dropTable(staged!.pool, undisturbed);
    expect(await contents(staged!)).toEqual(before);

    await expect(acceptTable(desk(), table, person, stopAt(1))).rejects.toThrow("stopped");
    // A crash of the database takes what it writes no log of.
    await staged!.pool.query("delete from import_rows");
    await restoreRows(staged!.pool, table, () => [changed]);
    const { left, summary: written } = await take(table);
    expect(left).toBe(0);
    expect(written.counts).toEqual(summary.counts);
    await dropTable(staged!.pool, table);
  });

  it("leaves nothing behind when it cannot be read to its end", async () => {
    const broken = [...pieces.slice(0, 3), Buffer.from([0xd0, 0x0a])];
    expect(await stageTable(staged!.pool, newId(), broken)).toMatchObject({
      ok: false,
      problem: { code: "encoding", place: { kind: "line" } },
    });
    const { rows } = await staged!.pool.query("select 1 from import_rows limit 1");
    expect(rows).toEqual([]);
  });
});
