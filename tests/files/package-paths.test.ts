import { execFileSync } from "node:child_process";
import { symlinkSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
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
  zip,
} from "./packing";

const home = makeHome();

const leaving: [path: string, code: string][] = [
  ["../evil.txt", "pathClimbs"],
  ["a/../../b.txt", "pathClimbs"],
  ["a\\..\\..\\b.txt", "pathClimbs"],
  ["/etc/passwd", "pathAbsolute"],
  ["C:/evil.txt", "pathAbsolute"],
  ["C:evil.txt", "pathAbsolute"],
  ["//server/a", "pathAbsolute"],
  ["\\\\server\\a", "pathAbsolute"],
  ["\\\\?\\UNC\\a", "pathAbsolute"],
  ["~/a.txt", "pathShortcut"],
  ["~root/a.txt", "pathShortcut"],
  ["%HomeDrive%/a", "pathShortcut"],
  ["a\\b.txt", "pathBackslash"],
  ["d/".repeat(64) + "a", "tooDeep"],
];

test.each(leaving)("the path %s is refused as %s, and what stands beside it is read", async (name, code) => {
  const stand = "x".repeat(name.length);
  const good = { path: "good.txt", bytes: "good" };
  const zipped = forge(await zip([{ path: stand, bytes: "no" }, good]), stand, name);
  const tarred = await tar([{ path: name, bytes: "no" }, good]);
  for (const bytes of [zipped, tarred, gzipSync(tarred)]) {
    const reading = await readAll(await openBytes(home, bytes));
    expect(codesOf(reading)).toEqual([[code, name]]);
    expect(reading.texts).toEqual({ "good.txt": "good" });
  }
});

test("names that only look like shortcuts are names", async () => {
  const names = ["~$letter.doc", "data/~a.txt", "data/%7Ea.txt", "%7Ea.txt", "a..b/...c", "data/b:c"];
  const files = names.map((name) => ({ path: name, bytes: name }));
  for (const bytes of [await zip(files), await tar(files)]) {
    const reading = await readAll(await openBytes(home, bytes));
    expect(reading.faults).toEqual([]);
    expect(Object.keys(reading.texts)).toEqual(names);
  }
});

test("links and devices are refused by name", async () => {
  const types = ["symlink", "link", "fifo", "character-device", "block-device"] as const;
  const tarred = await tar(types.map((type) => ({ path: type, header: { type, linkname: "/etc/passwd" } })));
  expect(codesOf(await readAll(await openBytes(home, tarred)))).toEqual([
    ["link", "symlink"],
    ["link", "link"],
    ["notFile", "fifo"],
    ["notFile", "character-device"],
    ["notFile", "block-device"],
  ]);
  const zipped = await zip([
    { path: "shortcut", bytes: "/etc/passwd", mode: 0o120777 },
    { path: "pipe", mode: 0o010644 },
  ]);
  expect(codesOf(await readAll(await openBytes(home, zipped)))).toEqual([
    ["link", "shortcut"],
    ["notFile", "pipe"],
  ]);
  const place = directory(home, "links", { "a.txt": "a" });
  symlinkSync("/etc", path.join(place, "etc"));
  symlinkSync("a.txt", path.join(place, "b.txt"));
  execFileSync("mkfifo", [path.join(place, "pipe")]);
  const reading = await readAll(await openAt(place));
  expect(codesOf(reading)).toEqual([
    ["link", "b.txt"],
    ["link", "etc"],
    ["notFile", "pipe"],
  ]);
  expect(reading.texts).toEqual({ "a.txt": "a" });
});

test("two entries of one path are a fault, of one path but for case or normalization a warning", async () => {
  const twice = [
    { path: "a.txt", bytes: "1" },
    { path: "a.txt", bytes: "2" },
    { path: "./a.txt", bytes: "3" },
    { path: "a.txt/b", bytes: "4" },
  ];
  for (const bytes of [await zip(twice), await tar(twice)]) {
    const reading = await readAll(await openBytes(home, bytes));
    expect(codesOf(reading)).toEqual([
      ["repeatedPath", "a.txt"],
      ["repeatedPath", "./a.txt"],
      ["repeatedPath", "a.txt/b"],
    ]);
    expect(reading.texts).toEqual({ "a.txt": "1" });
  }
  const alike = ["Опись/й.txt", "опись/й.txt", "e\u0301.txt", "\u00e9.txt"].map((name) => ({ path: name }));
  for (const bytes of [await zip(alike), await tar(alike)]) {
    const { faults, warnings } = await readAll(await openBytes(home, bytes));
    expect(faults).toEqual([]);
    expect(warnings).toEqual([
      { code: "sameButForCase", path: "опись", detail: "Опись" },
      { code: "sameButForCase", path: "опись/й.txt", detail: "Опись/й.txt" },
      { code: "sameButForNormalization", path: "\u00e9.txt", detail: "e\u0301.txt" },
    ]);
  }
});

test("names of an old Windows are read by its code page, and said to be a guess", async () => {
  const old = Buffer.from([0x8e, 0xaf, 0xa8, 0xe1, 0xec]);
  const unmarked = forge(await zip([{ path: "xxxxx.txt", bytes: "1" }]), "xxxxx", old);
  const bytes = forgeCentral(unmarked, 8, 0, 2);
  const reading = await readAll(await openBytes(home, bytes));
  expect(reading.texts).toEqual({ "Опись.txt": "1" });
  expect(reading.warnings).toEqual([{ code: "nameEncodingGuessed", path: "Опись.txt", detail: "" }]);
  expect((await readAll(await openBytes(home, unmarked))).faults.map(({ code }) => code)).toEqual([
    "nameEncoding",
  ]);
  const tarred = forge(await tar([{ path: "xxxxx.txt", bytes: "1" }]), "xxxxx", "xxxxx");
  old.copy(tarred, 0);
  // The checksum of a tar header is the sum of its bytes.
  const sum = tarred.subarray(0, 512).reduce((all, byte, at) => all + (at >= 148 && at < 156 ? 32 : byte), 0);
  tarred.write(`${sum.toString(8).padStart(6, "0")} `, 148, "latin1");
  expect((await readAll(await openBytes(home, tarred))).faults.map(({ code }) => code)).toEqual([
    "nameEncoding",
  ]);
});
