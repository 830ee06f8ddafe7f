import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readLedgerNow } from "@/lib/store/ledger-desk";
import { connect, type Connection } from "@/lib/store/client";
import { freePort } from "@/scripts/ports";
import { chanceFrom, type Chance } from "@/tests/law/support/chance";
import { KeptChild } from "@/tests/support/kept-child";
import { check, freshKeepers } from "@/tests/support/ledger";
import { Load } from "@/tests/support/load";
import { MortalCluster } from "@/tests/support/mortal-cluster";
import { cast } from "@/tests/support/people";
import { aCase, aFile, noConflicts } from "@/tests/support/records";
import { childProgram, workerProgram, type Program } from "@/tests/support/worker";

/**
 * Web, worker and a PostgreSQL of its own at work as three programs, and people who act through the web server as fast
 * as they are answered; one of the three is killed again and again. The web server is `perform` behind a port: what
 * `next start` puts before it (session, form, words) begins no transaction and acknowledges nothing by itself, and a
 * build for it would cost the ordinary run minutes.
 */
const long = process.env.AQTALU_LONG === "1";
const seed = Number(process.env.AQTALU_SEED ?? Math.floor(Math.random() * 2 ** 31));

type Victim = "web" | "worker" | "postmaster" | "backend" | "checkpointer";
const victims: Record<Victim, number> = long
  ? { web: 32, worker: 32, postmaster: 18, backend: 12, checkpointer: 6 }
  : { web: 2, worker: 2, postmaster: 1, backend: 1, checkpointer: 0 };
const kills = Object.values(victims).reduce((sum, n) => sum + n, 0);
const [clients, files] = long ? [8, 160] : [6, 12];

type Kill = { victim: Victim; at: number; unacknowledged: number; waiting: number };

let cluster: MortalCluster;
let keepers: Awaited<ReturnType<typeof freshKeepers>>;
let programs: { web: Program; worker: Program };

beforeEach(async () => {
  cluster = await MortalCluster.open();
  keepers = await freshKeepers();
  programs = { web: await childProgram("web-child"), worker: await workerProgram() };
});
afterEach(async () => {
  await Promise.all([programs.web.drop(), programs.worker.drop(), keepers.drop(), cluster.stop()]);
});

test(`web, worker or PostgreSQL killed ${kills} times under load (seed ${seed}): what was acknowledged is there once`, async () => {
  const chance = chanceFrom(seed);
  const { people, waiting } = await prepare();
  const port = await freePort();
  const web = new KeptChild(programs.web.file, { url: cluster.appUrl, port }, "listening");
  const worker = new KeptChild(programs.worker.file, { url: cluster.appUrl, data: keepers.data }, "seated");
  const load = new Load(`http://127.0.0.1:${port}`, people, waiting);
  const done: Kill[] = [];
  try {
    await Promise.all([web.begun(), worker.begun()]);
    const work = Promise.all(Array.from({ length: clients }, () => load.work(() => 2 + chance.below(20))));
    // Whoever fails ends the run at once, not after the last kill.
    const failed = work.then(() => undefined);
    for (const victim of shuffled(chance)) {
      await Promise.race([pause(30 + chance.below(700)), failed]);
      done.push(await kill(victim, { web, worker, load }));
      await Promise.race([goesOn({ web, worker, load, wait: chance.of(0.8) }), failed]);
    }
    load.leave();
    await work;
    await worker.begun();
    await sealed();
  } finally {
    load.leave();
    await Promise.all([web.end(), worker.end()]);
  }
  report(done, load, worker);
  expect(web.fell, "the web server outlives a database that comes back").toBe(0);
  judgeMoments(done, load);
  const db = connect(cluster.appUrl);
  try {
    await judgeAcknowledged(db, load);
    await judgeLedger(db);
  } finally {
    await db.close();
  }
}, 3_600_000);

/** Files with a case each, closed; what becomes of them is up to the load. */
async function prepare() {
  const db = connect(cluster.appUrl);
  try {
    for (const name of ["fsync", "synchronous_commit", "full_page_writes"])
      expect((await db.pool.query(`show ${name}`)).rows, name).toEqual([{ [name]: "on" }]);
    const people = await cast(db);
    const waiting: string[] = [];
    const cases: string[] = [];
    for (let n = 0; n < files; n++) {
      waiting.push(await aFile(db));
      cases.push(await aCase(db, [waiting[n]!]));
    }
    await noConflicts(db, Object.values(people), cases);
    return { people, waiting };
  } finally {
    await db.close();
  }
}

function shuffled(chance: Chance): Victim[] {
  const deck = Object.entries(victims).flatMap(([victim, n]) => Array<Victim>(n).fill(victim as Victim));
  for (let n = deck.length - 1; n > 0; n--) {
    const other = chance.below(n + 1);
    [deck[n], deck[other]] = [deck[other]!, deck[n]!];
  }
  return deck;
}

type AtWork = { web: KeptChild; worker: KeptChild; load: Load };

/** Kills, and gives how much was under way: orders without an answer, entries without a leaf. */
async function kill(victim: Victim, { web, worker, load }: AtWork): Promise<Kill> {
  if (victim === "web" || victim === "worker") await { web, worker }[victim].begun();
  let waiting = 0;
  const [at, unacknowledged] = [Date.now(), load.open.size];
  if (victim === "web") expect(web.kill()).toBe(true);
  else if (victim === "worker") {
    expect(worker.kill()).toBe(true);
    const sql =
      "select count(*)::int n from events e where not exists (select from ledger_leaves l where l.seq = e.seq)";
    waiting = (await cluster.ask<{ n: number }>(sql))[0]!.n;
  } else if (victim === "postmaster") await cluster.killPostmaster();
  else while (!(await cluster.killOne(victim))) await pause(5);
  if (victim !== "web" && victim !== "worker") await cluster.recover();
  return { victim, at, unacknowledged, waiting };
}

