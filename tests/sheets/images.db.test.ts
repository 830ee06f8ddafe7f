import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/law/actor";
import { inspectImage } from "@/lib/sheets/image";
import { attachImage, readClosedSheet } from "@/lib/sheets/perform";
import { readImages, readSheet, readSheetImage } from "@/lib/sheets/read";
import { newId } from "@/lib/store/id";
import { bodies } from "@/tests/support/people";
import { aCase, aDraft, aFile, noConflicts } from "@/tests/support/records";
import { atSigning, bareFile, openWorld, refusalOf, type World } from "@/tests/units/world";
import { countSheets } from "@/lib/units/perform";

let world: World;
let data: string;
let page: Uint8Array;

beforeAll(async () => {
  data = await mkdtemp(path.join(tmpdir(), "sheets-"));
  process.env.AQTALU_DATA = data;
  world = await openWorld();
  page = await picture("#d6c9a6");
});
afterAll(async () => {
  await world.close();
  await rm(data, { recursive: true, force: true });
});

const picture = (background: string, format: "png" | "jpeg" = "png"): Promise<Uint8Array> =>
  sharp({ create: { width: 40, height: 60, channels: 3, background } })
    .toFormat(format)
    .toBuffer();

const attach = (
  fileId: string,
  sheet: string,
  bytes = page,
  told = 0,
  actor: Actor = world.people.archivist,
) => attachImage(world.desk, actor, { fileId, sheet, bytes, told });

/** A counted file that never had a grade or an owner. */
const openFile = () => aFile(world.db, { grade: null, owner: null });

const kept = async (): Promise<number> => (await readdir(data, { recursive: true })).length;

