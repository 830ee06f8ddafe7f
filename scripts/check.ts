import { buildIfChanged } from "./build";
import { needChromium } from "./chromium";
import { endOnSignals, atEnd, goDown, isEnding } from "./ending";
import { generateClient } from "./generate";
import { explain, halt } from "./halt";
import { runStep, stopSteps } from "./step";
import { withServed } from "./served";

type Stage = { name: string; run(): Promise<unknown> };

const bin = {
  prettier: "node_modules/prettier/bin/prettier.cjs",
  tsc: "node_modules/typescript/bin/tsc",
  eslint: "node_modules/eslint/bin/eslint.js",
  fence: "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  knip: "node_modules/knip/bin/knip.js",
  vitest: "node_modules/vitest/vitest.mjs",
  playwright: "node_modules/@playwright/test/cli.js",
};

const fenced = [
  ...["app", "components", "lib", "scripts", "prisma", "bench", "e2e", "tests"],
  ...["proxy.ts", "instrumentation.ts", "next.config.ts"],
];
/** Colours as if it spoke for itself. */
const env = process.stdout.isTTY ? { ...process.env, FORCE_COLOR: "1" } : process.env;
const tool = (name: string, ...args: string[]) => runStep(name, args, { env, keep: true });

/** Everything that has to hold, cheapest first; the same list here and wherever else it is run. */
const stages: Stage[] = [
  {
    name: "format",
    run: () => tool("prettier", bin.prettier, "--check", "--log-level", "warn", "."),
  },
  { name: "types", run: () => tool("tsc", bin.tsc, "--noEmit", "-p", ".") },
  { name: "lint", run: () => tool("eslint", bin.eslint, ".", "--max-warnings", "0") },
  {
    name: "fence",
    run: () => tool("dependency-cruiser", bin.fence, "--config", ".dependency-cruiser.cjs", ...fenced),
  },
  {
    name: "unused",
    run: () => tool("knip", bin.knip, "--include", "files,dependencies,unlisted,unresolved"),
  },
  { name: "unit", run: () => tool("vitest", bin.vitest, "run", "--project", "unit") },
  { name: "database", run: () => tool("vitest", bin.vitest, "run", "--project", "database") },
  { name: "build", run: () => buildIfChanged(console.log) },
  { name: "e2e", run: browse },
];

async function browse(): Promise<void> {
  await needChromium(console.log);
  await withServed(async (env) => {
    await runStep("playwright", [bin.playwright, "test"], { env, keep: true });
    // What all these people did must be what the history says.
    await runStep("verify", ["--import", "tsx", "scripts/aqtalu.ts", "verify"], { env, keep: true });
  });
}

/** All stages, or those named; one that fails does not keep the others from being heard. */
async function check(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !stages.some((stage) => stage.name === name));
  if (unknown.length > 0) throw halt(`There is no stage "${unknown.join('", "')}".`);
  endOnSignals(1);
  atEnd(stopSteps);
  await generateClient();
  const wanted = stages.filter((stage) => names.length === 0 || names.includes(stage.name));
  const lines: string[] = [];
  const faults: string[] = [];
  for (const stage of wanted) {
    console.log(`\n— ${stage.name}`);
    const began = performance.now();
    const fault = await stage.run().then(
      () => null,
      (caught: unknown) => explain(caught),
    );
    if (isEnding()) return 1;
    if (fault) faults.push(`— ${stage.name}, at its end\n${fault}\n`);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    lines.push(`${fault ? "✗" : "✓"} ${stage.name.padEnd(10)} ${seconds.padStart(6)} s`);
  }
  // Once more what was lost between the stages behind it: whoever sees the end sees why.
  if (faults.length > 0) console.error(`\n${faults.join("\n")}`);
  console.log(`\n${lines.join("\n")}\n\n${wanted.length - faults.length} passed, ${faults.length} failed`);
  return faults.length === 0 ? 0 : 1;
}

check(process.argv.slice(2)).then(goDown, (fault: unknown) => {
  console.error(explain(fault));
  void goDown(1);
});
