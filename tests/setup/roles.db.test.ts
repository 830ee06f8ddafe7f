import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { openDoors } from "@/scripts/roles";

const mark = randomUUID().slice(0, 8);
const names = { free: `owner_free_${mark}`, bound: `owner_bound_${mark}` };
const secret = "a secret of this test alone";
let admin: pg.Client;

const urlOf = (name: string): string =>
  Object.assign(new URL(inject("cluster").maintenanceUrl), {
    username: name,
    password: "p",
    pathname: `/${name}`,
  }).href;

async function ask(url: string, sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

beforeAll(async () => {
  admin = new pg.Client({ connectionString: inject("cluster").maintenanceUrl });
  await admin.connect();
  await admin.query(`create role ${names.free} login password 'p' createrole`);
  await admin.query(`create role ${names.bound} login password 'p'`);
  await admin.query(`grant aqtalu_app, aqtalu_public to ${names.free} with admin option`);
  for (const name of Object.values(names)) await admin.query(`create database ${name} owner ${name}`);
});

afterAll(async () => {
  for (const name of Object.values(names)) await admin.query(`drop database ${name} with (force)`);
  await admin.query(`drop role if exists aqtalu_app_${names.free}, aqtalu_public_${names.free}`);
  for (const name of Object.values(names)) await admin.query(`drop role ${name}`);
  await admin.end();
});

test("an owner who may make roles gets two logins, and again the same ones", async () => {
  const doors = await openDoors(urlOf(names.free), secret, {});
  const { rows } = await ask(doors.app, "select current_user as role");
  expect(rows).toEqual([{ role: `aqtalu_app_${names.free}` }]);
  expect((await ask(doors.public, "show default_transaction_read_only")).rows[0]).toMatchObject({
    default_transaction_read_only: "on",
  });
  expect(await openDoors(urlOf(names.free), secret, {})).toEqual(doors);
});

test("another secret makes other passwords, and the old ones stop working", async () => {
  const before = await openDoors(urlOf(names.free), secret, {});
  const after = await openDoors(urlOf(names.free), `${secret}, changed`, {});
  expect(after.app).not.toBe(before.app);
  await expect(ask(before.app, "select 1")).rejects.toThrow(/password authentication failed/);
});

test("an owner who may not is told what to run", async () => {
  const refused = openDoors(urlOf(names.bound), secret, {});
  await expect(refused).rejects.toThrow(/may not make roles/);
  await expect(refused).rejects.toThrow(`create role aqtalu_app_${names.bound} login`);
});

test("an owner who may not, with both addresses given, goes on with these", async () => {
  const given = { app: "postgresql://a:a@db/x", public: "postgresql://b:b@db/x" };
  expect(await openDoors(urlOf(names.bound), secret, given)).toEqual(given);
});
