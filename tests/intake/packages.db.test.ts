import { readdir } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { readRejects } from "@/lib/intake/rejects";
import type { Problem } from "@/lib/intake/view";
import { bag, line, packed } from "../files/bags";
import { cases, refused, suite, whyNone } from "../files/bagit-suite";
import { filesBelow, forgeCentral, tar, tarGz, zip, type Packed } from "../files/packing";
import { one } from "./desk";
import { openImportDesk, type Opened } from "./import-desk";
import { hashBytes, importNow, send, workOff } from "./jobs";
import { plantTable, table } from "./planted-bag";

let { connection, desk, archivist, propose, accept } = {} as Opened;
openImportDesk((opened) => ({ connection, desk, archivist, propose, accept } = opened));

const list = (fonds: number, ...rows: string[]): string =>
  ["Архив;Фонд;Опись;Номер дела;Листы", ...rows.map((row) => `ЦГА;${fonds};1;${row}`)].join("\n");
const ead = (record: string): string =>
  `<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${record}</recordid></control>
   <archdesc level="fonds"><did><unitid>${record}</unitid><unittitle>Фонд</unittitle></did></archdesc></ead>`;

async function refuse(bytes: Uint8Array, name = "sent.zip"): Promise<Problem> {
  const id = await send(desk, archivist, bytes, { name });
  await workOff(desk);
  const { state, problem } = await importNow(connection, id);
  expect(state).toBe("unreadable");
  return problem!;
}

const scans = [
  { path: "scans/1.jpg", bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) },
  { path: "readme.txt", bytes: "Read me first" },
  { path: ".DS_Store", bytes: "x" },
];
const inside = (fonds: number): Packed[] => [
  ...scans,
  { path: "lists/list.csv", bytes: list(fonds, "1;5", "2;сто") },
];

