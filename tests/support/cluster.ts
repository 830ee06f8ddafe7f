import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate } from "@/scripts/migrate";
import { closeDatabase, openDoors } from "@/scripts/roles";
import { openThrowAwayCluster } from "@/scripts/throw-away";

/** What a test file needs in order to clone a database of its own. */
export type TestCluster = { maintenanceUrl: string; template: string; appUrl: string; publicUrl: string };

declare module "vitest" {
  export interface ProvidedContext {
    cluster: TestCluster;
  }
}

const template = "aqtalu_template";

/** One cluster a run, migrated once into a template in which nobody stays. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openThrowAwayCluster();
  try {
    const maintenanceUrl = cluster.url("postgres");
    const client = new pg.Client({ connectionString: maintenanceUrl });
    await client.connect();
    await client.query(`create database ${template} template template0`);
    const templateUrl = cluster.url(template);
    const doors = await openDoors(templateUrl, "the doors of a throw-away cluster", {});
    await migrate(templateUrl);
    await closeDatabase(client, "postgres");
    await client.query(`alter database ${template} with is_template true allow_connections false`);
    await client.end();
    project.provide("cluster", { maintenanceUrl, template, appUrl: doors.app, publicUrl: doors.public });
  } catch (fault) {
    await cluster.stop();
    throw fault;
  }
  return () => cluster.stop();
}
