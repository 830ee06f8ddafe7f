import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import type { TestDatabase } from "./database";

export type Program = { file: string; drop(): Promise<void> };

/** One of the children beside this file as a program that plain Node runs, so that it starts in a moment. */
export async function childProgram(name: string): Promise<Program> {
  const folder = await mkdtemp(path.join(process.cwd(), "node_modules", ".aqtalu-child-"));
  const file = path.join(folder, "child.mjs");
  await build({
    entryPoints: [`tests/support/${name}.ts`],
    outfile: file,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    alias: { "@": process.cwd(), "next/headers": "next/headers.js", "next/navigation": "next/navigation.js" },
  });
  return { file, drop: () => rm(folder, { recursive: true }) };
}

/** A worker that keeps the ledger and nothing else. */
export const workerProgram = (): Promise<Program> => childProgram("worker-child");

export async function startWorker(program: Program, database: Pick<TestDatabase, "appUrl">, data: string) {
  const child = spawn(process.execPath, [program.file], {
    env: { ...process.env, AQTALU_CHILD: JSON.stringify({ url: database.appUrl, data }) },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let out = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const says = async (word: string): Promise<void> => {
    for (let tries = 0; !out.includes(word); tries++) {
      if (tries > 600 || child.exitCode !== null) throw new Error(`the worker said ${out}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { says, ended, kill: () => void child.kill("SIGKILL") };
}
