import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { checkStanding } from "@/lib/history/standing";
import { Publisher } from "@/lib/history/publish";
import { Sequencer } from "@/lib/history/sequence";
import { connect, type Connection } from "@/lib/store/client";
import { append } from "@/lib/store/events";
import { readHalt } from "@/lib/store/ledger";
import { sqlState } from "@/lib/store/transaction";
import { Attacker } from "@/tests/support/attacker";
import { copyOf, freshDatabase, type TestDatabase } from "@/tests/support/database";
import { check, draft, freshKeepers, seal } from "@/tests/support/ledger";
import { startWorker, workerProgram } from "@/tests/support/worker";

const long = process.env.AQTALU_LONG === "1";

let base: TestDatabase;
let db: Connection;
let keepers: Awaited<ReturnType<typeof freshKeepers>>;
let program: Awaited<ReturnType<typeof workerProgram>>;

beforeAll(async () => {
  program = await workerProgram();
});
afterAll(() => program.drop());
beforeEach(async () => {
  [base, keepers] = [await freshDatabase(), await freshKeepers()];
  db = connect(base.appUrl, { max: 70 });
});
afterEach(async () => {
  await db.close();
  await base.drop();
  await keepers.drop();
});

const write = (about: string = randomUUID()) => append(db.prisma, [draft(about)]);

async function indices(): Promise<number[]> {
  const { rows } = await db.pool.query<{ index: bigint }>("select index from ledger_leaves order by index");
  return rows.map(({ index }) => Number(index));
}
const contiguous = (size: number) => Array.from({ length: size }, (_, n) => n);

test("entries of 64 clients get contiguous leaves, each once, and one that commits late is not forgotten", async () => {
  const client = await db.pool.connect();
  const sequencer = await Sequencer.open(client, "aqtalu.test/history");
  let late = (): void => undefined;
  const held = new Promise<void>((resolve) => (late = resolve));
  const slow = db.prisma.$transaction(
    async (tx) => {
      await append(tx, [draft("slow")]);
      await held;
    },
    // A machine that is busy opens seventy connections slowly.
    { timeout: 60_000, maxWait: 60_000 },
  );
  let writing = true;
  const rounds = (async () => {
    while (writing) await sequencer.round();
  })();
  const each = long ? 100 : 12;
  await Promise.all(
    Array.from({ length: 64 }, async () => {
      for (let n = 0; n < each; n++) await write();
    }),
  );
  writing = false;
  await rounds;
  while ((await sequencer.round()) > 0);
  expect(sequencer.size).toBe(64 * each);
  late();
  await slow;
  expect(await sequencer.round()).toBe(1);
  expect(await sequencer.round()).toBe(0);
  client.release();
  expect(await indices()).toEqual(contiguous(64 * each + 1));
  await seal(db, keepers);
  expect(await check(db, keepers)).toMatchObject({ faults: [], proven: 64 * each + 1 });
});

test("whoever begins anew goes on where the last one ended, past a tile and past a half-done round", async () => {
  for (const count of [1, 255, 300]) {
    await append(
      db.prisma,
      Array.from({ length: count }, (_, n) => draft(`${count} ${n}`)),
    );
    await seal(db, keepers);
  }
  const { rows } = await db.pool.query("select level, index from ledger_nodes order by index");
  expect(rows).toEqual([
    { level: 8, index: 0n },
    { level: 8, index: 1n },
  ]);
  expect(await check(db, keepers)).toMatchObject({ faults: [], proven: 556 });
});

test("what the sequencer wrote can be changed by nobody who may write it", async () => {
  await write();
  await seal(db, keepers);
  for (const table of ["ledger_leaves", "ledger_nodes", "ledger_checkpoints", "ledger_cosignatures"]) {
    for (const change of [`delete from ${table}`, `truncate ${table} cascade`])
      await expect(db.pool.query(change), change).rejects.toThrow("permission denied");
  }
  await expect(db.pool.query("update ledger_leaves set index = 9")).rejects.toThrow("permission denied");
});

