import { createHash } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { actorOfAccount } from "@/lib/auth/actor";
import { acceptProposal } from "@/lib/intake/write";
import { connect, type Connection } from "@/lib/store/client";
import { encoder } from "@/prisma/sample/corpus/encoding";
import { corpusTable } from "@/prisma/sample/corpus/table";
import { freePort } from "@/scripts/ports";
import { chanceFrom } from "@/tests/law/support/chance";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { KeptChild } from "@/tests/support/kept-child";
import { MortalCluster } from "@/tests/support/mortal-cluster";
import { person, seedBodies } from "@/tests/support/people";
import { childProgram, type Program } from "@/tests/support/worker";
import { contents } from "./contents";
import { importNow, ownDataFolder, send, workOff } from "./jobs";

/**
 * The web server, the process of the jobs and a PostgreSQL of its own at work on one import from its first byte on; one
 * of them is killed again and again. What is there at the end is what an undisturbed import leaves.
 */
const long = process.env.AQTALU_LONG === "1";
const seed = Number(process.env.AQTALU_SEED ?? Math.floor(Math.random() * 2 ** 31));
type Victim = "web" | "jobs" | "postmaster" | "backend";
type Stage = "sending" | "analysing" | "accepting";
/** Who is killed while what is done, in any order within a stage. */
const plan: Record<Stage, Victim[]> = long
  ? {
      sending: ["web", "web", "backend"],
      analysing: ["web", "jobs", "jobs", "jobs", "jobs", "postmaster", "postmaster", "backend", "backend"],
      accepting: [
        ...(["web", "web", "jobs", "jobs", "jobs", "jobs", "jobs", "jobs", "jobs", "jobs"] as const),
        ...(["postmaster", "postmaster", "postmaster", "postmaster"] as const),
        ...(["backend", "backend", "backend", "backend"] as const),
      ],
    }
  : { sending: ["web"], analysing: ["jobs", "postmaster"], accepting: ["jobs", "backend"] };
/** As many files as make about 50,000 cases. */
const files = long ? 35_000 : 1_200;

const corpus = { seed: 13, files, errors: 0.002, separator: ",", headings: "ru" } as const;
const bytes = Buffer.concat([...corpusTable(corpus)].map(({ text }) => encoder("utf-8")(text)));
const sha256 = createHash("sha256").update(bytes).digest("hex");

ownDataFolder();
let cluster: MortalCluster;
let calm: TestDatabase;
let data: string;
let programs: Record<"web" | "jobs", Program>;

beforeEach(async () => {
  cluster = await MortalCluster.open();
  calm = await freshDatabase();
  data = await mkdtemp(path.join(tmpdir(), "aqtalu-killed-"));
  programs = { web: await childProgram("intake-child"), jobs: await childProgram("jobs-child") };
});
afterEach(async () => {
  await Promise.all([programs.web.drop(), programs.jobs.drop(), calm.drop(), cluster.stop()]);
  await rm(data, { recursive: true });
});

async function prepare(db: Connection): Promise<string> {
  await seedBodies(db);
  await db.pool.query(
    `insert into bodies (id, kind, code, name_kk, name_ru, name_en) values
       ('00000000-0000-4000-8000-0000000000b1', 'agency', 'IIM', 'а', 'а', 'a'),
       ('00000000-0000-4000-8000-0000000000b2', 'agency', 'UQK', 'б', 'б', 'b')`,
  );
  return (await person(db, "archivist", "archivist", "archive")).accountId;
}

const hashed = (value: unknown): string => createHash("sha256").update(JSON.stringify(value)).digest("hex");

/** What an import leaves that nobody disturbs. */
async function undisturbed(): Promise<{ hash: string; cases: number }> {
  const db = connect(calm.appUrl);
  try {
    const archivist = await actorOfAccount(db.pool, await prepare(db), "2026-11-22");
    const desk = { pool: db.pool, clock: () => new Date() };
    const id = await send(desk, archivist, bytes, { name: "corpus.csv" });
    await workOff(desk);
    const { digest } = (await importNow(db, id)).summary!;
    await acceptProposal(desk, archivist, { id, digest });
    await workOff(desk);
    expect(await importNow(db, id)).toMatchObject({ state: "accepted" });
    const { rows } = await db.pool.query<{ n: number }>("select count(*)::int n from cases");
    return { hash: hashed(await contents(db)), cases: rows[0]!.n };
  } finally {
    await db.close();
  }
}

const kills = Object.values(plan).flat().length;

