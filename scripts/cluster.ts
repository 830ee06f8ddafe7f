import { randomBytes } from "node:crypto";
import { appendFile, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { ClusterHome } from "./cluster-home";
import { halt } from "./halt";
import { answers, dataOf, giveToService, OWNER, ownerUrl, runTool } from "./pg-tools";
import { freePort } from "./ports";
import { leftOver, readPostmaster, type Running, stopServer } from "./postmaster";

const USUAL = [
  ...["max_connections = 200", "timezone = 'UTC'", "log_timezone = 'UTC'"],
  // A large import makes other tables of them within seconds: plans are to know.
  "autovacuum_naptime = '10s'",
  // And who tidies up after it does so a little at a time, beside those who work.
  "autovacuum_vacuum_cost_delay = '10ms'",
  // What is looked up by index lies in memory, or on disks without arms.
  "random_page_cost = 1.1",
  // What a large import has changed is written out by those whose work it is, not by whoever needs the room, who would wait
  // for the log first.
  ...[
    "shared_buffers = '512MB'",
    "bgwriter_delay = '20ms'",
    "bgwriter_lru_maxpages = 1000",
    "bgwriter_lru_multiplier = 8",
  ],
  ...["max_wal_size = '4GB'", "checkpoint_timeout = '15min'"],
  // Who commits a signature waits for what others have written before: that is never much.
  "wal_writer_delay = '20ms'",
];
const THROW_AWAY = [
  "max_connections = 400",
  "fsync = off",
  "synchronous_commit = off",
  "full_page_writes = off",
];

export type Cluster = {
  readonly pid: number;
  /** True when a server that was already running was taken on. */
  readonly adopted: boolean;
  /** Connection string of the cluster's owner. */
  url(database: string): string;
  stop(): Promise<void>;
};

/** `settings`: lines of its configuration beside the usual ones. */
type Options = { durable: boolean; settings?: readonly string[] };

/**
 * Starts the private PostgreSQL of this home, made on first use, or takes on the one that runs there.
 * The server is in a session of its own: it outlives a killed parent and is stopped by name only.
 */
export async function openCluster(place: ClusterHome, options: Options): Promise<Cluster> {
  const password = await readPassword(place);
  if (!(await versionOf(place))) await initialise(place, options.durable);
  await refuseOtherVersion(place);
  const left = await leftOver(place, password);
  const running = left ?? (await start(place, password, options));
  return {
    pid: running.pid,
    adopted: left !== null,
    url: (database) => ownerUrl(running.port, password, database),
    stop: () => stopServer(place, running.pid),
  };
}

function versionOf(place: ClusterHome): Promise<string | null> {
  return readFile(path.join(dataOf(place), "PG_VERSION"), "utf8").then(
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
  await giveToService(place, file);
  return made;
}

/** Made beside and renamed into place, so that a killed first start leaves no half database. */
async function initialise(place: ClusterHome, durable: boolean): Promise<void> {
  const half = `${dataOf(place)}.half`;
  await rm(half, { recursive: true, force: true });
  const words = ["--encoding=UTF8", "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"];
  const login = [
    `--username=${OWNER}`,
    "--auth=scram-sha-256",
    `--pwfile=${path.join(place.home, "password")}`,
  ];
  const flags = [`--pgdata=${half}`, ...login, ...words, ...(durable ? [] : ["--no-sync"])];
  await runTool(place, place.binaries.initdb, flags);
  await appendFile(path.join(half, "postgresql.conf"), "\ninclude = 'aqtalu.conf'\n");
  await rename(half, dataOf(place));
}

async function refuseOtherVersion(place: ClusterHome): Promise<void> {
  const said = await runTool(place, place.binaries.postgres, ["--version"]);
  const here = /(\d+)\./.exec(said)?.[1] ?? "";
  const there = await versionOf(place);
  if (there === here) return;
  throw halt(
    `The data in ${dataOf(place)} was made by PostgreSQL ${there}, and this Aqtalu brings ${here}: ` +
      "use the Aqtalu that made it, or move the directory away and let a new one be made.",
  );
}

async function start(place: ClusterHome, password: string, options: Options): Promise<Running> {
  const log = path.join(place.home, "postgres.log");
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    await configure(place, port, options);
    try {
      await runTool(place, place.binaries.pgCtl, ["start", "-D", dataOf(place), "-l", log, "-w", "-t", "60"]);
      const running = await readPostmaster(place);
      if (running && (await answers(ownerUrl(port, password, "postgres")))) return running;
      throw halt(`PostgreSQL started but does not answer; its log is ${log}.`);
    } catch (fault) {
      // Somebody may have taken the port in between.
      if (attempt === 3) throw fault;
    }
  }
}

async function configure(place: ClusterHome, port: number, options: Options): Promise<void> {
  const where = ["listen_addresses = '127.0.0.1'", "unix_socket_directories = ''", `port = ${port}`];
  const file = path.join(dataOf(place), "aqtalu.conf");
  const speed = options.durable ? [] : THROW_AWAY;
  await writeFile(file, [...where, ...USUAL, ...speed, ...(options.settings ?? []), ""].join("\n"));
  await giveToService(place, file);
}
