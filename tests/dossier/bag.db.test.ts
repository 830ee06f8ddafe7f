import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkReceipt } from "@/lib/ledger/receipt";
import { trustIn } from "@/lib/history/verify";
import type { Actor } from "@/lib/law/actor";
import { readClosedSheet } from "@/lib/sheets/perform";
import { newId } from "@/lib/store/id";
import { makeHome } from "../files/packing";
import { freshKeepers, seal } from "../support/ledger";
import { openWorld, type World } from "../units/world";
import { aDossier, bagOf, home, keysOf, openBag, purpose, type Scene } from "./scene";

const place = makeHome();
let data: string;
let world: World;
let scene: Scene;
beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), "dossier-"));
  process.env.AQTALU_DATA = data;
  world = await openWorld();
  scene = await aDossier(world);
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

const lastEntry = async () => {
  const { rows } = await world.db.pool.query<Record<string, unknown>>(
    `select act, refused, case_id, actor_id, convert_from(bytes, 'UTF8')::jsonb->'payload'->'facts' as facts
     from events order by seq desc limit 1`,
  );
  return rows[0];
};
const uncleared = (): Actor => ({ ...world.people.member1, clearances: [] });
const open = async (actor: Actor) => openBag(place, await bagOf(world, actor, scene.kase));

describe("the bag of a case", () => {
  it("is valid, names the case for good and holds what its page shows", async () => {
    const { report, files } = await open(world.people.member1);
    expect(report).toMatchObject({ valid: true, faults: [], warnings: [], version: "1.0" });
    const info = Object.fromEntries(report.info);
    expect(info).toMatchObject({
      ...{ "Source-Organization": "commission", "Bag-Software-Agent": "Aqtalu" },
      "External-Identifier": `${home}cases/${scene.kase}`,
    });
    expect(info["Bagging-Date"]).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(info["Payload-Oxum"]).toMatch(new RegExp(`\\.${report.payload.length}$`));
    const described = JSON.parse(files["case.json"]!) as { files: { images: { path: string }[] }[] };
    for (const { images } of described.files) {
      for (const image of images) expect(Object.keys(files)).toContain(image.path);
    }
    expect(JSON.parse(files["findings/version-1.json"]!)).toMatchObject({ number: 1, outcome: "full" });
    const proceeding = JSON.parse(files[`proceedings/${scene.proceeding}.json`]!) as {
      signatures: { statement: { text: string } }[];
    };
    expect(proceeding.signatures.map((one) => one.statement.text)).toEqual([
      "I, reader: concur",
      "I, member1: sign",
    ]);
    expect(files["history/history.csv"]).toContain(",submit,R2,");
    for (const said of ["<h1>Person ", "«…»", "I, member1: sign", 'lang="ru"', "58-10"]) {
      expect(files["case.html"]).toContain(said);
    }
  });

  it("is an act in the history of the case, with its purpose", async () => {
    await bagOf(world, world.people.expert, scene.kase);
    expect(await lastEntry()).toEqual({
      ...{ act: "export_dossier", refused: false, case_id: scene.kase },
      ...{ actor_id: world.people.expert.accountId, facts: { kind: "bag", purpose } },
    });
  });

  it("is none for whom there is no such case, and then nothing is entered", async () => {
    const before = await lastEntry();
    const { administrator, security, member1 } = world.people;
    for (const actor of [administrator, security]) expect(await bagOf(world, actor, scene.kase)).toBeNull();
    expect(await bagOf(world, member1, newId())).toBeNull();
    expect(await bagOf(world, member1, "no id")).toBeNull();
    expect(await lastEntry()).toEqual(before);
  });
});

