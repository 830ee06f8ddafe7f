import { readdir, readFile, rm, stat } from "node:fs/promises";
import { Agent, get } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { actorOfAccount } from "@/lib/auth/actor";
import { dayOf, systemClock } from "@/lib/clock";
import { deliveryRoot, hashOfFile, moveBlob } from "@/lib/files/blobs";
import { importingOffice, snapshotOf } from "@/lib/intake/importer";
import type { Summary } from "@/lib/intake/view";
import { acceptProposal } from "@/lib/intake/write";
import type { Actor } from "@/lib/law/actor";
import { perform } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { insertProposal, loadProposal } from "@/lib/store/intake";
import { addJob } from "@/lib/store/jobs";
import { inPlainTransaction } from "@/lib/store/transaction";
import { openDatabase } from "@/scripts/database";
import { readDemoAccounts } from "@/scripts/demo-accounts";
import { withServed } from "@/scripts/served";
import { readSettings } from "@/scripts/settings";
import { atSigningMany } from "@/tests/support/journeys";
import { cast, type Cast } from "@/tests/support/people";
import { corpusAgencies, writeCorpus } from "./corpus";
import { percentile, type Bench, type Figures } from "./measure";
import { signIn } from "./session";

/**
 * Whether one can work while an archive comes in: a served Aqtalu does the jobs of a large import, and meanwhile
 * somebody opens the list of cases again and again and a member signs. `ratio` is the worse of the two: their p95
 * during the import by that of the same run without it (before and after, whichever was quicker).
 */
export const bench: Bench = async ({ quick }) => {
  let figures: Figures = {};
  await withServed(async (env) => {
    figures = await measure(env, quick ? 10_000 : 700_000);
  });
  return figures;
};

async function measure(env: NodeJS.ProcessEnv, files: number): Promise<Figures> {
  const settings = readSettings(env);
  process.env.AQTALU_DATA = settings.data;
  const { doors } = await openDatabase(settings, () => undefined);
  const db = connect(doors.app);
  try {
    const account = (await readDemoAccounts(settings.data)).find(({ role }) => role === "archivist")!;
    const visit = visitor(settings.url, await signIn(settings.url, account));
    const people = await cast(db, "bench-");
    await db.pool.query(corpusAgencies).catch(() => undefined);
    const desk = { visit, sign: signer(db, people, await orders(db, people, files)) };
    const delivery = await deliver(files);
    const before = await work(desk);
    const archivist = await archivistNamed(db, account.login);
    const importing = takeIn(db, archivist, delivery);
    let over = false;
    void importing.finally(() => (over = true));
    const during = await work(desk, () => over);
    const taken = await importing;
    const after = await work(desk);
    const worse = (what: keyof Times): number =>
      percentile(during[what], 0.95) /
      Math.min(percentile(before[what], 0.95), percentile(after[what], 0.95));
    const told = (times: Times): Record<string, number> => ({
      list_p95_ms: percentile(times.list, 0.95),
      sign_p95_ms: percentile(times.sign, 0.95),
      lists: times.list.length,
      signed: times.sign.length,
    });
    return {
      ...{ rows: taken.rows, rate_per_s: Math.round(taken.rows / taken.seconds.all) },
      ratio: Math.round(Math.max(worse("list"), worse("sign")) * 100) / 100,
      stages: { before: told(before), during: told(during), after: told(after), seconds: taken.seconds },
      contenders: { memory_mb: await peaks(settings.data) },
    };
  } finally {
    await db.close();
  }
}

type Times = { list: number[]; sign: number[] };
/** False: there was nothing to do. */
type AtWork = Record<"visit" | "sign", () => Promise<boolean>>;
const ROUNDS = 120;

/** One after the other with a breath between: until it is over, or so many rounds. */
async function work({ visit, sign }: AtWork, over?: () => boolean): Promise<Times> {
  const times: Times = { list: [], sign: [] };
  const timed = async (what: keyof Times, act: () => Promise<boolean>): Promise<void> => {
    const began = performance.now();
    if (await act()) times[what].push(performance.now() - began);
  };
  for (let round = 0; over ? !over() : round < ROUNDS; round++) {
    await timed("list", visit);
    if (round % 3 === 0) await timed("sign", sign);
    await pause(100);
  }
  return times;
}

/** The list as an archivist opens it: unfiltered, filtered, sorted. */
function visitor(url: string, cookie: string): () => Promise<boolean> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const lists = [
    "/cases",
    "/cases?stage=archived",
    "/cases?stage=rehabilitated",
    "/cases?year=1937&sort=name",
  ];
  let nth = 0;
  return () =>
    new Promise((resolve, reject) => {
      const address = new URL(lists[nth++ % lists.length]!, url);
      get(address, { agent, headers: { cookie, accept: "text/html" } }, (response) => {
        response.resume();
        response.on("error", reject);
        response.on("end", () =>
          response.statusCode === 200
            ? resolve(true)
            : reject(new Error(`${address} answered ${response.statusCode}`)),
        );
      }).on("error", reject);
    });
}

