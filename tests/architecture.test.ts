import { execFileSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";

type Report = {
  summary: {
    totalCruised: number;
    violations: { from: string; to: string; rule: { name: string } }[];
  };
};

const root = process.cwd();
const trees: string[] = [];
afterAll(() => trees.forEach((tree) => rmSync(tree, { recursive: true, force: true })));

/** A tree of these files behind the fence of this repository. */
function cruise(files: Record<string, string>): Report["summary"] {
  const tree = mkdtempSync(path.join(tmpdir(), "aqtalu-fence-"));
  trees.push(tree);
  for (const file of [".dependency-cruiser.cjs", "tsconfig.json"]) cpSync(file, path.join(tree, file));
  symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.join(tree, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(tree, file), text);
  }
  const places = [...new Set(Object.keys(files).map((file) => file.split("/")[0] ?? ""))];
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json", ...places];
  const program = path.join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  return (JSON.parse(run(program, args, tree)) as Report).summary;
}

/** The cruiser ends with the number of violations, and writes its report all the same. */
function run(program: string, args: string[], cwd: string): string {
  try {
    return execFileSync(process.execPath, [program, ...args], { cwd, encoding: "utf8", stdio: "pipe" });
  } catch (fault) {
    return (fault as { stdout: string }).stdout;
  }
}

const innocent = {
  "lib/law/law.ts": "export const law = 1;\n",
  "lib/store/cases.ts": 'import { law } from "@/lib/law/law";\nexport const cases = law;\n',
  "lib/cases/perform.ts": 'import { cases } from "@/lib/store/cases";\nexport const perform = cases;\n',
  "lib/cases/view.ts": 'import { law } from "@/lib/law/law";\nexport const view = law;\n',
  "components/cases/row.ts": 'import { view } from "@/lib/cases/view";\nexport const row = view;\n',
  "app/page.ts": 'import { row } from "@/components/cases/row";\nexport default row;\n',
};

const planted: [file: string, imports: string, rule: string][] = [
  ["lib/law/decide.ts", "@/lib/store/cases", "not-in-allowed"],
  ["lib/law/clock.ts", "node:fs", "pure-rooms-need-nothing"],
  ["app/other.ts", "@/lib/store/cases", "not-in-allowed"],
  ["components/ui/button.ts", "@/lib/cases/view", "not-in-allowed"],
  ["components/cases/act.ts", "@/lib/cases/perform", "not-in-allowed"],
  ["lib/files/read.ts", "pg", "only-the-store-speaks-to-the-database"],
  ["lib/cases/read.ts", "next/headers", "no-next-below-the-features"],
  ["lib/units/write.ts", "@/lib/cases/perform", "nobody-performs-for-another"],
  ["components/cases/page.ts", "@/app/page", "nothing-imports-routes"],
  ["lib/cases/lost.ts", "@/lib/cases/nowhere", "unresolved"],
];

/** Two files that import each other: with what runs, for a type one way, for types alone. */
const rings: Record<string, Record<string, string>> = {
  "that runs": {
    "lib/units/a.ts": 'import { b } from "./b";\nexport const a = (): unknown => b;\n',
    "lib/units/b.ts": 'import { a } from "./a";\nexport const b = (): unknown => a;\n',
  },
  "closed by a type": {
    "lib/people/a.ts": 'import { b } from "./b";\nexport type A = 1;\nexport const a = b;\n',
    "lib/people/b.ts": 'import { type A } from "./a";\nexport const b: A = 1;\n',
  },
  "of types alone": {
    "lib/sheets/a.ts": 'import type { B } from "./b";\nexport type A = { b?: B };\n',
    "lib/sheets/b.ts": 'import type { A } from "./a";\nexport type B = { a?: A };\n',
  },
};

test("the fence reads modules, lets what is allowed pass and reports every planted violation", () => {
  const clean = cruise(innocent);
  expect(clean.totalCruised).toBeGreaterThanOrEqual(Object.keys(innocent).length);
  expect(clean.violations).toEqual([]);

  const plants = planted.map(([file, from]) => [
    file,
    `import * as it from "${from}";\nexport default it;\n`,
  ]);
  const { violations } = cruise({
    ...innocent,
    ...(Object.fromEntries(plants) as typeof innocent),
    ...Object.fromEntries(Object.values(rings).flatMap((files) => Object.entries(files))),
  });
  for (const [file, , rule] of planted) {
    expect(
      violations.some((found) => found.from === file && found.rule.name === rule),
      `${rule} in ${file}`,
    ).toBe(true);
  }
  for (const [kind, files] of Object.entries(rings)) {
    expect(
      violations.some((found) => found.rule.name === "no-cycle" && found.from in files),
      `a ring ${kind}`,
    ).toBe(true);
  }
}, 60_000);

/** Every source file below, without what is generated. */
function sources(...places: string[]): string[] {
  const all = places.flatMap((place) =>
    readdirSync(place, { recursive: true, encoding: "utf8" }).map((name) => path.join(place, name)),
  );
  return all.filter((file) => /\.(ts|tsx|mjs)$/.test(file) && !file.startsWith("lib/store/generated"));
}

const textOf = (file: string): string => readFileSync(file, "utf8");

test("an Actor is made in one place", () => {
  // The brand of an Actor can only be given by an assertion.
  const makers = sources("app", "components", "lib", "scripts").filter((file) =>
    /\bas Actor\b/.test(textOf(file)),
  );
  expect(makers).toEqual(["lib/auth/actor.ts"]);
});

test("no comment silences the compiler or the lint", () => {
  const silenced = sources("app", "components", "lib", "scripts", "e2e", "tests").filter(
    (file) =>
      file !== "tests/architecture.test.ts" &&
      /@ts-(ignore|nocheck|expect-error)|eslint-disable/.test(textOf(file)),
  );
  expect(silenced).toEqual([]);
});

test("files are small: median at most 70 lines, nine of ten at most 170, none over 250", () => {
  const files = [...sources("app", "components", "lib", "scripts"), ...sources("prisma")];
  const sized = files.map((file) => ({ file, lines: textOf(file).split("\n").length - 1 }));
  const lines = sized.map((one) => one.lines).sort((a, b) => a - b);
  const at = (share: number): number => lines[Math.floor((lines.length - 1) * share)] ?? 0;
  expect(files.length).toBeGreaterThan(100);
  expect(sized.filter((one) => one.lines > 250)).toEqual([]);
  expect(at(0.5)).toBeLessThanOrEqual(70);
  expect(at(0.9)).toBeLessThanOrEqual(170);
});
