import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { z } from "zod";
import type { Actor } from "@/lib/law/actor";
import { newId } from "@/lib/store/id";
import { countSheets, describeFile, nameOwners } from "@/lib/units/perform";
import { describeMaterial, nameMention } from "@/lib/units/perform-contents";
import { openDeclassification } from "@/lib/units/perform-opening";
import { readFile } from "@/lib/units/read";
import type { description } from "@/lib/units/schema";
import { describedAreas } from "@/lib/units/view";
import { bodies, person } from "@/tests/support/people";
import { aFile } from "@/tests/support/records";
import { atSigning, bareFile, openWorld, refusalOf, type World } from "./world";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const done = { ok: true };
type Description = z.output<typeof description>;
const blank = Object.fromEntries(describedAreas.map((area) => [area, null]));
const describedAs = (wanted: Partial<Description>): Description =>
  ({ ...blank, version: 1, dateText: null, extent: null, stamps: null, ...wanted }) as Description;

async function count(fileId: string, foliation: string) {
  const { file } = await world.shown(fileId);
  const wanted = { fileId, version: file.version, told: 0, foliation };
  return countSheets(world.desk, world.people.archivist, wanted);
}

describe("describing", () => {
  test("title, dates as written and areas; a stale form is refused with what is there now", async () => {
    const { db, desk, people } = world;
    const fileId = await bareFile(db);
    const wanted = describedAs({
      fileId,
      title: "Дело Сейткали",
      dateText: "сентябрь 1937",
      scope: "Следствие",
    });
    expect(await describeFile(desk, people.archivist, wanted)).toMatchObject(done);
    const unit = await db.prisma.units.findUniqueOrThrow({ where: { id: fileId } });
    expect(unit).toMatchObject({
      title: "Дело Сейткали",
      date_edtf: "1937-09",
      description: { scope: "Следствие" },
    });
    const late = await describeFile(desk, people.archivist2, { ...wanted, title: "Другое" });
    expect(late).toMatchObject({
      refusals: [{ condition: "stale", now: [{ what: "title", value: "Дело Сейткали" }] }],
    });
    const twice = await describeFile(desk, people.archivist, { ...wanted, version: 2 });
    expect(twice).toMatchObject(refusalOf("same"));
  });

  test("by an archivist alone", async () => {
    const { db, desk, people } = world;
    const fileId = await aFile(db);
    const wanted = describedAs({ fileId, title: "X" });
    expect(await describeFile(desk, people.expert, wanted)).toMatchObject(refusalOf("heldRole"));
    expect((await world.shown(fileId, people.expert)).may.describe_file).toBe(false);
    expect((await world.shown(fileId)).may.describe_file).toBe(true);
    expect(await describeFile(desk, people.archivist, wanted)).toMatchObject(done);
  });
});

describe("counting the sheets", () => {
  test("the first count makes one span over everything; the same count again changes nothing", async () => {
    const fileId = await bareFile(world.db);
    expect(await count(fileId, "1–10, 3а")).toMatchObject(done);
    const { file } = await world.shown(fileId);
    expect(file).toMatchObject({ foliation: "1–10, 3а", leaves: 11 });
    expect(file.spans).toMatchObject([{ from: 0, to: 21, secrecy: null, access: null }]);
    expect(await count(fileId, "1-10, 3а")).toMatchObject(refusalOf("same"));
    expect(await count(fileId, "1–10–")).toMatchObject({ kind: "input", fields: { foliation: "format" } });
  });

  test("a new count carries answers, images and documents along by their labels", async () => {
    const { db, desk, people } = world;
    const fileId = await aFile(db);
    const { file } = await world.shown(fileId);
    const verdict = {
      fileId,
      kind: "verdict",
      title: "Приговор",
      dateText: null,
      sheets: "5–6",
      hadGrade: true,
    };
    expect(await describeMaterial(desk, people.archivist, verdict)).toMatchObject(done);
    await db.prisma.sheet_images.createMany({ data: [4, 5].map((position) => anImage(fileId, position)) });
    expect(await count(fileId, "1–10, 2а")).toMatchObject(done);
    const after = (await world.shown(fileId)).file;
    expect(after.version).toBe(file.version + 1);
    expect(after.spans.map((s) => [s.from, s.to, s.secrecy])).toEqual([
      [0, 3, "lift"],
      [4, 5, null],
      [6, 21, "lift"],
    ]);
    const moved = await db.prisma.materials.findFirstOrThrow({ where: { file_id: fileId } });
    expect([moved.from_pos, moved.to_pos]).toEqual([10, 13]);
    const order = { position: "asc" } as const;
    const images = await db.prisma.sheet_images.findMany({ where: { file_id: fileId }, orderBy: order });
    expect(images.map((i) => i.position)).toEqual([6, 7]);
    expect(await count(fileId, "1–5")).toMatchObject({
      refusals: [{ condition: "sheetsInUse", sheets: ["5"] }],
    });
  });
});

