import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { assertNotOwner, knownMigrations, readHealth } from "@/lib/store/health";
import { connect } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { beginHalt, endHalt } from "@/lib/store/ledger";
import { takeSeat } from "@/lib/store/heartbeat";
import { freshDatabase, type TestDatabase } from "../support/database";
import { draft, freshKeepers, seal } from "../support/ledger";

let database: TestDatabase;
let app: pg.Pool;
let known: string[];

beforeAll(async () => {
  database = await freshDatabase();
  app = new pg.Pool({ connectionString: database.appUrl, max: 2 });
  app.on("error", () => undefined);
  known = await knownMigrations();
});

afterAll(async () => {
  await app.end();
  await database.drop();
});

const beatAgo = (seconds: number, jobs = seconds) =>
  app.query(
    `insert into worker_heartbeat (id, beat_at) values ('worker', clock_timestamp() - make_interval(secs => $1)),
       ('jobs', clock_timestamp() - make_interval(secs => $2))
     on conflict (id) do update set beat_at = excluded.beat_at`,
    [seconds, jobs],
  );

test("without a worker, or with one that fell silent, it is not well", async () => {
  expect(await readHealth(app, known)).toEqual({ status: "down", reason: "worker" });
  await beatAgo(31);
  expect(await readHealth(app, known)).toEqual({ status: "down", reason: "worker" });
  await beatAgo(2, 31);
  expect(await readHealth(app, known)).toEqual({ status: "down", reason: "jobs" });
});

test("with a fresh heartbeat and every migration it is well", async () => {
  await beatAgo(2);
  const ledger = { signed: 0, age: null, witnesses: 0, waiting: 0 };
  expect(await readHealth(app, known)).toEqual({ status: "ok", migrations: known.length, ledger });
});

test("what is signed, witnessed and waiting is said; a halted history is read only", async () => {
  await beatAgo(2);
  const [db, keepers] = [connect(database.appUrl), await freshKeepers()];
  await append(db.prisma, [draft(), draft()]);
  expect(await readHealth(app, known)).toMatchObject({ ledger: { signed: 0, waiting: 2 } });
  await seal(db, keepers);
  expect(await readHealth(app, known)).toMatchObject({
    status: "ok",
    ledger: { signed: 2, witnesses: 2, waiting: 0 },
  });
  await beginHalt(app, "behind 9 2 somebody");
  expect(await readHealth(app, known)).toMatchObject({ status: "read_only" });
  await endHalt(app);
  await db.close();
  await keepers.drop();
});

test("a migration that is missing, or one too many, is said", async () => {
  await beatAgo(2);
  const down = { status: "down", reason: "migrations" };
  expect(await readHealth(app, [...known, "20990101000000_later"])).toEqual(down);
  expect(await readHealth(app, known.slice(1))).toEqual(down);
});

test("a database out of reach is said, not thrown", async () => {
  const nowhere = new pg.Pool({ connectionString: "postgresql://a:b@127.0.0.1:1/x" });
  expect(await readHealth(nowhere, known)).toEqual({ status: "down", reason: "database" });
});

test("the roles of web and worker may not rewrite history, the owner's is refused", async () => {
  const [owner, site] = [database.ownerUrl, database.publicUrl].map((url) => new pg.Client(url));
  if (!owner || !site) throw new Error("two addresses");
  await Promise.all([owner.connect(), site.connect()]);
  try {
    await expect(assertNotOwner(app)).resolves.toBeUndefined();
    await expect(assertNotOwner(site)).resolves.toBeUndefined();
    await expect(assertNotOwner(owner)).rejects.toThrow(/refuses to work as the database role "aqtalu"/);
  } finally {
    await Promise.all([owner.end(), site.end()]);
  }
});

test("a role that was granted no more than the update of one column is refused too", async () => {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  await owner.query("grant update (id) on events to aqtalu_app");
  try {
    await expect(assertNotOwner(app)).rejects.toThrow(/could rewrite the history/);
  } finally {
    await owner.query("revoke update (id) on events from aqtalu_app");
    await owner.end();
  }
});

test("of two workers one has the seat and the other waits for it", async () => {
  const first = await takeSeat(
    database.appUrl,
    "worker",
    () => expect.fail("nobody was there"),
    () => undefined,
  );
  let waits = false;
  const second = takeSeat(
    database.appUrl,
    "worker",
    () => (waits = true),
    () => undefined,
  );
  await expect.poll(() => waits).toBe(true);
  await first.beat();
  expect(await readHealth(app, known)).toMatchObject({ status: "ok" });
  await first.leave();
  const seat = await second;
  await seat.beat();
  await seat.leave();
});