test(`an import that is killed ${kills} times ends as one that nobody disturbs (seed ${seed})`, async () => {
  const expected = await undisturbed();
  const chance = chanceFrom(seed);
  const db = connect(cluster.appUrl, { max: 2 });
  const account = await prepare(db);
  await db.close();
  const port = await freePort();
  const task = { url: cluster.appUrl, data };
  const web = new KeptChild(programs.web.file, { ...task, port, account }, "listening");
  const jobs = new KeptChild(programs.jobs.file, task, "at work");
  const sender = new Sender(`http://127.0.0.1:${port}`);
  try {
    await Promise.all([web.begun(), jobs.begun()]);
    const done = sender.takeIn();
    const ended = done.then(() => undefined);
    const met: string[] = [];
    for (const [stage, deck] of Object.entries(plan) as [Stage, Victim[]][]) {
      for (let left = deck.length; left > 0; left--) {
        const [victim] = deck.splice(chance.below(left), 1);
        await Promise.race([sender.reached(stage), ended]);
        await Promise.race([pause(long ? 200 + chance.below(3000) : 20 + chance.below(300)), ended]);
        met.push(`${sender.state} ${victim}`);
        await kill(victim!, { web, jobs });
        await Promise.all([web.begun(), jobs.begun()]);
      }
    }
    await done;
    // Kills after the end of it would be none.
    expect(met.filter((one) => !one.startsWith("accepted")).length).toBeGreaterThanOrEqual(
      Math.ceil(kills * 0.8),
    );
    if (long) console.log(JSON.stringify({ seed, met, cases: expected.cases, fell: [web.fell, jobs.fell] }));
  } finally {
    sender.leave();
    await Promise.all([web.end(), jobs.end()]);
  }
  const after = connect(cluster.appUrl);
  try {
    expect(hashed(await contents(after))).toBe(expected.hash);
    for (const rest of ["rows", "codes", "batches"])
      expect((await after.pool.query(`select from import_${rest} limit 1`)).rowCount, rest).toBe(0);
  } finally {
    await after.close();
  }
}, 3_600_000);

async function kill(victim: Victim, at: Record<"web" | "jobs", KeptChild>): Promise<void> {
  if (victim === "web" || victim === "jobs") expect(at[victim].kill()).toBe(true);
  else {
    if (victim === "postmaster") await cluster.killPostmaster();
    else while (!(await cluster.killOne("backend"))) await pause(5);
    await cluster.recover();
  }
}

type Shown = { state: string; leftOut: number; digest?: string } | null;

/** Sends the file, waits, accepts what is shown, waits again: asks anew whenever nobody answers. */
class Sender {
  state = "sending";
  private left = false;

  constructor(private readonly address: string) {}

  leave(): void {
    this.left = true;
  }

  /** This stage, or one behind it. */
  async reached(stage: Stage): Promise<void> {
    const stages = ["sending", "analysing", "open", "accepting", "accepted"];
    while (!this.left && stages.indexOf(this.state) < stages.indexOf(stage)) await pause(5);
  }

  async takeIn(): Promise<void> {
    const id = await this.upload();
    await this.asked("/begin", { id, name: "corpus.csv", sha256 });
    for (;;) {
      const shown = await this.again(
        async () => (await (await fetch(`${this.address}/${id}`)).json()) as Shown,
      );
      this.state = shown?.state ?? "sending";
      if (this.state === "accepted") return;
      if (!["analysing", "open", "accepting"].includes(this.state)) throw new Error(JSON.stringify(shown));
      expect(shown?.leftOut ?? 0).toBe(0);
      if (this.state === "open") await this.asked("/accept", { id, digest: shown!.digest });
      await pause(30);
    }
  }

  private async asked(what: string, body: object): Promise<void> {
    await this.again(async () => {
      const answer = await fetch(`${this.address}${what}`, { method: "POST", body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(await answer.text());
      expect(await answer.json()).toMatchObject({ ok: true });
    });
  }

  private async upload(): Promise<string> {
    const tus = { "tus-resumable": "1.0.0" };
    const address = `${this.address}/api/upload/intake`;
    const created = await this.again(async () => {
      const headers = { ...tus, "upload-length": String(bytes.length) };
      const answer = await fetch(address, { method: "POST", headers });
      if (answer.status !== 201) throw new Error(`${answer.status}`);
      return answer.headers.get("location")!.split("/").at(-1)!;
    });
    const offset = () =>
      this.again(async () =>
        Number(
          (await fetch(`${address}/${created}`, { method: "HEAD", headers: tus })).headers.get(
            "upload-offset",
          ),
        ),
      );
    const piece = Math.ceil(bytes.length / 40);
    for (let at = await offset(); at < bytes.length; at = await offset()) {
      const headers = {
        ...tus,
        "upload-offset": String(at),
        "content-type": "application/offset+octet-stream",
      };
      const body = bytes.subarray(at, at + piece);
      await fetch(`${address}/${created}`, { method: "PATCH", headers, body }).catch(() => undefined);
      await pause(20);
    }
    return created;
  }

  private async again<T>(ask: () => Promise<T>): Promise<T> {
    for (let tries = 0; ; tries++) {
      try {
        return await ask();
      } catch (fault) {
        if (this.left || tries > 1000 || (fault as Error).name === "AssertionError") throw fault;
        await pause(100);
      }
    }
  }
}