describe("what is a picture", () => {
  test("JPEG and PNG are, by their first bytes; whatever else is not, whatever its name", async () => {
    expect(await inspectImage(page)).toEqual({ ok: true, mediaType: "image/png", width: 40, height: 60 });
    expect(await inspectImage(await picture("#fff", "jpeg"))).toMatchObject({ mediaType: "image/jpeg" });
    const gif = Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;", "latin1");
    expect(await inspectImage(gif)).toEqual({ ok: false, problem: "notImage" });
    const svg = Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>`);
    expect(await inspectImage(svg)).toEqual({ ok: false, problem: "notImage" });
    const torn = page.slice(0, 30);
    expect(await inspectImage(torn)).toEqual({ ok: false, problem: "damaged" });
  });

  test("up to 25 MB and 80 megapixels", async () => {
    const heavy = new Uint8Array(25 * 1024 * 1024 + 1);
    heavy.set(page);
    expect(await inspectImage(heavy)).toEqual({ ok: false, problem: "tooBig" });
    const wide = sharp({ create: { width: 10_000, height: 8_001, channels: 3, background: "#fff" } });
    const bomb = await wide.png({ compressionLevel: 9 }).toBuffer();
    expect(await inspectImage(bomb)).toEqual({ ok: false, problem: "tooManyPixels" });
  });
});

describe("attaching", () => {
  test("to a sheet that is not secret; the image it replaces is kept", async () => {
    const fileId = await openFile();
    expect(await attach(fileId, "3 об.")).toMatchObject({ ok: true });
    expect(await attach(fileId, "3v")).toMatchObject(refusalOf("same"));
    expect(await attach(fileId, "3 об.", await picture("#fff"))).toMatchObject({ ok: true });
    const rows = await world.db.prisma.sheet_images.findMany({ where: { file_id: fileId } });
    expect(rows.map((row) => [row.position, row.label, row.replaced_at === null]).toSorted()).toEqual([
      [5, "3 об.", false],
      [5, "3 об.", true],
    ]);
    expect(await attach(fileId, "11")).toMatchObject(refusalOf("noSuchSheet"));
    expect(await attach(fileId, "4", page, 0, world.people.expert)).toMatchObject(refusalOf("heldRole"));
  });

  test("never to a secret sheet, and then nothing reaches the disk", async () => {
    const graded = await aFile(world.db);
    const before = await kept();
    expect(await attach(graded, "3", await picture("#123456"))).toMatchObject(refusalOf("sheetSecret"));
    const unseen = await attach(newId(), "3", await picture("#123456"));
    expect(unseen).toMatchObject(refusalOf("gone"));
    expect(await kept()).toBe(before);
  });

  test("in a declassified file to what was freed, not to what its owner kept", async () => {
    const { db, people, act } = world;
    const { fileId, proceeding } = await atSigning(world);
    await act(people.member2, { act: "sign", proceeding });
    await act(people.chair, { act: "sign", proceeding, basis: "decree" });
    expect(await attach(fileId, "3")).toMatchObject({ ok: true });
    await db.prisma.spans.updateMany({ where: { file_id: fileId }, data: { owner_answer: "keep" } });
    expect(await attach(fileId, "4")).toMatchObject(refusalOf("sheetSecret"));
    expect(await readSheetImage(people.archivist, fileId, 4, world.source)).toBeNull();
    expect(await readImages(people.archivist, fileId, world.source)).toEqual([]);
    expect(await readSheet(people.archivist, fileId, "3", world.source)).toMatchObject({
      state: "secret",
      image: null,
    });
  });
});

describe("the image of a cited sheet", () => {
  test("takes the finding back to second reading, told beforehand; another sheet's does not", async () => {
    const { db, people, act } = world;
    const { fileId, kase, proceeding: d } = await atSigning(world);
    await act(people.member2, { act: "sign", proceeding: d });
    await act(people.chair, { act: "sign", proceeding: d, basis: "decree" });
    const subject = { kind: "rehabilitation", id: kase } as const;
    const proceeding = await act(people.secretary1, { act: "open", subject, motion: "own" });
    await act(people.head, { act: "assign_author", proceeding, assignee: people.expert.accountId });
    await act(people.head, { act: "assign_reader", proceeding, assignee: people.reader.accountId });
    await aDraft(db, kase, fileId, people.expert.accountId);
    await act(people.expert, { act: "submit", proceeding });
    await act(people.reader, { act: "concur", proceeding });
    await act(people.member1, { act: "sign", proceeding, outcome: "full" });
    const step = async () =>
      (await db.prisma.proceedings.findUniqueOrThrow({ where: { id: proceeding } })).step;
    expect(await attach(fileId, "7")).toMatchObject({ value: { voided: 0 } });
    expect(await step()).toBe("signing");
    const untold = await attach(fileId, "2");
    expect(untold).toMatchObject({ refusals: [{ condition: "voids", voids: { count: 2 } }] });
    expect(await attach(fileId, "2", page, 2)).toMatchObject({ value: { voided: 2 } });
    expect(await step()).toBe("second_reading");
  });
});

describe("reading", () => {
  test("a closed sheet opens for a purpose, to who gave it, and the reading stays in the history", async () => {
    const { db, people, desk, source } = world;
    const fileId = await bareFile(db);
    const count = { fileId, version: 1, told: 0, foliation: "1–10" };
    expect(await countSheets(desk, people.archivist, count)).toMatchObject({ ok: true });
    expect(await attach(fileId, "3")).toMatchObject({ ok: true });
    const closed = { access: "closed", access_basis: "75 лет", closed_until: new Date("2037-01-01") };
    await db.prisma.spans.updateMany({ where: { file_id: fileId }, data: closed });
    expect(await readSheetImage(people.expert, fileId, 4, source)).toBeNull();
    expect(await readSheet(people.expert, fileId, "3", source)).toMatchObject({ state: "ask", image: null });
    const wanted = { fileId, position: 4, purpose: "сверка цитаты" };
    expect(await readClosedSheet(desk, people.auditor, wanted)).toMatchObject(refusalOf("heldRole"));
    expect(await readClosedSheet(desk, people.expert, wanted)).toMatchObject({ ok: true });
    const image = await readSheetImage(people.expert, fileId, 4, source);
    expect(image?.bytes.equals(page)).toBe(true);
    expect(await readSheetImage(people.reader, fileId, 4, source)).toBeNull();
    const { rows } = await db.pool.query(
      `select convert_from(bytes, 'UTF8')::jsonb #>> '{payload,facts,purpose}' as purpose from events
       where file_id = $1 and act = 'read_closed_sheet' and not refused`,
      [fileId],
    );
    expect(rows).toEqual([{ purpose: "сверка цитаты" }]);
  });

  test("what is not there and what is not for this person answer alike", async () => {
    const { db, people, source } = world;
    const fileId = await aFile(db, { owner: bodies.interior });
    await aCase(db, [fileId]).then((kase) => noConflicts(db, [people.security], [kase]));
    for (const position of [0, 4, 5000, -1]) {
      expect(await readSheetImage(people.security, fileId, position, source)).toBeNull();
      expect(await readSheetImage(people.security, newId(), position, source)).toBeNull();
    }
    expect(await readSheet(people.security, fileId, "3", source)).toBeNull();
    expect(await readSheet(people.interior, fileId, "3", source)).toMatchObject({ state: "secret" });
  });
});
