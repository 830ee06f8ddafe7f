import { describe, expect, it } from "vitest";
import { dropProposal, steerImport, undoImport } from "@/lib/intake/write";
import { snapshot } from "@/lib/proceedings/entries";
import { hasWritten } from "@/lib/store/intake-undo";
import { append } from "@/lib/store/events";
import { inPlainTransaction } from "@/lib/store/transaction";
import { growingHistory } from "../support/replay/history";
import { everything, one } from "./desk";
import { wrap } from "./finding-aids";
import { openImportDesk, refusal, type Opened } from "./import-desk";
import { importNow, workOff } from "./jobs";
import { first, second, table } from "./two-lists";

let { connection, desk, archivist, colleague, expert, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, colleague, expert, propose, accept } = opened));

/** Everything as it is, but for how often it was written, and the history. */
async function tables(): Promise<unknown> {
  const { events: _, ...rest } = await everything(connection);
  return JSON.parse(
    JSON.stringify(rest, (key, value: unknown) => (key === "version" ? undefined : value)),
  ) as unknown;
}

async function takeIn(source: string, name = "taken.csv"): Promise<string> {
  const { id, digest, summary } = await propose(source, name);
  expect(summary.problems).toEqual([]);
  expect((await accept(archivist, { id, digest })).state).toBe("accepted");
  return id;
}

async function undo(id: string) {
  expect(await undoImport(desk, colleague, id)).toEqual({ ok: true, value: { id, state: "undoing" } });
  await workOff(desk);
  return importNow(connection, id);
}

describe("an accepted import is undone", () => {
  it("as a whole: what it brought goes, what it changed is as it was, and the history tells of each", async () => {
    const check = growingHistory(connection);
    const empty = await tables();
    const one = await takeIn(table(...first("1")));
    expect(await undo(one)).toMatchObject({ state: "undone", problem: null, undone_at: desk.clock() });
    expect(await tables()).toEqual(empty);
    await takeIn(table(...first("1")));
    const before = await tables();
    const two = await takeIn(table(...second("1")));
    expect(await tables()).not.toEqual(before);
    expect(await undo(two)).toMatchObject({ state: "undone" });
    expect(await tables()).toEqual(before);
    expect(await check()).toEqual([]);
    const told = await connection.pool.query<{ act: string; n: number }>(
      `select convert_from(bytes, 'UTF8')::jsonb->'payload'->>'kind' || ' ' || act as act, count(*)::int n from events
       where act in ('departed', 'undo_import') group by 1 order by 1`,
    );
    // Twice a person and a case, two files and one; two files, the person and the case that were changed; each import.
    expect(told.rows).toEqual([
      { act: "departed departed", n: 7 },
      { act: "work undo_import", n: 6 },
    ]);
  });

  it("and the same file is taken in again, as if for the first time", async () => {
    const id = await takeIn(table(...first("2")));
    await undo(id);
    const again = await propose(table(...first("2")), "again.csv");
    expect(again.summary.counts).toMatchObject({
      file: { added: 2 },
      person: { added: 1 },
      case: { added: 1 },
    });
    expect(await accept(archivist, again)).toMatchObject({ state: "accepted" });
  });

  it("though others have hung their files on the shelf that came with it: the shelf stays", async () => {
    const id = await takeIn(table(...first("3")));
    const other = await takeIn(table({ fonds: "3", file: "9", title: "Чужое" }), "other.csv");
    expect(await undo(id)).toMatchObject({ state: "undone" });
    const left = await connection.pool.query<{ p: string }>(
      "select ref_path p from units where ref_path like '%Ф. 3.%' order by 1",
    );
    expect(left.rows.map(({ p }) => p)).toEqual([
      expect.stringMatching(/Оп\. 1\.$|Оп\. 1$/),
      expect.stringMatching(/Д\. 9/),
    ]);
    await undo(other);
  });

  it("a finding aid too, with what it changed in units that were there", async () => {
    await takeIn(wrap("<c id='a'><did><unittitle>Один</unittitle></did></c>", "aid"), "aid.xml");
    const before = await tables();
    const id = await takeIn(
      wrap(
        "<c id='b'><did><unittitle>Ноль</unittitle></did></c><c id='a'><did><unittitle>Иной</unittitle></did></c>",
        "aid",
      ),
      "aid.xml",
    );
    expect(await tables()).not.toEqual(before);
    expect(await undo(id)).toMatchObject({ state: "undone" });
    expect(await tables()).toEqual(before);
  });

  it("what a cancelled one had written as well", async () => {
    const id = await takeIn(table({ fonds: "4", file: "1" }));
    await connection.pool.query(
      "update import_proposals set state = 'open', accepted_at = null where id = $1",
      [id],
    );
    await dropProposal(desk, archivist, id);
    expect(await undo(id)).toMatchObject({ state: "undone" });
    expect(await one(connection, "select count(*)::int n from units where ref_path like '%Ф. 4.%'")).toEqual({
      n: 0,
    });
  });
});

