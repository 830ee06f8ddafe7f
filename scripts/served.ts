import { spawn } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { atEnd } from "./ending";
import { halt } from "./halt";
import { freePort } from "./ports";
import { until } from "./process-table";

/**
 * Serves a private Aqtalu with the sample archive, in a directory and on a port of its own, while `work`
 * runs; gives it the environment in which AQTALU_URL and AQTALU_DATA say where. It is started and stopped
 * exactly as a person would, and a stop that is not clean is a fault.
 */
export async function withServed(work: (env: NodeJS.ProcessEnv) => Promise<void>): Promise<void> {
  const data = await mkdtemp(path.join(tmpdir(), "aqtalu-served-"));
  // PostgreSQL's own user has to pass through.
  await chmod(data, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { DATABASE_URL: _url, DATABASE_URL_APP: _app, DATABASE_URL_PUBLIC: _public, ...rest } = process.env;
  const env = { ...rest, AQTALU_DATA: data, AQTALU_URL: url, PORT: String(port), AQTALU_DEMO: "1" };
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
    detached: true,
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  const close = async (): Promise<number | null> => {
    child.kill("SIGTERM");
    return ended;
  };
  atEnd(async () => void (await close()));
  try {
    const up = () =>
      child.exitCode !== null ||
      fetch(`${url}/api/health`).then(
        (got) => got.ok,
        () => false,
      );
    if (!(await until(up, 900_000)) || child.exitCode !== null)
      throw halt("Aqtalu did not start for the tests.");
    await work(env);
  } catch (fault) {
    await close();
    await rm(data, { recursive: true, force: true });
    throw fault;
  }
  const code = await close();
  await rm(data, { recursive: true, force: true });
  if (code !== 0) throw halt(`Aqtalu did not stop cleanly after the tests (exit ${code}).`);
}