const anImage = (fileId: string, position: number) => ({
  id: newId(),
  file_id: fileId,
  position,
  label: "3",
  sha256: "0".repeat(64),
  media_type: "image/png",
  width: 1,
  height: 1,
  bytes: 1,
  added_by: world.people.archivist.accountId,
});

describe("edits while signatures stand", () => {
  test("at signing an edit is told whose signatures it voids, and voids those", async () => {
    const { db, desk, people } = world;
    const { fileId, proceeding } = await atSigning(world);
    const { file, voids } = await world.shown(fileId);
    expect(voids.count).toBe(3);
    expect(voids.names.toSorted()).toEqual(["interior", "member1", "reader"]);
    const owners = [bodies.interior, bodies.security];
    const wanted = { fileId, version: file.version, told: 0, grade: "secret", owners };
    const untold = await nameOwners(desk, people.archivist, wanted);
    expect(untold).toMatchObject({ refusals: [{ condition: "voids", voids: { count: 3 } }] });
    const p = () => db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } });
    expect(await p()).toMatchObject({ step: "signing" });
    const edited = await nameOwners(desk, people.archivist, { ...wanted, told: 3 });
    expect(edited).toMatchObject({ value: { voided: 3 } });
    const back = await p();
    expect(back).toMatchObject({ step: "study", dossier_hash: null });
    // The days of the step it fell back to, not what was left of the other.
    expect(back.due_at!.getTime() - back.step_since.getTime()).toBe(60 * 86_400_000);
    const live = { proceeding_id: proceeding, void_at: null };
    expect(await db.prisma.signatures.count({ where: live })).toBe(0);
  });

  test("what a decision rests on is not edited", async () => {
    const { people, act } = world;
    const { fileId, proceeding } = await atSigning(world);
    await act(people.member2, { act: "sign", proceeding });
    await act(people.chair, { act: "sign", proceeding, basis: "decree" });
    const { may } = await world.shown(fileId);
    expect(may).toMatchObject({ count_sheets: false, name_owners: false, describe_file: true });
    expect(await count(fileId, "1–9")).toMatchObject(refusalOf("notDecided"));
  });
});

describe("people named in a file, and opening", () => {
  test("a closed name does not go into the history", async () => {
    const { db, desk, people } = world;
    const fileId = await aFile(db);
    const secret = {
      fileId,
      name: "Тайный",
      role: "informer",
      access: "closed",
      sheet: "3 об.",
      note: null,
    } as const;
    expect(await nameMention(desk, people.archivist, secret)).toMatchObject(done);
    const missing = await nameMention(desk, people.archivist, { ...secret, sheet: "30" });
    expect(missing).toMatchObject(refusalOf("noSuchSheet"));
    const found = await db.pool.query(
      "select 1 from events where strpos(convert_from(bytes, 'UTF8'), 'Тайный') > 0",
    );
    expect(found.rows).toEqual([]);
  });

  test("a bare file is attested, a graded one opened", async () => {
    const { db, desk, people } = world;
    const bare = await bareFile(db);
    const offered = (await world.shown(bare)).opening.filter((o) => o.unmet.length === 0);
    expect(offered.map((o) => o.act)).toEqual(["attest"]);
    const begin = (fileId: string, act: "attest" | "open") =>
      openDeclassification(desk, people.archivist, { fileId, key: newId(), act });
    expect(await begin(bare, "attest")).toMatchObject(done);
    const graded = await aFile(db);
    expect(await begin(graded, "attest")).toMatchObject(refusalOf("noGrade"));
    expect(await begin(graded, "open")).toMatchObject(done);
  });
});

describe("who sees a file", () => {
  test("a graded closed file is not there without clearance; a representative sees the own agency's alone", async () => {
    const { db, desk, people, source } = world;
    const fileId = await aFile(db, { owner: bodies.interior });
    const cleared = await person(db, "cleared", "expert", "group");
    const plain = Object.freeze({ ...cleared, clearances: [] }) as Actor;
    expect(await readFile(cleared, fileId, source)).not.toBeNull();
    for (const nobody of [plain, people.security, people.administrator]) {
      expect(await readFile(nobody, fileId, source)).toBeNull();
    }
    expect(await readFile(people.interior, fileId, source)).not.toBeNull();
    const unseen = { fileId, name: "X", role: "witness", access: "open", sheet: "999", note: null } as const;
    const none = { ...unseen, fileId: newId() };
    expect(await nameMention(desk, plain, unseen)).toEqual(await nameMention(desk, plain, none));
  });
});
