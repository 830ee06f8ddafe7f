import { createHash } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { normaliseReference } from "@/lib/archive/reference";
import { connect, type Connection } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "../support/database";
import {
  accept as acceptBy,
  acceptFile,
  compareFile,
  everything as everythingOf,
  fileOf as file,
  importer,
  one as oneOf,
} from "./desk";
import { realFindingAids, readSource, whyNone, wrap } from "./finding-aids";

let database: TestDatabase;
let connection: Connection;

beforeAll(async () => {
  database = await freshDatabase();
  connection = connect(database.appUrl);
});
afterAll(async () => {
  await connection.close();
  await database.drop();
});

const accept = (source: string, digest: string | null = null) => acceptBy(connection, source, { digest });
const one = <T extends Record<string, unknown>>(sql: string, ...values: unknown[]) =>
  oneOf<T>(connection, sql, ...values);
const everything = () => everythingOf(connection);

describe("finding aids of real archives", () => {
  it.skipIf(realFindingAids.length > 0)(whyNone, () => expect(realFindingAids).toEqual([]));

  it.each(realFindingAids)("%s: every component is a unit; a second import changes nothing", async (name) => {
    const source = readSource(name);
    const components = [...source.replace(/<!--[\s\S]*?-->/g, "").matchAll(/<c(?:0[1-9]|1[0-2])?(?=[\s>/])/g)]
      .length;
    const record = /<(?:recordid|eadid)[^>]*>([^<]*)</.exec(source)![1]!.trim();
    const { summary } = await accept(source);
    expect(summary.counts.unit).toEqual({ added: components + 1, changed: 0, unchanged: 0, missing: 0 });
    expect(await one("select count(*)::int n from units where source = $1", `ead:${record}`)).toEqual({
      n: components + 1,
    });
    expect(
      await one(
        "select count(*)::int n from units u where source = $1 and parent_id is null",
        `ead:${record}`,
      ),
    ).toEqual({ n: 1 });

    const before = await everything();
    const again = await accept(source);
    expect(again.summary.counts.unit).toEqual({
      added: 0,
      changed: 0,
      unchanged: components + 1,
      missing: 0,
    });
    expect(await everything()).toEqual(before);
  });

  it.skipIf(realFindingAids.length === 0)(
    "a component put in between and a changed title are one row each",
    async () => {
      for (const name of ["ua015_402.xml", "uarc01180.xml", "ead2002-enumerated.xml"]) {
        const source = readSource(name);
        const at = source.indexOf("<c", source.length / 2);
        const start = source.slice(at).search(/<c(?:0\d)?[\s>]/) + at;
        const tag = /^<(c(?:0\d)?)/.exec(source.slice(start))![1]!;
        const inserted = `${source.slice(0, start)}<${tag}><did><unittitle>Между</unittitle></did></${tag}>${source.slice(start)}`;
        const first = await accept(inserted);
        expect(first.summary.counts.unit, name).toMatchObject({ added: 1, changed: 0, missing: 0 });
        expect((await accept(inserted)).summary.counts.unit).toMatchObject({
          added: 0,
          changed: 0,
          missing: 0,
        });

        const retitled = inserted.replace("<unittitle>Между", "<unittitle>Посередине");
        const second = await accept(retitled);
        expect(second.summary.counts.unit).toMatchObject({ added: 0, changed: 1, missing: 0 });
        expect(second.summary.changed[0]!.changes).toEqual([
          { field: "title", before: "Между", after: "Посередине" },
        ]);
        const { n } = await one<{ n: number }>(
          "select count(*)::int n from units where title = 'Посередине' and version = 2",
        );
        expect(n).toBeGreaterThan(0);
      }
    },
  );
});

