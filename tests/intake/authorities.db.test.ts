import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { printCsv } from "@/lib/csv";
import type { Actor } from "@/lib/law/actor";
import { exportPeople } from "@/lib/people/export";
import { loadReach } from "@/lib/store/reach";
import { aCase, aFile } from "@/tests/support/records";
import { cellsOf } from "../units/taking";
import { openWorld, type World } from "../units/world";
import { accept, compareFile, fileOf, importer, one } from "./desk";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const heads = [
  "typeOfEntity",
  "authorizedFormOfName",
  "parallelFormsOfName",
  "otherFormsOfName",
  "datesOfExistence",
];
const table = (...rows: string[][]): string =>
  printCsv([[...heads, "descriptionIdentifier", "institutionIdentifier"], ...rows]);
const person = (name: string, id: string, life = "", parallel = "", other = "") => [
  "Person",
  name,
  parallel,
  other,
  life,
  id,
  "KZ",
];
const propose = async (text: string, by = importer) => {
  const proposed = await compareFile(world.db, fileOf(text, "people.csv"), by);
  if (!proposed.ok) throw new Error(JSON.stringify(proposed.problem));
  return proposed.value;
};
const take = (text: string) => accept(world.db, text, { name: "people.csv" });
const purpose = "для каталога";
async function exported(actor: Actor = world.people.archivist): Promise<string | null> {
  const csv = await exportPeople(world.desk, actor, { purpose }, world.db.pool);
  return csv && Buffer.from(await new Response(csv).arrayBuffer()).toString("utf8");
}

describe("authority records", () => {
  const row = person("Бөкейхан Әлихан", "A-1", "1866–1937", "Букейханов Алихан", "Қыр баласы");

  it("become people with their names, and stand in the history", async () => {
    const { summary } = await take(table(row));
    expect(summary).toMatchObject({ kind: "authorities", counts: { person: { added: 1 } }, problemCount: 0 });
    expect(
      await one(
        world.db,
        `select name, birth_text, death_text, death_edtf, source_key, (select json_agg(json_build_object('kind', kind, 'script', script,
           'text', text) order by kind) from person_names n where n.person_id = p.id) as names from persons p where source_key = $1`,
        "authority#KZ#A-1",
      ),
    ).toEqual({
      ...{ name: "Бөкейхан Әлихан", birth_text: "1866", death_text: "1937", death_edtf: "1937" },
      source_key: "authority#KZ#A-1",
      names: [
        { kind: "alias", script: "kk", text: "Қыр баласы" },
        { kind: "variant", script: "ru", text: "Букейханов Алихан" },
      ],
    });
    const { rows } = await world.db.pool.query<{ act: string }>(
      "select act from events order by seq desc limit 2",
    );
    expect(rows.map(({ act }) => act).sort()).toEqual(["arrived", "imported"]);
  });

  it("a second time change nothing; what is said anew is a difference", async () => {
    expect((await propose(table(row))).counts.person).toMatchObject({ added: 0, changed: 0, unchanged: 1 });
    const { changed } = await take(table(person("Бөкейхан Әлихан", "A-1", "1866 – 27.09.1937"))).then(
      (done) => done.summary,
    );
    expect(changed).toMatchObject([{ changes: [{ field: "death", before: "1937", after: "27.09.1937" }] }]);
    expect(
      await one(world.db, "select birth_text, death_edtf from persons where source_key = 'authority#KZ#A-1'"),
    ).toEqual({
      ...{ birth_text: "1866", death_edtf: "1937-09-27" },
    });
  });

  it("somebody of the same name is another person, and it is said", async () => {
    const { counts, remarks } = await propose(table(person("Бөкейхан Әлихан", "A-2")));
    expect(counts.person).toMatchObject({ added: 1 });
    expect(remarks).toMatchObject([{ code: "namesake", place: { kind: "row", row: 2 } }]);
  });

  it("the table of people leaves the death of a person as it is", async () => {
    await world.db.pool.query(
      "update persons set death_text = '1937', imported = imported - 'death' where source_key = 'authority#KZ#A-1'",
    );
    await take(table(person("Бөкейхан Әлихан Нұрмұхамедұлы", "A-1")));
    expect(
      await one(world.db, "select name, death_text from persons where source_key = 'authority#KZ#A-1'"),
    ).toEqual({
      ...{ name: "Бөкейхан Әлихан Нұрмұхамедұлы", death_text: "1937" },
    });
  });
});

