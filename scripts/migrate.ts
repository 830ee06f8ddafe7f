import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { MigrationList, SchemasContainer } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { halt } from "./halt";
import { withEngine } from "./schema-engine";

const SCHEMA = path.resolve("prisma/schema.prisma");
export const MIGRATIONS = path.resolve("prisma/migrations");
const LOCK = "migration_lock.toml";
const filters = { externalTables: [], externalEnums: [] };

/** What has been authored so far, oldest first, in the form the engine asks for. */
export function readMigrations(baseDir = MIGRATIONS): MigrationList {
  const names = readdirSync(baseDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir,
    lockfile: { path: LOCK, content: readFileSync(path.join(baseDir, LOCK), "utf8") },
    // Migrations say who may read the list of migrations; a shadow database has none of its own.
    shadowDbInitScript: "create table _prisma_migrations (id text)",
    migrationDirectories: names.map((name) => ({ path: name, migrationFile: readMigration(baseDir, name) })),
  };
}

function readMigration(baseDir: string, name: string) {
  const value = readFileSync(path.join(baseDir, name, "migration.sql"), "utf8");
  return { path: "migration.sql", content: { tag: "ok" as const, value } };
}

function readSchema(): SchemasContainer {
  return { files: [{ path: SCHEMA, content: readFileSync(SCHEMA, "utf8") }] };
}

/**
 * Applies what the database has not had yet, in the table that Prisma's own command line uses, and names it.
 * A database that was migrated by a newer Aqtalu, or whose migrations were edited afterwards, is left alone.
 */
export async function migrate(url: string): Promise<string[]> {
  const migrationsList = readMigrations();
  return withEngine(url, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters,
    });
    if (found.editedMigrationNames.length > 0) {
      throw halt(
        `These migrations were changed after they had been applied: ${found.editedMigrationNames.join(", ")}.`,
      );
    }
    if (found.failedMigrationNames.length > 0) {
      throw halt(
        `This migration failed half-way and has to be resolved first: ${found.failedMigrationNames.join(", ")}.`,
      );
    }
    if (found.history && found.history.diagnostic !== "databaseIsBehind") {
      const unknown = found.history.unpersistedMigrationNames.join(", ");
      throw halt(
        `The database was migrated by another version of Aqtalu, with steps unknown here: ${unknown}.`,
      );
    }
    return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
  });
}

/** SQL that leads from the migrations to the schema; empty when they agree. The database must be empty. */
export async function missingSql(emptyUrl: string): Promise<string> {
  const migrations = readMigrations();
  const result = await withEngine(emptyUrl, (engine) =>
    engine.diff({
      from: { tag: "migrations", ...migrations },
      to: { tag: "schemaDatamodel", ...readSchema() },
      script: true,
      exitCode: null,
      filters,
    }),
  );
  const sql = result.stdout?.trim() ?? "";
  return sql === "-- This is an empty migration." ? "" : sql;
}
