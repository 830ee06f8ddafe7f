import { randomBytes } from "node:crypto";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import type { Limits } from "@/lib/files/package";
import { readPackage } from "@/lib/files/read-package";
import {
  codesOf,
  directory,
  forge,
  forgeCentral,
  makeHome,
  openAt,
  openBytes,
  readAll,
  tar,
  tarGz,
  zip,
} from "./packing";

const home = makeHome();

const zeros = Buffer.alloc(20_000_000);

test("a bomb is stopped while it goes off, whatever its headers say", async () => {
  const honest = await zip([{ path: "zeros", bytes: zeros }]);
  const modest = forgeCentral(honest, 24, 1000, 4);
  const gzipped = await tarGz([{ path: "zeros", bytes: zeros }]);
  for (const bytes of [honest, modest, gzipped]) {
    let read = 0;
    const reading = await readPackage(await openBytes(home, bytes), async (entry) => {
      for await (const chunk of entry.bytes()) read += chunk.length;
    });
    expect(codesOf(reading)).toEqual([["expandsTooMuch", "zeros"]]);
    expect(reading.ended).toBe(true);
    expect(read).toBeLessThan(8_000_000);
  }
  const small = await zip([{ path: "zeros", bytes: zeros.subarray(0, 1_000_000) }]);
  expect((await readAll(await openBytes(home, small))).faults).toEqual([]);
  const stored = await openBytes(home, await zip([{ path: "zeros", bytes: zeros }], false));
  expect((await readAll(stored)).faults).toEqual([]);
});

test("entries that share their compressed bytes are counted together", async () => {
  const size = 50_000;
  const text = Buffer.from(randomBytes(size / 2).toString("hex"));
  const names = Array.from({ length: 300 }, (_, index) => `f${String(index).padStart(3, "0")}`);
  const whole = await zip([{ path: names[0]!, bytes: text }], false);
  const start = whole.indexOf("PK\x01\x02", "latin1");
  const end = whole.indexOf("PK\x05\x06", "latin1");
  const record = whole.subarray(start, end);
  const records = names.map((name) => forge(record, names[0]!, name));
  const tail = Buffer.from(whole.subarray(end));
  tail.writeUInt16LE(names.length, 8);
  tail.writeUInt16LE(names.length, 10);
  tail.writeUInt32LE(record.length * names.length, 12);
  const bytes = Buffer.concat([whole.subarray(0, start), ...records, tail]);
  const reading = await readAll(await openBytes(home, bytes));
  expect(reading.faults.map(({ code }) => code)).toEqual(["expandsTooMuch"]);
});

test("limits of bytes and of entries hold for every container", async () => {
  const files = ["a", "b", "c"].map((name) => ({ path: name, bytes: "x".repeat(100) }));
  const place = directory(home, "three", Object.fromEntries(files.map((file) => [file.path, file.bytes])));
  const zipped = await zip(files);
  const tarred = await tar(files);
  const openers = [
    (limits: Limits) => openAt(place, limits),
    (limits: Limits) => openBytes(home, zipped, limits),
    (limits: Limits) => openBytes(home, tarred, limits),
    (limits: Limits) => openBytes(home, gzipSync(tarred), limits),
  ];
  for (const opened of openers) {
    expect((await readAll(await opened({ bytes: 300, entries: 3 }))).faults).toEqual([]);
    expect(codesOf(await readAll(await opened({ bytes: 299, entries: 3 })))).toEqual([["tooLarge", "c"]]);
    expect(codesOf(await readAll(await opened({ bytes: 300, entries: 2 })))).toEqual([
      ["tooManyEntries", "c"],
    ]);
  }
});

test("an archive inside is a file like any other", async () => {
  const inner = await zip([{ path: "zeros", bytes: zeros }]);
  const { faults, texts: read } = await readAll(
    await openBytes(home, await zip([{ path: "in.zip", bytes: inner }])),
  );
  expect(faults).toEqual([]);
  expect(Object.keys(read)).toEqual(["in.zip"]);
});

test("encrypted entries and unknown methods are named, the others are read", async () => {
  const bytes = await zip([
    { path: "secret", bytes: "s" },
    { path: "open", bytes: "o" },
  ]);
  const cases: [number, number, string][] = [
    [8, 0x801, "encrypted"],
    [8, 0x841, "encrypted"],
    [10, 12, "methodUnknown"],
  ];
  for (const [offset, value, code] of cases) {
    const reading = await readAll(await openBytes(home, forgeCentral(bytes, offset, value, 2)));
    expect(reading.faults.map((fault) => fault.code)).toEqual([code]);
    // Strong encryption may hide the list itself: nothing is read after it.
    if (value !== 0x841) expect(reading.texts).toEqual({ open: "o" });
  }
});

test("an archive that was cut is told from one that is whole, wherever it was cut", async () => {
  const files = ["a", "b"].map((name) => ({ path: name, bytes: randomBytes(2000).toString("hex") }));
  const [zipped, tarred, gzipped] = [await zip(files), await tar(files), await tarGz(files)];
  const cuts: [Buffer, number[]][] = [
    [zipped, [100, zipped.length >> 1, zipped.length - 30]],
    // 512 bytes of head and 4096 of a file: the third cut is between two files, the last one in the end blocks.
    [tarred, [600, 3000, 4608, 4608 * 2, 4608 * 2 + 512]],
    [gzipped, [20, gzipped.length >> 1, gzipped.length - 4]],
  ];
  for (const [bytes, places] of cuts) {
    expect((await readAll(await openBytes(home, bytes))).faults).toEqual([]);
    for (const at of places) {
      const { faults, ended } = await readAll(await openBytes(home, bytes.subarray(0, at)));
      expect(
        faults.map(({ code }) => code),
        `cut at ${at} of ${bytes.length}`,
      ).toEqual(["truncated"]);
      expect(ended).toBe(true);
    }
  }
});

test("bytes that are not the promised ones are named, and the other entries are read", async () => {
  const files = ["a", "b"].map((name) => ({ path: name, bytes: `${name}${"-".repeat(50)}` }));
  const stored = await zip(files, false);
  const altered = forge(stored, "a-----", "a--x--");
  expect(codesOf(await readAll(await openBytes(home, altered)))).toEqual([["checksumDiffers", "a"]]);
  const lying = forgeCentral(stored, 24, 7, 4);
  expect(codesOf(await readAll(await openBytes(home, lying)))).toEqual([["sizeDiffers", "a"]]);
  const broken = Buffer.from(await zip(files));
  broken.fill(0xff, 31 + 1, 31 + 6);
  const reading = await readAll(await openBytes(home, broken));
  expect(codesOf(reading)).toEqual([["damaged", "a"]]);
  expect(Object.keys(reading.texts)).toEqual(["b"]);
  const tarred = await tar(files);
  tarred[1024 + 3] = 0x41;
  expect((await readAll(await openBytes(home, tarred))).faults.map(({ code }) => code)).toEqual(["damaged"]);
});