async function orders(db: Connection, people: Cast, files: number): Promise<Order[]> {
  const waiting: Awaited<ReturnType<typeof atSigningMany>> = [];
  // Some hundred at a time: a register takes no more. Enough for as long as the import may take, and for afterwards.
  for (let lists = 2 + Math.ceil(files / 25_000); lists > 0; lists--)
    waiting.push(...(await atSigningMany(db, people, 240)));
  return waiting.map(({ proceeding, version, dossierHash }) => ({
    key: newId(),
    requests: [{ act: "sign", proceeding, version, dossierHash }],
    said: { text: "I sign", method: "password", register: false },
  }));
}

const signer = (db: Connection, people: Cast, waiting: Order[]) => async (): Promise<boolean> => {
  const order = waiting.pop();
  if (!order) return false;
  const [result] = await perform({ prisma: db.prisma, clock: systemClock }, people.member1, order);
  if (!result?.ok) throw new Error(`not signed: ${JSON.stringify(result)}`);
  return true;
};

async function archivistNamed(db: Connection, login: string): Promise<Actor> {
  const { rows } = await db.pool.query<{ id: string }>("select id from accounts where login = $1", [login]);
  return actorOfAccount(db.pool, rows[0]!.id, dayOf(systemClock()));
}

type Delivery = { rows: number; sha256: string; size: number };

/** A corpus as it lies with the served one once it has arrived. */
async function deliver(files: number): Promise<Delivery> {
  const file = path.join(tmpdir(), `aqtalu-desk-${process.pid}.csv`);
  const rows = await writeCorpus(file, files);
  const sha256 = await hashOfFile(file);
  const { size } = await stat(file);
  await moveBlob(file, sha256, deliveryRoot()).catch(() => rm(file));
  return { rows, sha256, size };
}

/** Through the jobs of the served one: read and compared, accepted as it is shown, written. */
async function takeIn(db: Connection, archivist: Actor, { rows, sha256, size }: Delivery) {
  const [id, at, createdBy] = [newId(), systemClock(), archivist.accountId];
  const askedAs = snapshotOf(archivist, importingOffice(archivist)!);
  const began = performance.now();
  await inPlainTransaction(db.pool, async (tx) => {
    await insertProposal(tx, {
      id,
      sha256,
      size,
      asked: {},
      createdBy,
      createdAt: at,
      fileName: "corpus.csv",
    });
    await addJob(tx, { id: newId(), kind: "analyse", importId: id, askedAs, at, size });
  });
  const shown = await until(db, id, "open");
  const compared = performance.now();
  const desk = { pool: db.pool, clock: systemClock };
  await acceptProposal(desk, archivist, { id, digest: shown.digest });
  await until(db, id, "accepted");
  const written = performance.now();
  const seconds = (ms: number): number => Math.round(ms / 100) / 10;
  return {
    rows,
    seconds: {
      analyse: seconds(compared - began),
      accept: seconds(written - compared),
      all: seconds(written - began),
    },
  };
}

async function until(db: Connection, id: string, state: string): Promise<Summary> {
  for (;;) {
    const found = await loadProposal<Summary, unknown>(db.pool, id);
    if (found.state === state) return found.summary!;
    if (!["analysing", "accepting"].includes(found.state)) throw new Error(JSON.stringify(found));
    await pause(250);
  }
}

/** The most that each process of the served one ever held (MB), as the kernel counted it. */
async function peaks(data: string): Promise<Record<string, number>> {
  const kinds = {
    jobs: "scripts/jobs.ts",
    worker: "scripts/worker.ts",
    web: "next-server",
    postgres: "postgres",
  };
  const most: Record<string, number> = {};
  for (const pid of (await readdir("/proc")).filter((name) => /^\d+$/.test(name))) {
    const read = (name: string): Promise<string> => readFile(`/proc/${pid}/${name}`, "utf8").catch(() => "");
    const [command, environment, status] = [
      await read("cmdline"),
      await read("environ"),
      await read("status"),
    ];
    const kind = Object.entries(kinds).find(([, word]) => command.includes(word))?.[0];
    if (!kind || !(environment.includes(data) || command.includes(data) || kind === "postgres")) continue;
    const peak = Math.round(Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
    most[kind] = Math.max(most[kind] ?? 0, peak);
  }
  return most;
}
