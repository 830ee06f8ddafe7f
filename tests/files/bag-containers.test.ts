import { symlinkSync, truncateSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { checkBag } from "@/lib/files/check-bag";
import { bag, line, packed } from "./bags";
import { directory, forge, makeHome, openAt, openBytes, roomy, tar, zip } from "./packing";

const home = makeHome();

test("a tar may hold what is needed first as the last", async () => {
  const files = packed(bag({ "bag-info.txt": "Payload-Oxum: 1.1" }));
  for (const order of [files, [...files].reverse()]) {
    expect(await checkBag(await openBytes(home, await tar(order)))).toMatchObject({ valid: true });
  }
});

test("what a Mac packs beside the bag is no part of it", async () => {
  const files = packed(bag()).map((file) => ({ ...file, path: `bag/${file.path}` }));
  const beside = [{ path: "__MACOSX/bag/._a.txt", bytes: "x" }];
  for (const all of [
    [...files, ...beside],
    [...beside, ...files],
  ]) {
    const report = await checkBag(await openBytes(home, await zip(all)));
    expect(report).toMatchObject({ valid: true, payload: [{ path: "data/a.txt" }] });
    expect(report.warnings.map(({ code, file }) => [code, file])).toEqual([
      ["systemFile", "__MACOSX/bag/._a.txt"],
    ]);
  }
});

test("what is wrong with the container is wrong with the bag", async () => {
  const place = directory(home, "linked", bag() as Record<string, string>);
  symlinkSync("a.txt", path.join(place, "data", "b.txt"));
  expect((await checkBag(await openAt(place))).faults).toMatchObject([{ code: "link", file: "data/b.txt" }]);

  const files = packed(bag({ "data/a.txt": "aaaa", "manifest-md5.txt": line("data/a.txt", "aaaa") }));
  const altered = forge(await zip(files, false), "aaaa", "aaxa");
  expect((await checkBag(await openBytes(home, altered))).faults).toMatchObject([
    { code: "checksumDiffers", file: "data/a.txt" },
  ]);
  const cut = (await tar(files)).subarray(0, 1600);
  expect((await checkBag(await openBytes(home, cut))).faults).toMatchObject([{ code: "truncated" }]);
  const small = { ...roomy, bytes: 100 };
  const large = await openBytes(home, await zip(packed(bag({ "data/b": "b".repeat(200) }))), small);
  expect((await checkBag(large)).faults).toMatchObject([{ code: "tooLarge" }]);
});

test("tag files that would fill the memory are not read", async () => {
  const large: [string, number][] = [
    ["manifest-sha1.txt", 65],
    ["bag-info.txt", 2],
  ];
  for (const [name, megabytes] of large) {
    const place = directory(home, `large-${megabytes}`, { ...(bag() as Record<string, string>), [name]: "" });
    truncateSync(path.join(place, name), megabytes * 1024 * 1024);
    const { valid, faults } = await checkBag(await openAt(place));
    expect(valid).toBe(false);
    expect(faults.map(({ code, file }) => [code, file])).toEqual([["tagFilesTooLarge", name]]);
  }
});

test("a manifest may be wrong in every line, and name more than may be read", async () => {
  const sound = line("data/a.txt", "a");
  const wrong = packed(bag({ "manifest-md5.txt": `${sound}${"x".repeat(500)}\n${"x\n".repeat(20_000)}` }));
  const { faults } = await checkBag(await openBytes(home, await zip(wrong)));
  expect(faults).toHaveLength(10_001);
  expect(faults[0]?.detail).toBe("x".repeat(200));
  expect(faults.at(-1)).toMatchObject({ code: "tooManyFaults" });

  const few = { ...roomy, entries: 5 };
  const names = ["a", "b", "c", "d", "e", "f"].map((name) => line(`data/${name}`, "")).join("");
  const long = await openBytes(home, await zip(packed(bag({ "manifest-md5.txt": names }))), few);
  expect((await checkBag(long)).faults).toContainEqual(
    expect.objectContaining({ code: "tooManyEntries", file: "data/f", detail: "5" }),
  );
});
