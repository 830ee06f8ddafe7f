import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { freshDatabase, type TestDatabase } from "../support/database";

let database: TestDatabase;
let owner: pg.Client;
let app: pg.Client;
let site: pg.Client;

async function enter(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

beforeAll(async () => {
  database = await freshDatabase();
  owner = await enter(database.ownerUrl);
  app = await enter(database.appUrl);
  site = await enter(database.publicUrl);
});
afterAll(async () => {
  await Promise.all([owner, app, site].map((client) => client.end()));
  await database.drop();
});

/** `insufficient_privilege`, or what came of it; nothing is kept. */
async function met(client: pg.Client, sql: string): Promise<string> {
  await client.query("begin");
  try {
    await client.query(sql);
    return "let in";
  } catch (fault) {
    const { code, message } = fault as { code: string; message: string };
    return code === "42501" ? message.replace(/ for .*/, "") : code;
  } finally {
    await client.query("rollback");
  }
}

const rowOf = async (table: string): Promise<string> => {
  const { rows } = await owner.query<{ name: string }>(
    "select attname as name from pg_attribute where attrelid = $1::regclass and attnum = 1",
    [`public.${table}`],
  );
  return rows[0]!.name;
};

/** What is written once: the history, what signatures cover, and what was said in them. */
const writtenOnce = ["events", "dossiers", "statements"];

test.each(writtenOnce)("the application reads and adds to %s, and changes nothing there", async (table) => {
  const column = await rowOf(table);
  expect(await met(app, `select from ${table}`)).toBe("let in");
  const denied = "permission denied";
  expect(await met(app, `update ${table} set ${column} = ${column}`)).toContain(denied);
  expect(await met(app, `delete from ${table}`)).toContain(denied);
  expect(await met(app, `truncate ${table}`)).toContain(denied);
  expect(await met(app, `truncate ${table} cascade`)).toContain(denied);
  expect(await met(app, `alter table ${table} disable trigger all`)).toContain("must be owner");
  expect(await met(app, "set session_replication_role = replica")).toContain(denied);
  const { rows } = await owner.query<{ insert: boolean }>(
    "select has_table_privilege($1, $2, 'insert') as insert",
    [new URL(database.appUrl).username, table],
  );
  expect(rows).toEqual([{ insert: true }]);
});

test.each(writtenOnce)("triggers that nobody's session turns off stand before %s as well", async (table) => {
  const { rows } = await owner.query<{ guarded: number }>(
    `select bit_or(t.tgtype)::int & 56 as guarded from pg_trigger t
     where t.tgrelid = $1::regclass and not t.tgisinternal and t.tgenabled = 'A'`,
    [table],
  );
  // 8 delete, 16 update, 32 truncate
  expect(rows).toEqual([{ guarded: 56 }]);
  expect(await met(owner, `truncate ${table} cascade`)).not.toBe("let in");
});

test("no table is emptied at once by the application", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
       and has_table_privilege($1, c.oid, 'truncate')`,
    [new URL(database.appUrl).username],
  );
  expect(rows).toEqual([]);
});

test("the public site reads the released cases, and nothing else of the database", async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select c.relname as name from pg_class c
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f') order by 1`,
  );
  const tables = rows.map((row) => row.name);
  expect(tables.length).toBeGreaterThan(40);
  const open: string[] = [];
  for (const table of tables) {
    const read = await met(site, `select from ${table}`);
    if (read === "let in") open.push(table);
    else expect([table, read]).toEqual([table, expect.stringContaining("permission denied")]);
  }
  expect(open).toEqual(["released_cases"]);
});

test("the public site writes nowhere and counts nothing", async () => {
  const { username } = new URL(database.publicUrl);
  const { rows } = await owner.query<{ name: string; privilege: string }>(
    `select c.relname as name, p.privilege from pg_class c
     cross join unnest(array['insert', 'update', 'delete', 'truncate', 'references', 'trigger']) p(privilege)
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
       and (has_table_privilege($1, c.oid, p.privilege)
         or p.privilege in ('insert', 'update', 'references') and has_any_column_privilege($1, c.oid, p.privilege))
     union all
     select c.relname, 'sequence' from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'S'
       and case c.relkind when 'S' then has_sequence_privilege($1, c.oid, 'usage, select, update') end`,
    [username],
  );
  expect(rows).toEqual([]);
  // A single column would do for looking around.
  const { rows: columns } = await owner.query<{ name: string }>(
    `select distinct c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
       and c.relkind in ('r', 'p', 'v', 'm', 'f') and has_any_column_privilege($1, c.oid, 'select')`,
    [username],
  );
  expect(columns.map((row) => row.name)).toEqual(["released_cases"]);
});
