import { type ChildProcess, spawn } from "node:child_process";
import { halt } from "./halt";

type StepOptions = {
  env?: NodeJS.ProcessEnv;
  /** Speaks only when it fails. */
  quiet?: boolean;
  /** Is heard while it speaks, and what it said last is in the fault when it fails. */
  keep?: boolean;
};

/** Of what is kept, so many characters. */
const LAST = 9000;

const running = new Set<ChildProcess>();

/**
 * Runs one step of setting up as a Node process and waits for it. In a session of its own, so that Ctrl-C reaches it
 * through `stopSteps` and not behind our back.
 */
export function runStep(name: string, args: string[], options: StepOptions = {}): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: options.env ?? process.env,
      stdio: options.quiet || options.keep ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
      detached: true,
    });
    running.add(child);
    let said = "";
    const hear = (chunk: Buffer, out: NodeJS.WriteStream): void => {
      said += chunk.toString();
      if (options.quiet) return;
      out.write(chunk);
      said = said.slice(-LAST);
    };
    child.stdout?.on("data", (chunk: Buffer) => hear(chunk, process.stdout));
    child.stderr?.on("data", (chunk: Buffer) => hear(chunk, process.stderr));
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      if (code === 0) return resolve();
      reject(halt(`${said}${name} failed (${signal ?? `exit ${code}`}).`));
    });
  });
}

export async function stopSteps(): Promise<void> {
  for (const child of running) {
    const ended = new Promise((resolve) => child.once("close", resolve));
    // The whole group: a build has processes of its own.
    if (child.pid) process.kill(-child.pid, "SIGTERM");
    await ended;
  }
}
