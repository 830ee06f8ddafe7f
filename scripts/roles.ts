import { hkdfSync } from "node:crypto";
import pg from "pg";
import { halt } from "./halt";

/** The two doors that the web and the worker come through; the owner's is not among them. */
export type Doors = { app: string; public: string };

const GROUPS = { app: "aqtalu_app", public: "aqtalu_public" } as const;
type Door = keyof typeof GROUPS;

/** Roles belong to the whole server: two databases on one server must not change each other's passwords. */
function loginName(door: Door, database: string): string {
  return `${GROUPS[door]}_${database.toLowerCase().replaceAll(/[^a-z0-9]/g, "_")}`.slice(0, 63);
}

/**
 * The group roles that migrations grant to, and one login in each. Passwords follow from the secret, so that
 * nothing has to be kept and several machines agree. Where the owner may not make roles, says what to run.
 */
export async function openDoors(ownerUrl: string, secret: string, given: Partial<Doors>): Promise<Doors> {
  const database = decodeURIComponent(new URL(ownerUrl).pathname.slice(1));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  let missing: string[] = [];
  try {
    missing = await missingGroups(client);
    if (given.app && given.public && missing.length === 0) return { app: given.app, public: given.public };
    if (!(await mayMakeRoles(client))) throw halt(instructions(database, missing));
    for (const group of missing) await client.query(`create role ${group} nologin`);
    const doors = {
      app: given.app ?? (await openDoor(client, "app", ownerUrl, secret)),
      public: given.public ?? (await openDoor(client, "public", ownerUrl, secret)),
    };
    await closeDatabase(client, database);
    return doors;
  } catch (fault) {
    // The groups may belong to somebody else on this server, who then has to let the logins in.
    const denied = (fault as { code?: string }).code === "42501";
    throw denied ? halt(instructions(database, missing)) : fault;
  } finally {
    await client.end();
  }
}

/** A clone of a template does not inherit who may connect. */
export async function closeDatabase(client: pg.Client, database: string): Promise<void> {
  const name = client.escapeIdentifier(database);
  await client.query(`revoke connect, temporary on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${GROUPS.app}, ${GROUPS.public}`);
}

async function missingGroups(client: pg.Client): Promise<string[]> {
  const wanted = Object.values(GROUPS);
  const found = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname = any($1)",
    [wanted],
  );
  return wanted.filter((name) => !found.rows.some((row) => row.rolname === name));
}

async function mayMakeRoles(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ may: boolean }>(
    "select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user",
  );
  return rows[0]?.may ?? false;
}

async function openDoor(client: pg.Client, door: Door, ownerUrl: string, secret: string): Promise<string> {
  const url = new URL(ownerUrl);
  const name = loginName(door, decodeURIComponent(url.pathname.slice(1)));
  const password = Buffer.from(hkdfSync("sha256", secret, "", `database login ${name}`, 24)).toString("hex");
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [name]);
  const verb = rowCount ? "alter" : "create";
  await client.query(`${verb} role ${name} login password '${password}'`);
  await client.query(`grant ${GROUPS[door]} to ${name}`);
  if (door === "public") await client.query(`alter role ${name} set default_transaction_read_only = on`);
  url.username = name;
  url.password = password;
  return url.href;
}

function instructions(database: string, missing: string[]): string {
  const [app, site] = [loginName("app", database), loginName("public", database)];
  return [
    "The owner in DATABASE_URL may not make roles. Let an administrator of the server run this, with two",
    "passwords of your own, and set DATABASE_URL_APP and DATABASE_URL_PUBLIC to the two logins:",
    "",
    ...missing.map((group) => `  create role ${group} nologin;`),
    `  create role ${app} login password '…' in role ${GROUPS.app};`,
    `  create role ${site} login password '…' in role ${GROUPS.public};`,
    `  revoke connect, temporary on database "${database}" from public;`,
    `  grant connect on database "${database}" to ${GROUPS.app}, ${GROUPS.public};`,
  ].join("\n");
}