describe("people taken away", () => {
  it("come back without a difference, under the number they came with or the id they have here", async () => {
    const fileId = await aFile(world.db);
    await aCase(world.db, [fileId]);
    const csv = (await exported()) ?? "";
    const rows = cellsOf(csv);
    expect(rows.find(({ descriptionIdentifier }) => descriptionIdentifier === "A-1")).toMatchObject({
      ...{ typeOfEntity: "Person", institutionIdentifier: "KZ", parallelFormsOfName: "Букейханов Алихан" },
      ...{ otherFormsOfName: "Қыр баласы", datesOfExistence: "1866 – 1937" },
    });
    expect(rows.length).toBeGreaterThan(1);
    const { counts, problemCount } = await propose(csv);
    expect(problemCount).toBe(0);
    expect(counts.person).toEqual({ added: 0, changed: 0, unchanged: rows.length, missing: 0 });
  });

  it("whom this person may not see is neither printed nor recognised", async () => {
    const graded = await aFile(world.db);
    await world.db.pool.query("update files set grade = 'secret' where id = $1", [graded]);
    const kase = await aCase(world.db, [graded]);
    const { id, name } = await one<{ id: string; name: string }>(
      world.db,
      "select p.id, p.name from persons p join cases c on c.person_id = p.id where c.id = $1",
      kase,
    );
    const stranger: Actor = { ...world.people.expert, clearances: [] };
    expect(await exported()).toContain(id);
    const seen = (await exported(stranger)) ?? "";
    expect(seen).toContain("A-1");
    expect(seen).not.toContain(id);
    const reach = await loadReach(world.db.pool, stranger);
    const asked = printCsv([
      ["authorizedFormOfName", "descriptionIdentifier"],
      [`${name} иначе`, id],
    ]);
    const { counts } = await propose(asked, { ...importer, reach });
    expect(counts.person).toMatchObject({ added: 1, changed: 0 });
    expect((await propose(asked)).counts.person).toMatchObject({ added: 0, changed: 1 });
  });

  it("not by an administrator; an expert's export stands in the history with its purpose", async () => {
    expect(await exported(world.people.administrator)).toBeNull();
    expect(await exported(world.people.expert)).not.toBeNull();
    const { rows } = await world.db.pool.query(
      `select act, refused, convert_from(bytes, 'UTF8')::jsonb->'payload'->'facts' as facts from events order by seq desc limit 2`,
    );
    expect(rows).toEqual([
      { act: "export_people", refused: false, facts: { kind: "authorities", purpose } },
      { act: "export_people", refused: true, facts: null },
    ]);
  });
});

it("a person in a proceeding is not changed by an import, and it is said where", async () => {
  await take(table(person("Занятый", "B-1"), person("Свободный", "B-2")));
  const kase = await aCase(world.db, [await aFile(world.db)]);
  await world.db.pool.query(
    "update cases set person_id = (select id from persons where source_key = 'authority#KZ#B-1') where id = $1",
    [kase],
  );
  await world.db.pool.query(
    `insert into proceedings (id, kind, case_id, step, rules, opened_by, opened_at, step_since)
     values (gen_random_uuid(), 'rehabilitation', $1, 'study', 1, $2, now(), now())`,
    [kase, world.people.secretary1.accountId],
  );
  const { counts, problems } = await propose(table(person("Занятой", "B-1"), person("Вольный", "B-2")));
  expect(counts.person).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
  expect(problems).toMatchObject([
    { code: "inProceeding", place: { kind: "row", row: 2 }, detail: "Занятый" },
  ]);
});
