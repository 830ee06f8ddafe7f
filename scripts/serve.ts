import { atEnd, goDown, isEnding } from "./ending";
import { halt } from "./halt";
import { startMember } from "./member";
import { until } from "./process-table";

type Serving = {
  env: NodeJS.ProcessEnv;
  url: string;
  port: number;
  development: boolean;
  say(line: string): void;
};

/** Starts worker, jobs and web and waits until the application says it is well. Gives their process numbers. */
export async function serve({ env, port, development, say }: Serving): Promise<number[]> {
  const gone = (): void => void goDown(1);
  const worker = startMember({
    name: "worker",
    args: ["--import", "tsx", "scripts/worker.ts"],
    env,
    restarts: 5,
    say,
    gone,
  });
  atEnd(worker.stop);
  const jobs = startMember({
    name: "process of the jobs",
    // A table of any size makes and drops rows by the million: a larger nursery spares a tenth of its time.
    args: ["--max-semi-space-size=64", "--import", "tsx", "scripts/jobs.ts"],
    env: { ...env, AQTALU_LOG_KEY: undefined },
    restarts: 5,
    say,
    gone,
  });
  atEnd(jobs.stop);
  const web = startMember({
    name: "web server",
    args: ["node_modules/next/dist/bin/next", development ? "dev" : "start", "-p", String(port)],
    // What signs the history is the worker's alone.
    env: { ...env, AQTALU_LOG_KEY: undefined, NODE_ENV: development ? "development" : "production" },
    restarts: 0,
    say,
    gone,
  });
  atEnd(web.stop);
  await waitUntilWell(port);
  return [worker.pid(), jobs.pid(), web.pid()].filter((pid) => pid !== undefined);
}

async function waitUntilWell(port: number): Promise<void> {
  let last = "no answer";
  const well = await until(async () => {
    if (isEnding()) return true;
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`).catch(() => null);
    if (answer) last = (await answer.text()).slice(0, 200);
    return answer?.ok ?? false;
  }, 180_000);
  if (!well) throw halt(`Aqtalu was started and is not well after three minutes: ${last}`);
}
