import { createHash } from "node:crypto";
import { PassThrough, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { afterEach, expect, test } from "vitest";
import { checkBag } from "@/lib/files/check-bag";
import { writeBag, type BagFile } from "@/lib/files/write-bag";
import { makeHome, openBytes, readAll } from "./packing";

const home = makeHome();
const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

function file(path: string, ...chunks: (string | Buffer)[]): BagFile {
  return {
    path,
    async *open() {
      for (const chunk of chunks) yield Buffer.from(chunk);
    },
  };
}

const files = [
  file("опись/дело 1.txt", "Қайырлы ", "күн"),
  file("empty"),
  file("100%25 of\r\nit~.txt", "odd"),
  file("zeros.tif", Buffer.alloc(3_000_000)),
];
const info: [string, string][] = [
  ["Source-Organization", "Мемлекеттік архив"],
  ["Bagging-Date", "2026-01-01"],
  ["Contact-Name", "A"],
  ["Contact-Name", "B"],
];

async function write(...args: [readonly BagFile[], readonly [string, string][], string?]): Promise<Buffer> {
  const into = new PassThrough();
  const [bytes, writing] = await Promise.all([buffer(into), writeBag(args[0], args[1], into, args[2])]);
  expect(writing).toMatchObject({ ok: true });
  return bytes;
}

test("what is written is a valid bag, without a warning, and says what it holds", async () => {
  const bytes = await write(files, info, "дело-10");
  const source = await openBytes(home, bytes);
  const report = await checkBag(source);
  expect(report).toMatchObject({ valid: true, version: "1.0", faults: [], warnings: [] });
  expect(report.info).toEqual([...info, ["Payload-Oxum", "3000024.4"]]);
  const sha256 = createHash("sha256").update("Қайырлы күн").digest("hex");
  expect(report.payload).toContainEqual({
    path: "data/опись/дело 1.txt",
    size: Buffer.byteLength("Қайырлы күн"),
    sha256,
  });
  const { texts } = await readAll(source);
  expect(Object.keys(texts).every((path) => path.startsWith("дело-10/"))).toBe(true);
  expect(texts["дело-10/manifest-sha256.txt"]).toContain("  data/100%2525 of%0D%0Ait~.txt\n");
  expect(texts["дело-10/tagmanifest-sha256.txt"]?.trim().split("\n")).toHaveLength(3);
});

test("the same files give the same bytes, in whatever order, hour and place", async () => {
  process.env.TZ = "Asia/Almaty";
  const there = await write(files, info);
  process.env.TZ = "America/New_York";
  const here = await write([...files].reverse(), info);
  expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(300);
  expect(here.equals(there)).toBe(true);
  expect((await write(files, [])).equals(there)).toBe(false);
});

test("a bag may hold nothing", async () => {
  const report = await checkBag(await openBytes(home, await write([], [])));
  expect(report).toMatchObject({ valid: true, payload: [], info: [["Payload-Oxum", "0.0"]] });
});

test("what no bag should hold is refused before a byte is written", async () => {
  const refused: [readonly BagFile[], [string, string][], string, string][] = [
    [[file("../a")], [], "bag", "pathClimbs"],
    [[file("a\\b")], [], "bag", "pathBackslash"],
    [[file("./a")], [], "bag", "pathForm"],
    [[file("")], [], "bag", "pathForm"],
    [[file("a"), file("a")], [], "bag", "repeatedPath"],
    [[file("a"), file("a/b")], [], "bag", "repeatedPath"],
    [[], [["La:bel", "x"]], "bag", "infoForm"],
    [[], [["Label", "x\nPayload-Oxum: 1.1"]], "bag", "infoForm"],
    [[], [["payload-oxum", "1.1"]], "bag", "infoForm"],
    [[], [], "data", "pathForm"],
    [[], [], "a/b", "pathForm"],
    [[], [], "/bag", "pathAbsolute"],
  ];
  for (const [held, told, name, code] of refused) {
    const written: unknown[] = [];
    const into = new Writable({ write: (chunk, _, done) => (written.push(chunk), done()) });
    expect(await writeBag(held, told, into, name)).toMatchObject({ ok: false, code });
    expect(written).toEqual([]);
  }
});

test("a file that cannot be read, and a reader that goes away, are faults, and what was open is closed", async () => {
  const broken: BagFile = {
    path: "b",
    async *open() {
      yield Buffer.from("half");
      throw new Error("the disk is gone");
    },
  };
  const into = new PassThrough();
  into.resume();
  await expect(writeBag([file("a", "a"), broken], info, into)).rejects.toThrow("the disk is gone");
  expect(into.destroyed).toBe(true);

  let closed = false;
  const endless: BagFile = {
    path: "c",
    async *open() {
      try {
        for (;;) yield Buffer.alloc(65_536);
      } finally {
        closed = true;
      }
    },
  };
  const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error("the reader is gone")) });
  await expect(writeBag([endless], info, gone)).rejects.toThrow("the reader is gone");
  await expect.poll(() => closed).toBe(true);
});