test("an old backup restored over the database takes no entry, and takes them again once it is the right one", async () => {
  await write();
  await seal(db, keepers);
  await db.close();
  const backup = await copyOf(base);
  db = connect(base.appUrl);
  await write();
  await seal(db, keepers);

  const old = connect(backup.appUrl);
  try {
    expect(await checkStanding(old.pool, keepers)).toMatchObject({ why: "behind", witnessed: 2, here: 1 });
    const refused: unknown = await append(old.prisma, [draft("x")]).catch((fault: unknown) => fault);
    expect(sqlState(refused)).toBe("AQ001");
    // The signer alone would stop it as well: it has signed two leaves.
    const client = await old.pool.connect();
    const sequencer = await Sequencer.open(client, keepers.signer.key.name);
    const publisher = await Publisher.open(old.pool, keepers, () => undefined);
    await old.pool.query("update ledger_halts set ended_at = clock_timestamp()");
    await append(old.prisma, [draft("another second entry")]);
    await sequencer.round();
    client.release();
    await expect(publisher.sign(sequencer.head())).rejects.toThrow("another history");
    expect(await checkStanding(old.pool, keepers)).toMatchObject({ why: "other" });
    expect(await checkStanding(db.pool, keepers)).toBeNull();
    await write();
  } finally {
    await old.close();
    await backup.drop();
  }
});

test("a tree with a hole is no tree that anybody signed, and no leaf leaves one", async () => {
  await append(db.prisma, [draft("a"), draft("b"), draft("c")]);
  await seal(db, keepers);
  await expect(
    db.pool.query(
      "insert into ledger_leaves (index, seq, hash) select 9, seq + 1, hash from ledger_leaves limit 1",
    ),
  ).rejects.toThrow();
  const attacker = await Attacker.at(base);
  await attacker.run("delete from ledger_leaves where index = 1");
  await attacker.leave();
  expect(await checkStanding(db.pool, keepers)).toMatchObject({ why: "other" });
});

test("a connection that is lost while the tree is looked at halts nothing", async () => {
  await append(
    db.prisma,
    Array.from({ length: 300 }, () => draft()),
  );
  await seal(db, keepers);
  const owner = new pg.Client({ connectionString: base.ownerUrl });
  await owner.connect();
  await owner.query("begin; lock table ledger_nodes in access exclusive mode");
  const looking = checkStanding(db.pool, keepers).then(
    () => "looked",
    () => "lost",
  );
  const cut =
    "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
  await until(async () => (await owner.query(cut)).rowCount === 1);
  await owner.query("rollback");
  await owner.end();
  expect(await looking).toBe("lost");
  await write();
  expect(await readHalt(db.pool)).toBeNull();
});

test("of two workers one keeps the ledger; the other waits, and goes on when the first is killed", async () => {
  const first = await startWorker(program, base, keepers.data);
  await first.says("seated");
  const second = await startWorker(program, base, keepers.data);
  await second.says("waiting");
  await write();
  await until(async () => (await indices()).length === 1);
  first.kill();
  await second.says("seated");
  await write();
  await until(async () => (await indices()).length === 2);
  second.kill();
  expect(await indices()).toEqual([0, 1]);
});

test(
  "a worker killed at any moment loses no entry and doubles none",
  { timeout: long ? 900_000 : 180_000 },
  async () => {
    const kills = long ? 100 : 5;
    let writing = true;
    let written = 0;
    const writers = Array.from({ length: 8 }, async () => {
      while (writing) {
        await write();
        written += 1;
        await pause(5);
      }
    });
    for (let n = 0; n < kills; n++) {
      const worker = await startWorker(program, base, keepers.data);
      await worker.says("seated");
      await pause(Math.random() * 1500);
      worker.kill();
      await worker.ended;
    }
    writing = false;
    await Promise.all(writers);
    await seal(db, keepers);
    expect(await indices()).toEqual(contiguous(written));
    expect(await check(db, keepers)).toMatchObject({ faults: [], entries: written, proven: written });
  },
);

async function until(so: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await so()) return;
    await pause(50);
  }
  throw new Error("it did not come to that");
}
