import { randomUUID } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { closeDatabase } from "@/scripts/roles";

export type TestDatabase = { ownerUrl: string; appUrl: string; publicUrl: string; drop(): Promise<void> };

/**
 * A migrated database of the test file's own, cloned from the template in some 50 ms. Tests work as the
 * application's role (`appUrl`); `ownerUrl` is for looking at what the application may not see.
 */
export async function freshDatabase(template = inject("cluster").template): Promise<TestDatabase> {
  const cluster = inject("cluster");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  const at = (url: string): string => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  await asOwner(async (client) => {
    await client.query(`create database ${name} template ${template}`);
    await closeDatabase(client, name);
  });
  return {
    ownerUrl: at(cluster.maintenanceUrl),
    appUrl: at(cluster.appUrl),
    publicUrl: at(cluster.publicUrl),
    drop: () => asOwner((client) => client.query(`drop database ${name} with (force)`)),
  };
}

/** Another with the same contents. Nobody may be connected to the first while it is copied. */
export async function copyOf({ ownerUrl }: Pick<TestDatabase, "ownerUrl">): Promise<TestDatabase> {
  const source = new URL(ownerUrl).pathname.slice(1);
  return freshDatabase(source);
}

/** A database with nothing in it, for what makes its own tables. */
export async function emptyDatabase(): Promise<{ ownerUrl: string; drop(): Promise<void> }> {
  const name = `empty_${randomUUID().replaceAll("-", "")}`;
  await asOwner((client) => client.query(`create database ${name} template template0`));
  const url = Object.assign(new URL(inject("cluster").maintenanceUrl), { pathname: `/${name}` });
  return {
    ownerUrl: url.href,
    drop: () => asOwner((client) => client.query(`drop database ${name} with (force)`)),
  };
}

async function asOwner(work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: inject("cluster").maintenanceUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
