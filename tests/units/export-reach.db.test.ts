import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { accept } from "../intake/desk";
import { wrap } from "../intake/finding-aids";
import { cellsOf, purpose, takingFrom } from "./taking";
import { openWorld, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const { exported, taken, unitOf } = takingFrom(() => world);

describe("who takes what", () => {
  const file = (title: string): string => `<c level="file"><did><unittitle>${title}</unittitle></did></c>`;
  let root: string;
  const uncleared = (): Actor => ({ ...world.people.expert, clearances: [] });
  beforeAll(async () => {
    await accept(world.db, wrap(file("Открытое") + file("Закрытое"), "seen"));
    await world.db.pool.query(
      "update files set grade = 'secret' where id in (select id from units where source = 'ead:seen' and title = 'Закрытое')",
    );
    root = await unitOf("ead:seen");
  });

  it.each(["ead3", "atom"] as const)(
    "in %s a file that is not for this person does not exist",
    async (format) => {
      expect(await exported(root, format)).toContain("Закрытое");
      const text = await taken(root, format, uncleared());
      expect(text).toContain("Открытое");
      expect(text).not.toContain("Закрытое");
    },
  );

  it("neither does a unit that nobody has, or that is closed itself, or anything for an administrator", async () => {
    const closed = await unitOf("ead:seen", "Закрытое");
    const before = await entries();
    expect(await exported(newId(), "ead3")).toBeNull();
    expect(await exported("no id", "ead3")).toBeNull();
    expect(await exported(closed, "ead3", uncleared())).toBeNull();
    expect(await exported(root, "ead3", world.people.administrator)).toBeNull();
    expect(await entries()).toBe(before);
  });

  const entries = async (): Promise<number> => {
    const { rows } = await world.db.pool.query<{ n: number }>("select count(*)::int as n from events");
    return rows[0]!.n;
  };

  it("stands in the history with its purpose", async () => {
    const id = await unitOf("ead:seen", "Открытое");
    await taken(id, "atom", world.people.expert);
    const { rows } = await world.db.pool.query(
      `select act, file_id, actor_id, convert_from(bytes, 'UTF8')::jsonb->'payload'->'facts' as facts
       from events order by seq desc limit 1`,
    );
    expect(rows).toEqual([
      {
        ...{ act: "export_description", file_id: id, actor_id: world.people.expert.accountId },
        facts: { kind: "atom", unit: id, reference: "Ф. 10 / Открытое", purpose },
      },
    ]);
  });
});

it("more units than are read at once come in the order of the tree, each once", async () => {
  const file = (nth: number): string => `<c level="file"><did><unittitle>Дело ${nth}</unittitle></did></c>`;
  const series = (from: number): string =>
    `<c level="series"><did><unitid>${from}</unitid></did>${Array.from({ length: 400 }, (_, nth) => file(from + nth)).join("")}</c>`;
  await accept(world.db, wrap([0, 400, 800, 1200].map(series).join(""), "many"));
  const rows = cellsOf(await taken(await unitOf("ead:many"), "atom"));
  const files = rows.filter(({ levelOfDescription }) => levelOfDescription === "File");
  expect(files.map(({ title }) => title)).toEqual(Array.from({ length: 1600 }, (_, nth) => `Дело ${nth}`));
  const known = new Set([""]);
  for (const { legacyId = "", parentId = "-" } of rows) {
    expect(known.has(parentId)).toBe(true);
    expect(known.has(legacyId)).toBe(false);
    known.add(legacyId);
  }
});
