import { writeFile } from "node:fs/promises";
import { buildEnvironment } from "./child-environment";
import { fingerprint, stampSays } from "./fingerprint";
import { runStep } from "./step";

const STAMP = ".next/aqtalu-built-from";
const SOURCES = [
  ...["app", "components", "lib", "messages", "public", "prisma/schema.prisma"],
  ...["next.config.ts", "proxy.ts", "instrumentation.ts", "postcss.config.mjs", "tsconfig.json"],
  "package-lock.json",
];

/** `next build`, when anything it reads has changed since the last one. Returns whether it ran. */
export async function buildIfChanged(say: (line: string) => void): Promise<boolean> {
  const wanted = fingerprint(SOURCES, ["lib/store/generated"]);
  if (stampSays(STAMP, wanted)) return false;
  say("Building …");
  await runStep("next build", ["node_modules/next/dist/bin/next", "build"], {
    env: buildEnvironment(),
    quiet: true,
  });
  await writeFile(STAMP, wanted);
  return true;
}