/** Until people are answered again; mostly until the worker is back at work too, and sometimes it is killed before. */
async function goesOn({ web, worker, load, wait }: AtWork & { wait: boolean }): Promise<void> {
  await web.begun();
  const before = load.acknowledged.length;
  for (let tries = 0; load.acknowledged.length < before + clients; tries++) {
    if (tries > 3000) throw new Error(`nobody is answered any more: ${load.trouble}`);
    await pause(20);
  }
  if (wait) await worker.begun();
}

/** Until the worker by itself has given every entry its place, under a head that both witnesses signed. */
async function sealed(): Promise<void> {
  const db = connect(cluster.appUrl, { max: 1 });
  try {
    for (let tries = 0; tries < 600; tries++) {
      const { entries, waiting, signed } = await readLedgerNow(db.pool);
      if (waiting === 0 && signed?.size === entries && signed.witnesses === keepers.witnesses.length) return;
      await pause(50);
    }
    throw new Error("the worker does not come to the end of the history");
  } finally {
    await db.close();
  }
}

/** The orders that this kill left without an answer: what fell between it and the next. */
const hitBy = (done: readonly Kill[], nth: number, load: Load): number =>
  load.unanswered.filter(({ at }) => at >= done[nth]!.at && at < (done[nth + 1]?.at ?? Infinity)).length;

function judgeMoments(done: readonly Kill[], load: Load): void {
  for (const [victim, n] of Object.entries(victims))
    expect(done.filter((one) => one.victim === victim).length, victim).toBe(n);
  const ofWorker = done.filter(({ victim }) => victim === "worker");
  const others = done.flatMap((one, nth) => (one.victim === "worker" ? [] : [hitBy(done, nth, load)]));
  expect(
    others.filter((n) => n > 0).length,
    "kills that left orders without an answer",
  ).toBeGreaterThanOrEqual(others.length / 2);
  expect(
    ofWorker.filter(({ waiting }) => waiting > 0).length,
    "kills of the worker while entries waited",
  ).toBeGreaterThanOrEqual(ofWorker.length / 2);
}

type Act = { proceeding: string; act: string; text: string | null; signature: string | null };

/** Of each proceeding the history tells exactly the acts that were acknowledged, each once, in this order. */
async function judgeAcknowledged(db: Connection, load: Load): Promise<void> {
  const said = new Map<string, Act[]>();
  for (const { request, answer } of load.acknowledged) {
    const result = answer[0]!;
    if (!result.ok) throw new Error("a refusal was taken for an acknowledgement");
    const { proceeding, signature } = result;
    const list = said.get(proceeding) ?? [];
    list.push({ proceeding, act: request.act, text: request.text ?? null, signature });
    said.set(proceeding, list);
  }
  const { rows } = await db.pool.query<Act>(
    `select proceeding_id as proceeding, act, j #>> '{payload,facts,text}' as text, j #>> '{payload,signature,id}' as signature
     from (select seq, proceeding_id, act, convert_from(bytes, 'UTF8')::jsonb j from events) e
     where j #>> '{payload,kind}' = 'act' order by seq`,
  );
  const told = new Map<string, Act[]>();
  for (const row of rows) told.set(row.proceeding, [...(told.get(row.proceeding) ?? []), row]);
  expect(told.size).toBe(said.size);
  for (const [proceeding, acts] of said) expect(told.get(proceeding), proceeding).toEqual(acts);

  const { rows: kept } = await db.pool.query<{ key: string; reply: unknown }>(
    "select key, reply from requests",
  );
  expect(new Map(kept.map(({ key, reply }) => [key, reply]))).toEqual(
    new Map(load.acknowledged.map(({ key, answer }) => [key, answer])),
  );
  const { rows: refused } = await db.pool.query("select from events where refused");
  expect(refused.length, "whoever asks again is not refused").toBe(0);
}

async function judgeLedger(db: Connection): Promise<void> {
  const { rows } = await db.pool.query<{ index: bigint | null }>(
    "select l.index from events e left join ledger_leaves l on l.seq = e.seq order by l.index",
  );
  expect(rows.map(({ index }) => index)).toEqual(rows.map((_, n) => BigInt(n)));
  const { rows: halts } = await db.pool.query("select reason from ledger_halts");
  expect(halts).toEqual([]);
  expect(await check(db, keepers)).toMatchObject({ faults: [], entries: rows.length, proven: rows.length });
}

/** What the run was like: said in the long one, and where a seed was given to look at. */
function report(done: readonly Kill[], load: Load, worker: KeptChild): void {
  const keys = new Set(load.unanswered.map(({ key }) => key));
  const hits = done.map((one, nth) => ({ ...one, hit: hitBy(done, nth, load) }));
  const figures = {
    seed,
    kills: victims,
    seconds: Math.round((Date.now() - done[0]!.at) / 1000),
    acknowledged: load.acknowledged.length,
    askedAgain: keys.size,
    withOrdersOpen: done.filter(({ unacknowledged }) => unacknowledged > 0).length,
    hitOrders: hits.filter(({ victim, hit }) => victim !== "worker" && hit > 0).length,
    workerWithEntriesWaiting: done.filter(({ waiting }) => waiting > 0).length,
    workerFell: worker.fell,
  };
  if (long || process.env.AQTALU_SEED) console.log(JSON.stringify(figures));
}