describe("a package with one table", () => {
  it.each([
    ["zip", zip],
    ["tar", tar],
    ["tar.gz", tarGz],
  ])(
    "as a %s is taken in like the table, its rejects too, under the hash of what was sent",
    async (kind, pack) => {
      const fonds = { zip: 11, tar: 12, "tar.gz": 13 }[kind]!;
      const bytes = await pack(inside(fonds));
      const { id, digest, summary } = await propose(bytes, `sent.${kind}`);
      expect(summary).toMatchObject({
        part: {
          path: "lists/list.csv",
          sheet: null,
          sha256: hashBytes(Buffer.from(list(fonds, "1;5", "2;сто"))),
        },
        counts: { file: { added: 1 } },
        problemCount: 1,
      });
      const beside = summary.remarks.filter(({ code }) => code === "besideNotRead");
      expect(beside.map(({ detail }) => detail.split(", ").sort())).toEqual([["readme.txt", "scans/1.jpg"]]);
      const rejects = await readRejects(desk, archivist, id);
      expect(await text(Readable.from(rejects!.csv))).toContain(`,ЦГА,${fonds},1,2,сто`);
      expect(await accept(archivist, { id, digest })).toMatchObject({ state: "accepted" });
      const told = await one<{ sha256: string; file: string }>(
        connection,
        `select convert_from(bytes, 'UTF8')::jsonb->'payload'->>'sha256' sha256,
         convert_from(bytes, 'UTF8')::jsonb->'payload'->>'file' file from events where act = 'imported' order by seq desc limit 1`,
      );
      expect(told).toEqual({ sha256: hashBytes(bytes), file: `sent.${kind}` });
    },
  );

  it("leaves nothing beside the two files", async () => {
    const bytes = await zip(inside(14));
    await propose(bytes, "sent.zip");
    const root = path.join(process.env.AQTALU_DATA!, "deliveries");
    const lying = (await readdir(root, { recursive: true, withFileTypes: true })).filter((at) => at.isFile());
    expect(lying.map(({ name }) => name).filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
    expect(lying.map(({ name }) => name)).toContain(hashBytes(bytes));
  });

  it("or one finding aid is taken in as a whole, and known a second time", async () => {
    const first = await propose(await zip([...scans, { path: "a/aid.xml", bytes: ead("Ф. 1") }]), "aid.zip");
    expect(first.summary).toMatchObject({
      kind: "ead",
      part: { path: "a/aid.xml" },
      counts: { unit: { added: 1 } },
    });
    expect(await accept(archivist, first)).toMatchObject({ state: "accepted" });
    const again = await propose(ead("Ф. 1"), "aid.xml");
    expect(again.summary).toMatchObject({ part: null, counts: { unit: { added: 0, unchanged: 1 } } });
  });

  it("prefers what it knows by its headings to what only has the name of a table", async () => {
    const both = [
      { path: "a.csv", bytes: "x;y\n1;2" },
      { path: "b.csv", bytes: list(15, "1;5") },
    ];
    expect((await propose(await zip(both))).summary).toMatchObject({ part: { path: "b.csv" } });
    const unknown = await refuse(await zip([...scans, both[0]!]));
    expect(unknown).toMatchObject({
      code: "unknownHeading",
      inside: "a.csv",
      place: { row: 1, heading: "x" },
    });
  });
});

describe("a package is refused", () => {
  it("with what was found, where nothing or several things can be read", async () => {
    expect(await refuse(await zip(scans))).toMatchObject({
      code: "nothingToRead",
      detail: expect.stringContaining("scans/1.jpg"),
    });
    expect(await refuse(await zip([]))).toMatchObject({ code: "nothingToRead", detail: "0" });
    const two = [
      { path: "a.csv", bytes: list(16, "1;5") },
      { path: "b.xml", bytes: ead("Ф. 2") },
    ];
    expect(await refuse(await zip(two))).toMatchObject({ code: "severalToRead", detail: "a.csv, b.xml" });
    expect(await refuse(await zip([{ path: "a.pdf", bytes: "%PDF-1.4" }]))).toMatchObject({
      code: "unknownKind",
      detail: "a.pdf",
    });
    const word = [
      { path: "[Content_Types].xml", bytes: "<Types/>" },
      { path: "word/document.xml", bytes: "<d/>" },
    ];
    expect(await refuse(await zip(word), "letter.docx")).toMatchObject({
      code: "unknownKind",
      detail: "letter.docx",
    });
    const old = Buffer.from("d0cf11e0a1b11ae1", "hex");
    expect(await refuse(old, "list.xls")).toMatchObject({ code: "oldOffice", detail: "list.xls" });
  });

  const sound = inside(17);
  it.each<[string, string, () => Promise<Buffer>, string?]>([
    ["climbs", "pathClimbs", () => tar([...sound, { path: "../out.csv", bytes: "x" }]), "../out.csv"],
    [
      "is a link",
      "link",
      () => zip([...sound, { path: "l.csv", bytes: "/etc/passwd", mode: 0o120777 }]),
      "l.csv",
    ],
    ["is encrypted", "encrypted", async () => forgeCentral(await zip(sound), 8, 0x0801, 2), "scans/1.jpg"],
    [
      "is a bomb",
      "expandsTooMuch",
      () => zip([...sound, { path: "b.jpg", bytes: Buffer.alloc(5e6) }]),
      "b.jpg",
    ],
    [
      "is a bomb of rows",
      "expandsTooMuch",
      () => zip([{ path: "b.csv", bytes: `${list(1)}\n${"ЦГА;1;1;1;5\n".repeat(4e5)}` }]),
      "b.csv",
    ],
    ["is damaged", "checksumDiffers", async () => forgeCentral(await zip(sound), 16, 7, 4), "scans/1.jpg"],
    ["breaks off", "truncated", async () => (await zip(sound)).subarray(0, -30)],
    ["breaks off in a gzip", "truncated", async () => (await tarGz(sound)).subarray(0, -20)],
    ["is no tar", "truncated", () => Promise.resolve(gzipSync(list(1, "1;5")))],
  ])("where an entry %s (%s)", async (_, code, pack, at) => {
    const problem = await refuse(await pack());
    expect(problem.code).toBe(`package.${code}`);
    if (at) expect(problem.place).toMatchObject({ kind: "entry", path: at });
  });
});

describe("a bag", () => {
  const csv = list(18, "1;5");
  const outside = { "lost.csv": list(18, "7;5"), "data/scan.jpg": "jpg" };
  const manifest = line("data/list.csv", csv) + line("data/scan.jpg", "jpg");
  const sound = bag({
    "manifest-md5.txt": manifest,
    "data/list.csv": csv,
    "data/a.txt": undefined,
    ...outside,
  });

  it.each([
    ["zip", zip],
    ["tar", tar],
    ["tar.gz", tarGz],
  ])("as a %s gives the table of its payload alone", async (kind, pack) => {
    const based = packed(sound).map((file) => ({ ...file, path: `bag/${file.path}` }));
    const { summary } = await propose(await pack(based), `bag.${kind}`);
    expect(summary.part).toMatchObject({ path: "bag/data/list.csv", sha256: hashBytes(Buffer.from(csv)) });
    expect(summary.remarks[0]).toMatchObject({ code: "besideNotRead", detail: "bag/data/scan.jpg" });
  });

  it("is refused with all that is wrong, each by its path and where it is listed", async () => {
    const wrong = { ...sound, "data/list.csv": `${csv}\n`, "data/new.jpg": "x" };
    expect(await refuse(await zip(packed(wrong)))).toMatchObject({
      code: "package.hashDiffers",
      place: { kind: "entry", path: "data/list.csv", listed: { file: "manifest-md5.txt", line: 1 } },
      others: { count: 1, shown: [{ code: "package.unlisted", place: { path: "data/new.jpg" } }] },
    });
  });
});

describe("the conformance suite, with a table in each payload", () => {
  test.skipIf(cases.length === 0)(`is here, whole (or: ${whyNone})`, () => expect(cases).toHaveLength(41));

  it.each(cases)("%s", async (name) => {
    const bytes = await zip(plantTable(await filesBelow(suite + name)));
    const wrong = refused[name];
    if (!wrong) {
      const { summary } = await propose(bytes, "bag.zip");
      expect(summary).toMatchObject({ part: { path: "data/list.csv" }, counts: { file: { added: 2 } } });
      expect(summary.part!.size).toBe(Buffer.byteLength(table));
      return;
    }
    const { others, ...first } = await refuse(bytes, "bag.zip");
    const found = [first, ...(others?.shown ?? [])].map(({ code, place }) => {
      if (place.kind !== "entry") throw new Error("a fault of a bag has a path");
      const { path: at, listed } = place;
      return listed ? [code, at, `${listed.file}:${listed.line}`] : [code, at];
    });
    expect(found.sort()).toEqual(wrong.map(([code, ...rest]) => [`package.${code}`, ...rest]).sort());
  });
});
