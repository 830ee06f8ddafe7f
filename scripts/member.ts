import { type ChildProcess, spawn } from "node:child_process";
import { pause } from "./process-table";

export type Member = { pid(): number | undefined; stop(): Promise<void> };

type MemberOptions = {
  name: string;
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How often it is started again after it ended by itself: in a row, each time before it was well. */
  restarts: number;
  /** How long it has to live to have been well (milliseconds). */
  wellAfter?: number;
  say(line: string): void;
  /** It ended by itself for good. */
  gone(): void;
};

const grace = 10_000;
const minute = 60_000;

/**
 * A process of ours that is meant to stay: in a session of its own, so that Ctrl-C does not reach it before
 * its turn, with a lifeline by which it notices when we are killed.
 */
export function startMember(options: MemberOptions): Member {
  let child: ChildProcess;
  let restarts = 0;
  let began = 0;
  let stopping = false;

  const launch = (): void => {
    began = performance.now();
    child = spawn(process.execPath, ["--import", "./scripts/lifeline.mjs", ...options.args], {
      env: options.env,
      stdio: ["ignore", "inherit", "inherit", "ipc"],
      detached: true,
    });
    child.on("exit", (code, signal) => {
      if (!stopping) void goOn(signal ?? `exit ${code}`);
    });
  };

  const goOn = async (how: string): Promise<void> => {
    // A database that is started anew once a month is no reason to give up after half a year.
    if (performance.now() - began >= (options.wellAfter ?? minute)) restarts = 0;
    if (restarts >= options.restarts) {
      options.say(`The ${options.name} ended by itself (${how}).`);
      return options.gone();
    }
    restarts += 1;
    options.say(`The ${options.name} ended by itself (${how}): starting it again.`);
    await pause(500 * 2 ** restarts);
    if (!stopping) launch();
  };

  launch();
  return {
    pid: () => child.pid,
    stop: async () => {
      stopping = true;
      await endChild(child);
    },
  };
}

async function endChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), grace);
  await ended;
  clearTimeout(late);
}
