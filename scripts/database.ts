import pg from "pg";
import { type Cluster, openCluster } from "./cluster";
import { chooseClusterHome } from "./cluster-home";
import { halt } from "./halt";
import { closeDatabase, type Doors, openDoors } from "./roles";
import { keptSecret } from "./secrets";
import type { Settings } from "./settings";
import { readMark, type SetupMark } from "./setup-mark";

const NAME = "aqtalu";
const OLDEST_SERVER = 15;

/** A database that answers, with its roles made; migrations may still be to come. */
export type Database = {
  ownerUrl: string;
  doors: Doors;
  secret: string;
  mark: SetupMark;
  /** The private server, when it is one. */
  cluster: Cluster | null;
};

/** `renew`: whoever starts Aqtalu throws away a private database whose first start was interrupted. */
export async function openDatabase(
  settings: Settings,
  say: (line: string) => void,
  options = { renew: false },
): Promise<Database> {
  const cluster = settings.databaseUrl ? null : await openPrivate(settings, say);
  try {
    if (cluster) await createDatabase(cluster, say, options.renew);
    const ownerUrl = cluster ? cluster.url(NAME) : (settings.databaseUrl ?? "");
    await refuseUnreachable(ownerUrl);
    const secret = settings.secret ?? (await keptSecret(settings.data, "nextauth-secret"));
    // The private server takes no doors from outside: they would lead elsewhere.
    const doors = await openDoors(ownerUrl, secret, cluster ? {} : settings.doors);
    if (cluster) await withClient(cluster.url("postgres"), (client) => closeDatabase(client, "postgres"));
    return { ownerUrl, doors, secret, mark: await readMark(ownerUrl), cluster };
  } catch (fault) {
    if (cluster && !cluster.adopted) await cluster.stop();
    throw fault;
  }
}

async function openPrivate(settings: Settings, say: (line: string) => void): Promise<Cluster> {
  return openCluster(await chooseClusterHome(settings.data, say), { durable: true });
}

async function createDatabase(cluster: Cluster, say: (line: string) => void, renew: boolean): Promise<void> {
  const maintenance = cluster.url("postgres");
  if (renew && (await readMark(cluster.url(NAME))) === "begun") {
    say("The first start was interrupted: beginning again with an empty database.");
    await ask(maintenance, `drop database ${NAME} with (force)`);
  }
  const found = await ask(maintenance, `select from pg_database where datname = '${NAME}'`);
  if (found.rowCount === 0) await ask(maintenance, `create database ${NAME} template template0`);
}

async function refuseUnreachable(url: string): Promise<void> {
  const place = new URL(url);
  const { rows } = await ask(url, "show server_version_num").catch((fault: Error & { code?: string }) => {
    const why = fault.message || fault.code || "no answer";
    throw halt(`The database at ${place.host}${place.pathname} is out of reach: ${why}.`);
  });
  const version = Math.floor(Number((rows[0] as { server_version_num: string }).server_version_num) / 10_000);
  if (version >= OLDEST_SERVER) return;
  throw halt(`Aqtalu needs PostgreSQL ${OLDEST_SERVER} or later, and ${place.host} runs ${version}.`);
}

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  return withClient(url, (client) => client.query(sql));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