describe("what is kept of a finding aid", () => {
  const component = (title: string, more = ""): string =>
    `<c level="file"><did><unittitle>${title}</unittitle><unitdate>сентябрь 1937</unitdate></did>${more}</c>`;

  it("dates, description, place and path; the lowest files hold sheets", async () => {
    await accept(wrap(component("Дело", "<scopecontent><p>О</p></scopecontent>"), "kept"));
    const row = await one(
      `select u.level, u.title, u.date_text, u.date_edtf, u.date_from, u.date_to, u.description, u.ref_path, f.standing
       from units u join files f on f.id = u.id where source = 'ead:kept'`,
    );
    expect(row).toEqual({
      level: "file",
      title: "Дело",
      date_text: "сентябрь 1937",
      date_edtf: "1937-09",
      date_from: "1937-09-01",
      date_to: "1937-09-30",
      description: { scope: "О" },
      ref_path: "Ф. 10 / Дело",
      standing: "closed",
    });
  });

  it("the history has one entry for the import, with the hash of its file, and one for each file", async () => {
    const source = wrap(component("А") + component("Б"), "history");
    await accept(source);
    const { rows } = await connection.pool.query<{ act: string; payload: Record<string, unknown> }>(
      `select act, convert_from(bytes, 'UTF8')::jsonb->'payload' payload from events
       where seq > (select max(seq) - 3 from events) order by seq`,
    );
    expect(rows.map(({ act }) => act)).toEqual(["imported", "arrived", "arrived"]);
    expect(rows[0]!.payload).toMatchObject({
      file: "aid.xml",
      sha256: createHash("sha256").update(source).digest("hex"),
      counts: { unit_added: 3, file_added: 2, unit_changed: 0, problems: 0 },
    });
  });

  it("what was corrected at the desk is not undone by a second import, and the next correction of the source is seen", async () => {
    const source = wrap(component("Дело Ахметава") + component("Дело Иванова"), "desk");
    await accept(source);
    await connection.pool.query(
      "update units set title = 'Дело Ахметова', reference = '7' where title = 'Дело Ахметава'",
    );
    expect((await accept(source)).summary.counts.unit).toMatchObject({ added: 0, changed: 0, missing: 0 });
    const corrected = wrap(component("Дело Ахметова С.") + component("Дело Иванова"), "desk");
    expect((await accept(corrected)).summary.changed).toMatchObject([
      { changes: [{ field: "title", before: "Дело Ахметова", after: "Дело Ахметова С." }] },
    ]);
    expect(
      await one(
        "select title, reference from units where source = 'ead:desk' and position = 1 and parent_id is not null",
      ),
    ).toEqual({
      title: "Дело Ахметова С.",
      reference: "7",
    });
  });

  it("is found under the reference that its unitids spell", async () => {
    const part = (unitid: string, inner = "", level = "series"): string =>
      `<c level="${level}"><did><unitid>${unitid}</unitid></did>${inner}</c>`;
    const source = wrap(part("Оп. 2", part("Д. П-345", "", "file")), "keyed");
    await accept(source.replace("<did><unitid>", "<did><repository>АП РК</repository><unitid>"));
    expect(await one("select ref_key from units where source = 'ead:keyed' and level = 'file'")).toEqual({
      ref_key: normaliseReference({ archive: "АП РК", fonds: "10", inventory: "2", file: "П-345" }),
    });
  });

  it("what is no longer in the file is named and stays", async () => {
    await accept(wrap(component("А") + component("Б"), "gone"));
    const { summary } = await accept(wrap(component("Б"), "gone"));
    expect(summary.missing).toMatchObject([{ name: "Ф. 10 / А" }]);
    expect(await one("select count(*)::int n from units where source = 'ead:gone'")).toEqual({ n: 3 });
  });
});

describe("nothing is written", () => {
  it("by a proposal", async () => {
    const before = await everything();
    const outcome = await compareFile(connection, file(wrap("<c/>", "dry")));
    expect(outcome).toMatchObject({ ok: true, value: { counts: { unit: { added: 2 } } } });
    expect(await everything()).toEqual(before);
  });

  it.each([
    ["truncated", wrap("<c><did>").slice(0, -20)],
    ["empty", ""],
    ["notXml", "не XML"],
    ["entityDeclared", '<!DOCTYPE ead [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><ead>&b;</ead>'],
    ["entityDeclared", '<!DOCTYPE ead [<!ENTITY x SYSTEM "file:///etc/passwd">]><ead>&x;</ead>'],
  ])("by a file that is %s", async (code, source) => {
    const before = await everything();
    const outcome = await acceptFile(connection, file(source));
    expect(outcome).toMatchObject({ ok: false, problem: { code } });
    expect(await everything()).toEqual(before);
  });

  it("when the database has changed since the proposal was shown; the new differences are answered", async () => {
    const shown = await compareFile(connection, file(wrap("<c/><c/>", "stale")));
    if (!shown.ok) throw new Error("not read");
    await accept(wrap("<c/>", "stale"));
    const before = await everything();
    const late = await accept(wrap("<c/><c/>", "stale"), shown.value.digest);
    expect(late).toMatchObject({ state: "stale", summary: { counts: { unit: { added: 1 } } } });
    expect(await everything()).toEqual(before);
    expect(await accept(wrap("<c/><c/>", "stale"), late.summary.digest)).toMatchObject({ state: "accepted" });
  });

  it("for an archivist of another archive", async () => {
    const archives = ["00000000-0000-4000-8000-0000000000a1", "00000000-0000-4000-8000-0000000000a2"];
    for (const id of archives) {
      await connection.pool.query(
        "insert into bodies (id, kind, code, name_kk, name_ru, name_en) values ($1, 'archive', $2, 'М', 'А', 'A')",
        [id, id],
      );
    }
    const asked = file(wrap("<c/>", "ours"));
    const [ours, theirs] = archives.map((archiveId) => ({ ...importer, archiveId }));
    expect(await acceptFile(connection, asked, { importer: ours! })).toMatchObject({ ok: true });
    expect(await acceptFile(connection, asked, { importer: theirs! })).toMatchObject({
      ok: false,
      problem: { code: "otherArchive" },
    });
  });

  it("twice by two at once", async () => {
    const source = wrap("<c/><c/><c/>", "race");
    const results = await Promise.all(Array.from({ length: 8 }, () => accept(source)));
    expect(results.map(({ summary }) => summary.counts.unit!.added).sort()).toEqual([0, 0, 0, 0, 0, 0, 0, 4]);
    expect(await one("select count(*)::int n from units where source = 'ead:race'")).toEqual({ n: 4 });
  });
});
