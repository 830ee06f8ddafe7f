import { appendFileSync, utimesSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { openPackage } from "@/lib/files/open-package";
import { readPackage } from "@/lib/files/read-package";
import {
  codesOf,
  directory,
  makeHome,
  openAt,
  openBytes,
  readAll,
  roomy,
  tar,
  tarGz,
  zip,
  type Packed,
} from "./packing";

const home = makeHome();

const letters: Packed[] = [
  { path: "письма/" },
  { path: "письма/первое.txt", bytes: "Қайырлы күн" },
  { path: "b.txt", bytes: "b" },
];
const texts = { "b.txt": "b", "письма/первое.txt": "Қайырлы күн" };

test("a directory, a zip, a tar and a tar in a gzip hold the same files, as often as they are read", async () => {
  const packages = [
    await openAt(directory(home, "letters", texts)),
    await openBytes(home, await zip(letters)),
    await openBytes(home, await zip(letters, false)),
    await openBytes(home, await tar(letters)),
    await openBytes(home, await tarGz(letters)),
  ];
  expect(packages.map(({ kind }) => kind)).toEqual(["directory", "zip", "zip", "tar", "tar"]);
  for (const one of packages) {
    for (const _ of [1, 2]) {
      expect(await readAll(one)).toEqual({ faults: [], warnings: [], ended: false, texts });
    }
  }
});

test("what is neither is said to be none; what is not there is a fault of the machine", async () => {
  const place = path.join(directory(home, "none", { "a.txt": "a text", empty: "" }), "a.txt");
  expect(await openPackage(place, roomy)).toMatchObject({ ok: false, fault: { code: "notPackage" } });
  const empty = path.join(home, "none", "empty");
  expect(await openPackage(empty, roomy)).toMatchObject({ ok: false, fault: { code: "notPackage" } });
  await expect(openPackage(path.join(home, "nowhere"), roomy)).rejects.toThrow("ENOENT");
});

test("a file that changes while its directory is read is named", async () => {
  const changes: ((file: string) => void)[] = [
    (file) => appendFileSync(file, "more"),
    (file) => utimesSync(file, 1, 1),
  ];
  for (const [index, change] of changes.entries()) {
    const place = directory(home, `changing-${index}`, { "a.txt": "a".repeat(1000), "b.txt": "b" });
    const read: string[] = [];
    const reading = await readPackage(await openAt(place), async (entry) => {
      for await (const _ of entry.bytes()) if (entry.path === "a.txt") change(path.join(place, "a.txt"));
      read.push(entry.path);
    });
    expect(codesOf(reading)).toEqual([["changed", "a.txt"]]);
    expect(read).toEqual(["b.txt"]);
  }
});

test("what the reader itself throws is thrown on, and no entry need be read", async () => {
  for (const bytes of [await zip(letters), await tar(letters), await tarGz(letters)]) {
    const one = await openBytes(home, bytes);
    await expect(
      readPackage(one, () => {
        throw new Error("of the reader");
      }),
    ).rejects.toThrow("of the reader");
    const names: string[] = [];
    expect((await readPackage(one, ({ path: name }) => void names.push(name))).faults).toEqual([]);
    expect(names).toHaveLength(3);
    const first: number[] = [];
    const halfway = await readPackage(one, async (entry) => {
      for await (const chunk of entry.bytes()) {
        first.push(chunk.length);
        break;
      }
    });
    expect([halfway.faults, first.length]).toEqual([[], 2]);
  }
});
