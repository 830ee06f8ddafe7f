import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { acceptTable, compareTable } from "@/lib/intake/import-table";
import { dropTable, stageTable } from "@/lib/intake/stage-table";
import { newId } from "@/lib/store/id";
import { connect, type Connection } from "@/lib/store/client";
import { encoder } from "@/prisma/sample/corpus/encoding";
import { corpusTable } from "@/prisma/sample/corpus/table";
import { freshDatabase, type TestDatabase } from "../support/database";
import { accept, clock, importer, operator } from "./desk";

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

async function stage(parts: Uint8Array[] = pieces) {
  const read = await stageTable(staged!.pool, newId(), parts);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

/** Everything that an import leaves, by what it says and not by its ids. */
async function contents({ pool }: Connection): Promise<unknown> {
  const { rows } = await pool.query<{ all: unknown }>(`
    with unit as (select u.id, u.ref_path from units u),
    files_ as (select json_agg(x order by x.path) a from (select u.ref_path path, u.title, u.date_text, u.date_edtf, u.level, p.ref_path parent,
        u.source_key, u.imported, f.foliation, f.leaf_count, f.grade, (select array_agg(o.agency_id order by 1) from file_owners o where o.file_id = f.id) owners,
        (select json_agg(json_build_array(m.from_pos, m.to_pos, m.kind, m.title, m.date_text, m.had_grade, m.source_key) order by m.from_pos, m.kind, m.title) from materials m where m.file_id = f.id) materials,
        (select json_agg(json_build_array(m.name, m.role, n.source_key, m.source_key) order by m.source_key) from mentions m left join persons n on n.id = m.person_id where m.file_id = f.id) mentions
      from units u left join units p on p.id = u.parent_id left join files f on f.id = u.id) x),
    people as (select json_agg(x order by x.source_key) a from (select p.source_key, p.name, p.surname, p.birth_edtf, p.search_key, p.imported,
        (select json_agg(json_build_array(n.script, n.text) order by n.script, n.text) from person_names n where n.person_id = p.id) names from persons p) x),
    cases_ as (select json_agg(x order by x.source_key) a from (select c.source_key, p.source_key person, c.episode, c.date_text, c.organ, c.category, c.region, c.stage, c.imported,
        (select json_agg(h.article order by h.position) from charges h where h.case_id = c.id) charges,
        (select json_agg(json_build_array(m.kind, m.text, m.date_text) order by m.position) from measures m where m.case_id = c.id) measures,
        (select json_agg(json_build_array(u.ref_path, l.bond) order by u.ref_path) from case_files l join unit u on u.id = l.file_id where l.case_id = c.id) files
      from cases c join persons p on p.id = c.person_id) x)
    select json_build_object('files', (select a from files_), 'people', (select a from people), 'cases', (select a from cases_),
      'acts', (select json_object_agg(act, n) from (select act, count(*) n from events group by act) e)) "all"`);
  return rows[0]!.all;
}

describe("a table that is worked on in batches", { timeout: 120_000 }, () => {
  it("is compared and accepted to the very rows that it makes as a whole, read in pieces of any size", async () => {
    const bytes = Buffer.concat(pieces);
    const { summary } = await accept(whole!, bytes, { name: "table.csv" });
    const cut = Array.from({ length: Math.ceil(bytes.length / 7777) }, (_, nth) =>
      bytes.subarray(nth * 7777, (nth + 1) * 7777),
    );
    const table = await stage(cut);
    expect(table.batches.length).toBeGreaterThan(2);
    const compared = await compareTable(desk(), table, importer);
    expect(await contents(staged!)).toMatchObject({ files: null, people: null, cases: null, acts: null });
    const accepted = await acceptTable(desk(), table, {
      fileName: "table.csv",
      importer,
      actor: operator,
      compared,
    });
    for (const found of [compared.summary, accepted.summary]) {
      expect(found.counts).toEqual(summary.counts);
      expect(found.problems).toEqual(summary.problems);
      expect([found.problemCount, found.remarkCount]).toEqual([summary.problemCount, summary.remarkCount]);
    }
    expect(accepted.stale).toBe(0);
    expect(await contents(staged!)).toEqual(await contents(whole!));
    await dropTable(staged!.pool, table);
  });

  it("changes nothing a second time", async () => {
    const before = await contents(staged!);
    const table = await stage();
    const compared = await compareTable(desk(), table, importer);
    const { summary } = compared;
    for (const tally of Object.values(summary.counts)) expect(tally).toMatchObject({ added: 0, changed: 0 });
    await acceptTable(desk(), table, { fileName: "again.csv", importer, actor: operator, compared });
    expect(await contents(staged!)).toEqual(before);
    await dropTable(staged!.pool, table);
  });

  it("leaves a batch out under which the database has changed, and takes the others", async () => {
    const text = Buffer.concat(pieces).toString("utf8");
    const changed = Buffer.from(text.replaceAll("Протоколы заседаний, копии", "Протоколы, копии"));
    const table = await stage([changed]);
    const compared = await compareTable(desk(), table, importer);
    const { summary } = compared;
    const due = summary.counts.file!.changed;
    expect(due).toBeGreaterThan(20);
    await staged!.pool.query(
      `update units set title = 'Протоколы, копии' where id = (select id from units where title = 'Протоколы заседаний, копии' order by position limit 1)`,
    );
    const accepted = await acceptTable(desk(), table, {
      fileName: "b.csv",
      importer,
      actor: operator,
      compared,
    });
    expect(accepted.stale).toBe(1);
    expect(accepted.summary.counts.file!.changed).toBeLessThan(due);
    const again = await compareTable(desk(), table, importer);
    expect(again.summary.counts.file!.changed).toBe(due - 1 - accepted.summary.counts.file!.changed);
    await dropTable(staged!.pool, table);
    const { rows } = await staged!.pool.query("select 1 from import_rows limit 1");
    expect(rows).toEqual([]);
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
