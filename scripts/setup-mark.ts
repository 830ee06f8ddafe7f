import pg from "pg";

/**
 * How far the setting up of a database came, noted in the database itself: `new` has no migration yet,
 * `begun` was migrated but its sample archive is not all there, `ready` is somebody's data.
 */
export type SetupMark = "new" | "begun" | "ready";

const BEGUN = "aqtalu: the first start is not finished";

export async function readMark(url: string): Promise<SetupMark> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    const { rows } = await client.query<{ note: string | null; migrated: boolean }>(`
      select shobj_description(oid, 'pg_database') as note, to_regclass('public._prisma_migrations') is not null
        as migrated from pg_database where datname = current_database()`);
    if (rows[0]?.note === BEGUN) return "begun";
    return rows[0]?.migrated ? "ready" : "new";
  } catch (fault) {
    const missing = (fault as { code?: string }).code === "3D000";
    if (missing) return "new";
    throw fault;
  } finally {
    await client.end();
  }
}

export async function writeMark(url: string, mark: "begun" | "ready"): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>("select current_database() as name");
  const name = client.escapeIdentifier(rows[0]?.name ?? "");
  await client.query(`comment on database ${name} is ${mark === "begun" ? `'${BEGUN}'` : "null"}`);
  await client.end();
}
