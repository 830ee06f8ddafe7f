import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { appendFile, chown, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import type { ClusterHome } from "./cluster-home";
import { halt } from "./halt";
import { freePort } from "./ports";
import { alive, commandOf, until } from "./process-table";

const OWNER = "aqtalu";
const DURABLE = ["max_connections = 200", "timezone = 'UTC'", "log_timezone = 'UTC'"];
const THROW_AWAY = [
  "max_connections = 400",
  "fsync = off",
  "synchronous_commit = off",
  "full_page_writes = off",
];

export type Cluster = {
  readonly pid: number;
  /** True when a server left over from a killed start was taken on. */
  readonly adopted: boolean;
  /** Connection string of the cluster's owner. */
  url(database: string): string;
  stop(): Promise<void>;
};

/**
 * Starts the private PostgreSQL of this home, made on first use, or takes on the one still running there.
 * The server runs in a session of its own: it outlives a killed parent and is stopped by name only.
 */
export async function openCluster(place: ClusterHome, options: { durable: boolean }): Promise<Cluster> {
  const password = await readPassword(place);
  if (!(await versionOf(place.home))) await initialise(place, options.durable);
  await refuseOtherVersion(place);
  const left = await leftOver(place, password);
  const running = left ?? (await start(place, password, options.durable));
  return {
    pid: running.pid,
    adopted: left !== null,
    url: (database) => ownerUrl(running.port, password, database),
    stop: () => stop(place, running.pid),
  };
}

const dataOf = (place: ClusterHome): string => path.join(place.home, "data");

function ownerUrl(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${password}@127.0.0.1:${port}/${database}`;
}

function versionOf(home: string): Promise<string | null> {
  return readFile(path.join(home, "data", "PG_VERSION"), "utf8").then(
    (text) => text.trim(),
    () => null,
  );
}

async function readPassword(place: ClusterHome): Promise<string> {
  const file = path.join(place.home, "password");
  const kept = await readFile(file, "utf8").catch(() => "");
  if (kept) return kept;
  const made = randomBytes(24).toString("hex");
  await writeFile(file, made, { mode: 0o600 });
  await own(place, file);
  return made;
}

async function own(place: ClusterHome, file: string): Promise<void> {
  const { uid, gid } = place.user;
  if (uid !== undefined && gid !== undefined) await chown(file, uid, gid);
}

/** Made beside and renamed into place, so that a killed first start leaves no half database. */
async function initialise(place: ClusterHome, durable: boolean): Promise<void> {
  const half = `${dataOf(place)}.half`;
  await rm(half, { recursive: true, force: true });
  const flags = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const login = [
    `--username=${OWNER}`,
    "--auth=scram-sha-256",
    `--pwfile=${path.join(place.home, "password")}`,
  ];
  await run(place, place.binaries.initdb, [
    `--pgdata=${half}`,
    ...login,
    ...flags,
    ...(durable ? [] : ["-N"]),
  ]);
  await appendFile(path.join(half, "postgresql.conf"), "\ninclude = 'aqtalu.conf'\n");
  await rename(half, dataOf(place));
}

async function refuseOtherVersion(place: ClusterHome): Promise<void> {
  const said = await run(place, place.binaries.postgres, ["--version"]);
  const here = /(\d+)\./.exec(said)?.[1] ?? "";
  const there = await versionOf(place.home);
  if (there === here) return;
  throw halt(
    `The data in ${dataOf(place)} was made by PostgreSQL ${there}, and this Aqtalu brings ${here}: ` +
      "use the Aqtalu that made it, or move it and let a new directory be made.",
  );
}

type Running = { pid: number; port: number };

/** A server of this home that still runs and knows our password; anything else is cleared away. */
async function leftOver(place: ClusterHome, password: string): Promise<Running | null> {
  const file = path.join(dataOf(place), "postmaster.pid");
  const found = await readPostmaster(file);
  if (!found || !alive(found.pid)) return null;
  if (!commandOf(found.pid).includes(dataOf(place))) {
    // The number was given to another process: PostgreSQL itself would take it for a running server.
    await rm(file, { force: true });
    return null;
  }
  if (await until(() => answers(ownerUrl(found.port, password, "postgres")), 20_000)) return found;
  await stop(place, found.pid);
  return null;
}

async function readPostmaster(file: string): Promise<Running | null> {
  const lines = (await readFile(file, "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 ? { pid, port } : null;
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}

async function start(place: ClusterHome, password: string, durable: boolean): Promise<Running> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const settings = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", `port = ${port}`];
    const conf = path.join(dataOf(place), "aqtalu.conf");
    await writeFile(conf, [...settings, ...DURABLE, ...(durable ? [] : THROW_AWAY), ""].join("\n"));
    await own(place, conf);
    try {
      await run(place, place.binaries.pgCtl, [
        "start",
        "-D",
        dataOf(place),
        "-l",
        logOf(place),
        "-w",
        "-t",
        "60",
      ]);
      const running = await readPostmaster(path.join(dataOf(place), "postmaster.pid"));
      if (running && (await answers(ownerUrl(port, password, "postgres")))) return running;
      throw halt(`PostgreSQL started but does not answer; its log is ${logOf(place)}.`);
    } catch (fault) {
      // Somebody may have taken the port in between.
      if (attempt === 3) throw fault;
    }
  }
}

/** Stops whatever runs in this home, if anything does. */
export async function closeCluster(place: ClusterHome): Promise<void> {
  const found = await readPostmaster(path.join(dataOf(place), "postmaster.pid"));
  if (found && alive(found.pid) && commandOf(found.pid).includes(dataOf(place))) await stop(place, found.pid);
}

const logOf = (place: ClusterHome): string => path.join(place.home, "postgres.log");

async function stop(place: ClusterHome, pid: number): Promise<void> {
  if (!alive(pid)) return;
  const ctl = ["stop", "-D", dataOf(place), "-w", "-t", "30", "-m"];
  await run(place, place.binaries.pgCtl, [...ctl, "fast"]).catch(() =>
    run(place, place.binaries.pgCtl, [...ctl, "immediate"]).catch(() => ""),
  );
}

function run(place: ClusterHome, command: string, args: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, LC_ALL: "C" };
    const child = spawn(command, args, { ...place.user, env, cwd: place.home, detached: true });
    let said = "";
    child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
    child.on("error", reject);
    child.on("close", (code) =>
      code === 0
        ? resolve(said)
        : reject(halt(`${path.basename(command)} failed: ${said.trim().split("\n").slice(-3).join(" ")}`)),
    );
  });
}
