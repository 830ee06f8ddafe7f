import pg from "pg";
import { expect, test } from "vitest";
import { migrate, missingSql, readMigrations } from "@/scripts/migrate";
import { emptyDatabase, freshDatabase } from "../support/database";

test("the migrations lead exactly to prisma/schema.prisma", async () => {
  const database = await emptyDatabase();
  try {
    expect(await missingSql(database.ownerUrl)).toBe("");
  } finally {
    await database.drop();
  }
});

test("a database has had every migration once, and a second time applies nothing", async () => {
  const database = await freshDatabase();
  const names = readMigrations().migrationDirectories.map((migration) => migration.path);
  try {
    expect(await migrate(database.ownerUrl)).toEqual([]);
    const client = new pg.Client({ connectionString: database.ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ migration_name: string }>(
      "select migration_name from _prisma_migrations where finished_at is not null order by migration_name",
    );
    await client.end();
    expect(rows.map((row) => row.migration_name)).toEqual(names);
  } finally {
    await database.drop();
  }
});

test("a migration that was edited after it had been applied is refused by name", async () => {
  const database = await freshDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await client.query("update _prisma_migrations set checksum = 'other'");
    await expect(migrate(database.ownerUrl)).rejects.toThrow(
      /changed after they had been applied: \d{14}_first/,
    );
  } finally {
    await client.end();
    await database.drop();
  }
});

test("the three roles of a clone are who they should be", async () => {
  const database = await freshDatabase();
  const ask = async (url: string, sql: string): Promise<unknown> => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };
  try {
    await expect(ask(database.appUrl, "select * from events")).resolves.toBeDefined();
    await expect(ask(database.appUrl, "truncate events")).rejects.toThrow("permission denied");
    await expect(ask(database.appUrl, "create table x ()")).rejects.toThrow("permission denied");
    await expect(ask(database.publicUrl, "select * from released_cases")).resolves.toBeDefined();
    await expect(ask(database.publicUrl, "select * from cases")).rejects.toThrow("permission denied");
    await expect(ask(database.publicUrl, "begin read write; create temporary table x ()")).rejects.toThrow(
      "permission denied",
    );
  } finally {
    await database.drop();
  }
});
