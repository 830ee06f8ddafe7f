import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { unpack } from "@/lib/files/unpack";
import { forge, makeHome, openBytes, tar, tarGz, zip } from "./packing";

const home = makeHome();
const files = [
  { path: "опись/" },
  { path: "опись/дело 1/лист.txt", bytes: "лист", mode: 0o100777 },
  { path: "a.txt", bytes: "a" },
];

test("a package is written whole, for its owner alone", async () => {
  for (const [index, bytes] of [await zip(files), await tar(files), await tarGz(files)].entries()) {
    const into = path.join(home, "made", `whole-${index}`);
    expect(await unpack(await openBytes(home, bytes), into)).toEqual({ ok: true, files: 2, warnings: [] });
    expect(readFileSync(path.join(into, "опись/дело 1/лист.txt"), "utf8")).toBe("лист");
    expect(statSync(path.join(into, "опись/дело 1/лист.txt")).mode & 0o777).toBe(0o600);
    expect(statSync(into).mode & 0o777).toBe(0o700);
  }
  expect(readdirSync(path.join(home, "made")).sort()).toEqual(["whole-0", "whole-1", "whole-2"]);
});

test("one refused entry leaves nothing behind, inside or outside", async () => {
  const stand = "xx/evil.txt";
  const evil = { path: stand, bytes: "evil" };
  const zipped = forge(await zip([...files, evil]), stand, "../evil.txt");
  const cut = await tar(files);
  mkdirSync(path.join(home, "refused"));
  for (const bytes of [zipped, cut.subarray(0, cut.length - 1024)]) {
    const into = path.join(home, "refused", "in");
    const outcome = await unpack(await openBytes(home, bytes), into);
    expect(outcome.ok).toBe(false);
  }
  expect(readdirSync(path.join(home, "refused"))).toEqual([]);
  expect(existsSync(path.join(home, "evil.txt"))).toBe(false);
});

test("a place that is taken is left as it is", async () => {
  const into = path.join(home, "taken");
  mkdirSync(into);
  await expect(unpack(await openBytes(home, await zip(files)), into)).rejects.toThrow("there is something");
  expect(readdirSync(into)).toEqual([]);
});
