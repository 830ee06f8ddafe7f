import { writeFile } from "node:fs/promises";
import { fingerprint, stampSays } from "./fingerprint";
import { runStep } from "./step";

const STAMP = "lib/store/generated/.made-from";

/** The typed client of lib/store, made anew only when the schema or Prisma changed. */
export async function generateClient(): Promise<boolean> {
  const wanted = fingerprint(["prisma/schema.prisma", "node_modules/prisma/package.json"]);
  if (stampSays(STAMP, wanted)) return false;
  await runStep("prisma generate", ["node_modules/prisma/build/index.js", "generate"], {
    quiet: true,
    env: {
      ...process.env,
      // Generating needs no engine, yet Prisma would download one: any program that runs will do.
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
    },
  });
  await writeFile(STAMP, wanted);
  return true;
}

if (process.argv[1] === import.meta.filename) await generateClient();
