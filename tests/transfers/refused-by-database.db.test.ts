import type pg from "pg";
import { describe, expect, test } from "vitest";
import { newId } from "@/lib/store/id";
import { announceTransfer, checkTransfer, receiveTransfer } from "@/lib/transfers/write";
import { announcementOf, archives, counts, openRoom } from "./room";

const room = openRoom();
type Client = pg.Client | pg.Pool;

const met = async (client: Client, sql: string, ...values: unknown[]): Promise<string> => {
  try {
    await client.query(sql, values);
    return "let in";
  } catch (fault) {
    const { constraint, code, message } = fault as { constraint?: string; code: string; message: string };
    return constraint ? `${constraint}: ${message}` : code;
  }
};
const denied = "42501";
const hash = "0".repeat(64);
const step = `insert into transfer_steps (id, transfer_id, nth, act, version, by_id, body_id, at, reason_code, reason_text, hash)
  values (gen_random_uuid(), $1, $2, $3, $4, $5, $6, now(), $7, $8, '${hash}')`;

describe("the database refuses by itself", () => {
  const announced = async () => {
    const wanted = announcementOf();
    await announceTransfer(room.desk, room.people.archivist, wanted);
    return wanted.id;
  };
  const stepped = (
    id: string,
    given: { nth?: number; act: string; version?: number; by?: string; body?: string; why?: string },
  ) => {
    const {
      nth = 2,
      act,
      version = 1,
      by = room.people.taker.accountId,
      body = archives.centre,
      why,
    } = given;
    return met(room.db.pool, step, id, nth, act, version, by, body, why ? "other" : null, why ?? null);
  };
  const withdrawn = { act: "withdraw", body: archives.archive, why: "By mistake" };

  test("the application moves no transfer and changes nothing that was said", async () => {
    const id = await announced();
    for (const change of ["state = 'accepted'", "version = 2", "steps = 9", "own_number = 'x'"])
      expect(await met(room.db.pool, `update transfers set ${change} where id = $1`, id)).toBe(denied);
    for (const table of [
      "transfers",
      "transfer_versions",
      "transfer_items",
      "transfer_steps",
      "transfer_counts",
    ]) {
      expect(await met(room.db.pool, `delete from ${table}`)).toBe(denied);
      expect(await met(room.db.pool, `truncate ${table} cascade`)).toBe(denied);
    }
    expect(await met(room.db.pool, "update transfer_items set files = 1")).toBe(denied);
    expect(
      await met(
        room.db.pool,
        "insert into transfers (id, from_id, to_id, state) values ($1, $2, $3, 'accepted')",
        ...[newId(), archives.archive, archives.centre],
      ),
    ).toBe(denied);
  });

  test("not even the owner moves it without a step, or rewrites what was said", async () => {
    await announced();
    expect(await met(room.owner, "update transfers set state = 'accepted'")).toContain(
      "moved by its steps alone",
    );
    expect(await met(room.owner, "update transfers set to_id = $1", archives.third)).toContain(
      "between whom",
    );
    expect(await met(room.owner, "delete from transfers")).toContain("withdrawn, never deleted");
    for (const table of ["transfer_versions", "transfer_items", "transfer_steps"]) {
      expect(await met(room.owner, `update ${table} set version = version`)).toBe(denied);
      expect(await met(room.owner, `delete from ${table}`)).toBe(denied);
    }
  });

  test("steps that cannot follow, of the wrong side, version or number", async () => {
    const id = await announced();
    for (const act of ["check", "accept", "announce"])
      expect(await stepped(id, { act })).toContain(`${act} cannot follow on announced`);
    expect(await stepped(id, { ...withdrawn, body: archives.centre })).toContain("by the other archive");
    expect(await stepped(id, { ...withdrawn, nth: 1 })).toContain("follow on each other");
    expect(await stepped(id, { ...withdrawn, nth: 3 })).toContain("follow on each other");
    expect(await stepped(id, { ...withdrawn, version: 2 })).toContain("of the version that is there");
    expect(await stepped(id, { ...withdrawn, why: undefined })).toContain("transfer_steps_said");
    expect(await stepped(id, withdrawn)).toBe("let in");
    expect(await stepped(id, { act: "receive", nth: 3 })).toContain("receive cannot follow on withdrawn");
  });

  test("whoever announced it on the other side; a receipt without counts; counts of another step", async () => {
    const id = await announced();
    const own = room.people.archivist.accountId;
    expect(await stepped(id, { act: "receive", by: own })).toContain("no part on the other side");
    expect(await stepped(id, { act: "receive" })).toContain("each item is counted");
    await receiveTransfer(room.desk, room.people.taker, { id, shown: 1, counts: counts(120, 5) });
    await checkTransfer(room.desk, room.people.taker, { id, shown: 2, counts: counts(120, 5) });
    const count = `insert into transfer_counts (step_id, transfer_id, version, nth, files)
      select s.id, s.transfer_id, 1, $2, 7 from transfer_steps s where s.transfer_id = $1 and s.act = $3`;
    expect(await met(room.db.pool, count, id, 1, "check")).toContain("transfer_counts_pkey");
    expect(await met(room.db.pool, count, id, 1, "announce")).toContain("counts nothing");
    expect(await met(room.db.pool, count, id, 3, "check")).toContain(
      "transfer_counts_transfer_id_version_nth_fkey",
    );
    expect(await stepped(id, { nth: 4, act: "accept", by: own })).toContain("no part on the other side");
    expect(await stepped(id, { nth: 4, act: "accept" })).toBe("let in");
  });

  test("items that are added later, a transfer without a step, one to oneself", async () => {
    const id = await announced();
    const item =
      "insert into transfer_items (transfer_id, version, nth, fonds, inventories, files) values ($1, $2, 9, '7', '1', 4)";
    expect(await met(room.db.pool, item, id, 1)).toContain("stays as it is");
    expect(await met(room.db.pool, item, id, 2)).toContain("stays as it is");
    const begin = "insert into transfers (id, from_id, to_id) values ($1, $2, $3)";
    expect(await met(room.db.pool, begin, newId(), archives.archive, archives.centre)).toContain(
      "begins by being announced",
    );
    expect(await met(room.db.pool, begin, newId(), archives.archive, archives.archive)).toContain(
      "two_archives",
    );
  });

  test("the public site's role sees nothing of it", async () => {
    const { rows } = await room.owner.query<{ seen: boolean }>(
      `select bool_or(has_table_privilege('aqtalu_public', x, 'select')) as seen
       from unnest(array['transfers', 'transfer_versions', 'transfer_items', 'transfer_steps', 'transfer_counts']) x`,
    );
    expect(rows).toEqual([{ seen: false }]);
  });
});