describe("an import is not undone", () => {
  async function stays(id: string, problem: object): Promise<void> {
    const before = await tables();
    expect(await undo(id)).toMatchObject({ state: "accepted", problem });
    expect(await tables()).toEqual(before);
    expect(
      await one(connection, "select count(*)::int n from events where act = 'departed' and at > now()"),
    ).toEqual({
      n: 0,
    });
  }
  const fileIn = async (fonds: string): Promise<string> => {
    const found = await one<{ id: string }>(
      connection,
      `select u.id from units u join units i on i.id = u.parent_id join units f on f.id = i.parent_id
       where u.level = 'file' and f.reference = $1 order by u.reference limit 1`,
      fonds,
    );
    return found.id;
  };

  it("once the history tells of a work on anything of it, which is named", async () => {
    const id = await takeIn(table(...first("11")));
    const fileId = await fileIn("11");
    const about = { file: fileId };
    const payload = { kind: "work", work: "describe_file", article: "P1", about, facts: {} } as const;
    const actor = snapshot(archivist, archivist.offices[0]!);
    await inPlainTransaction(connection.pool, (tx) =>
      append(tx, [{ payload, actor, at: desk.clock(), about: { fileId } }]),
    );
    await stays(id, { code: "workedOn", detail: expect.stringContaining("11") as string });
  });

  it("once another import has changed what it brought, even when that one is undone", async () => {
    const one = await takeIn(table(...first("12")));
    const two = await takeIn(table(...second("12")));
    await stays(one, { code: "workedOn" });
    expect(await undo(two)).toMatchObject({ state: "undone" });
    await stays(one, { code: "workedOn" });
  });

  it("once something hangs on it of which the history tells elsewhere", async () => {
    const id = await takeIn(table({ ...first("13")[0] }));
    const fileId = await fileIn("13");
    await connection.pool.query(
      `insert into mentions (id, file_id, name, role, source_key) values (gen_random_uuid(), $1, 'Иной', 'witness', 'x13')`,
      [fileId],
    );
    await stays(id, { code: "builtOn" });
  });

  it("once a row of it was written since, by whatever", async () => {
    const id = await takeIn(table(...first("14")));
    await connection.pool.query("update persons set birth_place = 'Семей' where source_key like '%p14'");
    await stays(id, { code: "builtOn" });
  });

  it("once its rows have been moved to another cluster", async () => {
    const id = await takeIn(table({ fonds: "17", file: "1" }), "moved.csv");
    expect(await hasWritten(connection.pool, id)).toBe(true);
    // As after a dump that was loaded: the same record in a transaction of another number.
    await connection.pool.query(
      "with old as (delete from import_writes where import_id = $1 returning import_id, xid, units) insert into import_writes (import_id, xid, units) select * from old",
      [id],
    );
    expect(await hasWritten(connection.pool, id)).toBe(false);
    await stays(id, { code: "builtOn" });
  });

  it("when somebody thinks better of it before it is done", async () => {
    const id = await takeIn(table(...first("16")));
    const before = await tables();
    await undoImport(desk, archivist, id);
    await steerImport(desk, colleague, { id, wish: "cancel" });
    await workOff(desk);
    expect(await importNow(connection, id)).toMatchObject({ state: "accepted", problem: null });
    expect(await tables()).toEqual(before);
    expect(await undo(id)).toMatchObject({ state: "undone" });
  });

  it("before it is accepted, and by nobody but the archivists of that archive", async () => {
    const proposed = await propose(table({ fonds: "15", file: "1" }), "fifteen.csv");
    expect(await undoImport(desk, archivist, proposed.id)).toEqual(refusal("gone"));
    await accept(archivist, proposed);
    expect(await undoImport(desk, expert, proposed.id)).toEqual(refusal("gone"));
    expect(await undo(proposed.id)).toMatchObject({ state: "undone" });
    expect(await undoImport(desk, archivist, proposed.id)).toEqual({
      ok: true,
      value: { id: proposed.id, state: "undone" },
    });
  });
});

describe("the rows that an import brought", () => {
  it("are not given up by the database unless their import is being undone", async () => {
    const id = await takeIn(table({ fonds: "21", file: "1" }));
    const ask = (sql: string) => connection.pool.query(sql, [id]);
    await expect(ask("select take_back($1, 'files')")).rejects.toThrow("is not being undone");
    await expect(ask("select put_back($1, 'update')")).rejects.toThrow("is not being undone");
    await expect(connection.pool.query("delete from files")).rejects.toThrow("permission denied");
    await expect(connection.pool.query("delete from units")).rejects.toThrow("permission denied");
  });
});