it("the same case makes the same bytes, but for the history, in which every export stands", async () => {
  const apart = async () => {
    const { files } = await open(world.people.member3);
    const [history, others] = [[] as string[], {} as Record<string, string>];
    for (const [name, text] of Object.entries(files)) {
      if (name.startsWith("history/")) history.push(name);
      else others[name] = text;
    }
    return { history, others };
  };
  const [one, other] = [await apart(), await apart()];
  expect(other.others).toEqual(one.others);
  expect(other.history).toHaveLength(one.history.length + 1);
  expect(other.history).toEqual(expect.arrayContaining(one.history));
});

describe("what a person may not see", () => {
  it("of a file: neither it, its images, citations nor entries are in the bag of whoever is not cleared", async () => {
    const [twin, without] = [await open(world.people.member1), await open(uncleared())];
    for (const said of [scene.hidden, "тайная цитата", "тайная связь"]) {
      expect(twin.all, said).toContain(said);
      expect(without.all, said).not.toContain(said);
    }
    expect(without.all).toContain(scene.fileId);
    expect(without.report).toMatchObject({ valid: true, faults: [], warnings: [] });
    const seen = JSON.parse(without.files["case.json"]!) as Record<string, unknown>;
    const all = JSON.parse(twin.files["case.json"]!) as Record<string, unknown>;
    expect({ ...seen, files: null }).toEqual({ ...all, files: null });
  });

  it("of an auditor without clearance no more than of anybody else", async () => {
    const auditor = { ...world.people.auditor, clearances: [] };
    expect((await open(world.people.auditor)).all).toContain(scene.hidden);
    expect((await open(auditor)).all).not.toContain(scene.hidden);
  });

  it("of a closed sheet: not its image, until its reader has said what for", async () => {
    const images = async (actor: Actor) => {
      const { files } = await open(actor);
      const listed = (JSON.parse(files["case.json"]!) as { files: { images: unknown[] }[] }).files;
      const there = Object.keys(files).filter((name) => name.startsWith("images/"));
      expect(listed.flatMap((file) => file.images)).toHaveLength(there.length);
      return there;
    };
    const [open2, closed5] = ["2.png", "5v.png"].map((name) => `images/${scene.fileId}/${name}`);
    expect(await images(world.people.member2)).toEqual([open2]);
    const wanted = { fileId: scene.fileId, position: 9, purpose: "сверка" };
    expect(await readClosedSheet(world.desk, world.people.member2, wanted)).toMatchObject({ ok: true });
    expect(await images(world.people.member2)).toEqual([open2, closed5]);
    expect(await images(world.people.member1)).toEqual([open2]);
  });

  it("of a secret sheet: never its image, whoever asks", async () => {
    for (const actor of [world.people.archivist, world.people.chair]) {
      const { files } = await open(actor);
      expect(Object.keys(files).filter((name) => name.startsWith(`images/${scene.hidden}`))).toEqual([]);
    }
  });
});

describe("the history in it", () => {
  it("is proven entry by entry with the keys beside it; what no head covers is there with its salt", async () => {
    const keepers = await freshKeepers();
    try {
      await seal(world.db, keepers);
      const { files } = await openBag(
        place,
        await bagOf(world, world.people.member1, scene.kase, { keys: keysOf(keepers) }),
      );
      const receipts = Object.entries(files).filter(([name]) => name.startsWith("history/receipts/"));
      expect(receipts.length).toBeGreaterThan(8);
      for (const [name, text] of receipts) {
        expect(checkReceipt(text.trimEnd(), trustIn(keepers)).faults, name).toEqual([]);
      }
      // The export itself has been entered since.
      const waiting = Object.entries(files).filter(([name]) => name.startsWith("history/waiting/"));
      expect(waiting).toHaveLength(1);
      expect(JSON.parse(waiting[0]![1])).toMatchObject({ salt: expect.stringMatching(/^[0-9a-f]+$/) });
      expect(files["history/keys.txt"]?.trim().split("\n")).toHaveLength(3);
      const listed = files["history/history.csv"]!.trim().split("\r\n").length - 1;
      expect(receipts.length + waiting.length).toBe(listed);
    } finally {
      await keepers.drop();
    }
  });
});
