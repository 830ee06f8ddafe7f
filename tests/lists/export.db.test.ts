import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listNames } from "@/lib/lists/schema";
import type { Actor } from "@/lib/law/actor";
import { searchKey } from "@/lib/names/tokens";
import { aCase, aFile } from "../support/records";
import { atSigning, openWorld, type World } from "../units/world";
import { home, purpose, rowsOf, takeList } from "./taking";

let world: World;
let open: string;
let closed: string;
let hiddenFile: string;
beforeAll(async () => {
  world = await openWorld();
  const file = await aFile(world.db, { grade: null, owner: null });
  hiddenFile = await aFile(world.db);
  open = await aCase(world.db, [file]);
  closed = await aCase(world.db, [hiddenFile]);
  await world.db.pool.query(
    "update persons set name = $2, birth_text = '1899', search_key = $3 where id = (select person_id from cases where id = $1)",
    [open, "Ахметов Ғалым", searchKey("Ахметов Ғалым")],
  );
  await world.db.pool.query("update units set ref_key = $2 where id = $1", [hiddenFile, "|10|2|777"]);
});
afterAll(() => world.close());

const ids = (csv: string | null, heading: string): string[] =>
  rowsOf(csv).flatMap((row) => row[heading]?.split("\n") ?? []);
const lastEntry = async () => {
  const { rows } = await world.db.pool.query<Record<string, unknown>>(
    `select act, refused, actor_id, convert_from(bytes, 'UTF8')::jsonb->'payload'->'facts' as facts
     from events order by seq desc limit 1`,
  );
  return rows[0];
};

describe("whoever is not cleared", () => {
  const uncleared = (): Actor => ({ ...world.people.member1, clearances: [] });

  it("finds in no list what a twin with clearance finds", async () => {
    const twin = world.people.member1;
    for (const [list, heading, id] of [
      ["cases", "Id случая", closed],
      ["people", "Id случая", closed],
      ["files", "Id дела", hiddenFile],
    ] as const) {
      expect(ids(await takeList(world, twin, list), heading), list).toContain(id);
      const seen = await takeList(world, uncleared(), list);
      expect(seen, list).not.toContain(id);
      expect(rowsOf(seen).length, list).toBeGreaterThan(0);
    }
  });

  it("nor does a search or a filter bring it", async () => {
    const reference = "Ф. 10. Оп. 2. Д. 777";
    for (const list of ["cases", "files"] as const) {
      expect(rowsOf(await takeList(world, world.people.member1, list, { q: reference })), list).toHaveLength(
        1,
      );
      expect(rowsOf(await takeList(world, uncleared(), list, { q: reference })), list).toEqual([]);
    }
  });
});

describe("a list that is taken away", () => {
  it("has the columns of the screen, with ids and addresses, in the reader's language", async () => {
    const csv = await takeList(world, world.people.member1, "cases", { q: "Ахметов" });
    expect(csv?.startsWith("\ufeffЧеловек,Родился,Шифр,Стадия,")).toBe(true);
    expect(rowsOf(csv)).toEqual([
      expect.objectContaining({
        ...{ Человек: "Ахметов Ғалым", Родился: "1899", Стадия: "В архиве", "Секретным не было": "нет" },
        ...{ "Id случая": open, Адрес: `${home}cases/${open}` },
      }),
    ]);
    const kazakh = await takeList(world, { ...world.people.member1, locale: "kk" }, "cases");
    expect(kazakh?.startsWith("\ufeffАдам,Туған жылы,Шифр,Кезең,")).toBe(true);
  });

  it("goes by its filters and its order, and leaves out the page", async () => {
    const filter = { sort: "name", down: "1", stage: "archived" };
    const names = rowsOf(await takeList(world, world.people.member1, "cases", filter)).map((r) => r.Человек);
    expect(names.length).toBeGreaterThan(1);
    expect(names.at(-1)).toBe("Ахметов Ғалым");
    const after = { ...filter, after: `Ахметов Ғалым|${open}` };
    expect(rowsOf(await takeList(world, world.people.member1, "cases", after))).toHaveLength(names.length);
    expect(rowsOf(await takeList(world, world.people.member1, "cases", { stage: "rehabilitated" }))).toEqual(
      [],
    );
  });

  it("says of people that were searched for which spelling is like", async () => {
    const rows = rowsOf(await takeList(world, world.people.member1, "people", { q: "Akhmetov Galym" }));
    expect(rows).toMatchObject([{ "Похоже на искомое": "Ахметов Ғалым", "Id случая": open }]);
  });

  it("stands in the history with its filters and its purpose", async () => {
    await takeList(world, world.people.expert, "files", { standing: "closed", q: "архивно", at: ">x" });
    expect(await lastEntry()).toEqual({
      ...{ act: "export_list", refused: false, actor_id: world.people.expert.accountId },
      facts: { kind: "files", filter: { standing: "closed", q: "архивно" }, purpose },
    });
  });

  it("is none for an administrator, nor are transfers for whoever has no part in them", async () => {
    const before = await lastEntry();
    for (const list of listNames) {
      expect(await takeList(world, world.people.administrator, list), list).toBeNull();
    }
    expect(await takeList(world, world.people.expert, "transfers")).toBeNull();
    expect(await lastEntry()).toEqual(before);
    expect(await takeList(world, world.people.archivist, "transfers")).not.toBeNull();
  });

  it("of what waits has what this person can do, and nothing of another's", async () => {
    const { proceeding, kase } = await atSigning(world);
    const [row] = rowsOf(await takeList(world, world.people.member2, "queue", { what: "sign" }));
    expect(row).toMatchObject({
      ...{ "Что сделать": "Подписать рассекречивание", "Id производства": proceeding, Просрочено: "нет" },
      ...{ "Мест всего": "6", "Мест заполнено": "4" },
    });
    expect(row?.Адрес).toBe(`${home}proceedings/${proceeding}`);
    expect(kase).not.toBe("");
    expect(rowsOf(await takeList(world, world.people.member1, "queue", { what: "sign" }))).toEqual([]);
    expect(rowsOf(await takeList(world, world.people.auditor, "queue"))).toEqual([]);
  });
});

it("more rows than are read at once come whole, each once, in the order of the list", async () => {
  const count = 1203;
  await world.db.pool.query(
    `insert into persons (id, name, search_key) select gen_random_uuid(), 'Много ' || lpad(n::text, 5, '0'), 'много' from generate_series(1, $1) n`,
    [count],
  );
  const names = rowsOf(await takeList(world, world.people.archivist, "people")).map(
    (row) => row.Человек ?? "",
  );
  const many = names.filter((name) => name.startsWith("Много"));
  expect(many).toEqual(Array.from({ length: count }, (_, n) => `Много ${String(n + 1).padStart(5, "0")}`));
});
