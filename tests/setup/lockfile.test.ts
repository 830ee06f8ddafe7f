import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

type Entry = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };

const text = readFileSync("package-lock.json", "utf8");
const packages = (JSON.parse(text) as { packages: Record<string, Entry> }).packages;
const versionOf = (name: string): string => packages[`node_modules/${name}`]?.version ?? "";

function atLeast(version: string, floor: string): boolean {
  const [have, want] = [version, floor].map((each) => each.split(".").map(Number));
  for (let at = 0; at < 3; at++) {
    const [mine, least] = [have?.[at] ?? NaN, want?.[at] ?? NaN];
    if (mine !== least) return mine > least;
  }
  return true;
}

test("no package lies below the version that closed its known holes", () => {
  expect(atLeast(versionOf("next"), "16.4.6"), versionOf("next")).toBe(true);
  expect(atLeast(versionOf("react"), "19.3.1"), versionOf("react")).toBe(true);
  expect(atLeast(versionOf("react-dom"), "19.3.1"), versionOf("react-dom")).toBe(true);
  expect(atLeast(versionOf("sharp"), "0.35.4"), versionOf("sharp")).toBe(true);
});

test("the comparison itself tells lower from higher", () => {
  expect(atLeast("16.4.5", "16.4.6")).toBe(false);
  expect(atLeast("16.10.0", "16.4.6")).toBe(true);
  expect(atLeast("15.9.9", "16.4.6")).toBe(false);
  expect(atLeast("", "16.4.6")).toBe(false);
});

test("TypeScript stays on the line whose programming interface lint and fence need", () => {
  expect(versionOf("typescript")).toMatch(/^6\.0\.\d+$/);
});

test("the lockfile names no registry: whoever installs uses their own", () => {
  expect(Object.keys(packages).filter((place) => packages[place]?.resolved)).toEqual([]);
  expect(text).not.toMatch(/https?:\/\/[^"]*\.tgz/);
});

test("packages for other systems are named too, without which npm ci refuses", () => {
  const missing = Object.entries(packages).flatMap(([place, entry]) =>
    Object.keys(entry.optionalDependencies ?? {}).filter((name) => !resolves(place, name)),
  );
  expect(missing).toEqual([]);
});

/** Node's own way: beside the one who asks, then further up. */
function resolves(from: string, name: string): boolean {
  if (packages[path.posix.join(from, "node_modules", name)]) return true;
  if (from === "") return false;
  const up = from.lastIndexOf("/node_modules/");
  return resolves(up < 0 ? "" : from.slice(0, up), name);
}
