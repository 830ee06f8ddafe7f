import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { explain, halt } from "./halt";
import { MIGRATIONS, missingSql } from "./migrate";
import { openDoors } from "./roles";
import { openThrowAwayCluster } from "./throw-away";

/** `npm run migration -- name`: writes what leads from the migrations to prisma/schema.prisma. */
async function author(name: string | undefined): Promise<string> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    throw halt('Name the migration in small letters: npm run migration -- "case_notes".');
  }
  await mkdir(MIGRATIONS, { recursive: true });
  const lock = '# Kept by Prisma: which kind of database the migrations are for.\nprovider = "postgresql"\n';
  await writeFile(path.join(MIGRATIONS, "migration_lock.toml"), lock);
  const cluster = await openThrowAwayCluster();
  try {
    // Migrations grant to roles that setup makes.
    await openDoors(cluster.url("postgres"), "throw-away", {});
    const sql = await missingSql(cluster.url("postgres"));
    if (!sql) return "The migrations already lead to the schema: nothing written.";
    const stamp = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
    const file = path.join(MIGRATIONS, `${stamp}_${name}`, "migration.sql");
    await mkdir(path.dirname(file));
    await writeFile(file, `${sql}\n`);
    return `Wrote ${path.relative(".", file)}. Add by hand what Prisma cannot say, then commit both.`;
  } finally {
    await cluster.stop();
  }
}

author(process.argv[2]).then(console.log, (fault: unknown) => {
  console.error(explain(fault));
  process.exitCode = 1;
});
