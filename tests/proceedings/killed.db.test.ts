import { spawn } from "node:child_process";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Order } from "@/lib/proceedings/request";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { office } from "@/tests/support/office";
import { cast, type Cast } from "@/tests/support/people";
import { childProgram, type Program } from "@/tests/support/worker";

/** A child that performs the chair's signature (the act that writes most) is killed; then both or neither. */
const long = process.env.AQTALU_LONG === "1";
const random = long ? 200 : 6;
/** Every statement in the long run; in the short one every fourth, beginning somewhere else each time. */
const stride = long ? 1 : 4;
const start = 1 + Math.floor(Math.random() * stride);

type Place = { at: "before" | "after" | "during"; nth: number; wait: number };
type Waiting = { proceeding: string; kase: string; order: Order };

let base: TestDatabase;
let db: Connection;
let people: Cast;
let program: Program;
let waiting: Waiting | null = null;

beforeAll(async () => {
  base = await freshDatabase();
  db = connect(base.appUrl);
  people = await cast(db);
  program = await childProgram("dying-child");
});
afterAll(async () => {
  await db.close();
  await base.drop();
  await program.drop();
});

/** The proceeding that waits for its chair: a new one only when the last was decided. */
async function next(): Promise<Waiting> {
  if (waiting) return waiting;
  const { done, shown } = office(db);
  const { proceeding, kase } = await atSigning(db, people);
  await done(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  const said = { text: "I sign", method: "password", register: false } as const;
  const request = { act: "sign", proceeding, basis: "decree", ...(await shown(proceeding)) } as const;
  return (waiting = { proceeding, kase, order: { key: newId(), requests: [request], said } });
}

async function run(
  order: Order,
  place: Place | null,
): Promise<{ code: number | null; signal: string | null; out: string }> {
  const task = { url: base.appUrl, accountId: people.chair.accountId, order, place };
  const child = spawn(process.execPath, [program.file], {
    env: { ...process.env, AQTALU_CHILD: JSON.stringify(task) },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) =>
    child.on("close", (c, s) => resolve([c, s])),
  );
  if (code) throw new Error(err);
  return { code, signal, out };
}

/** The server notices a dead client when it next reads: wait until its backend is gone. */
async function settled(): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query<{ n: number }>(
      "select count(*)::int n from pg_stat_activity where datname = current_database() and state like '%in transaction%'",
    );
    if (rows[0]!.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Everything that the act writes is there once, or none of it is. */
async function bothOrNeither(w: Waiting): Promise<boolean> {
  await settled();
  const { proceeding, kase } = w;
  const there = await Promise.all([
    db.prisma.signatures.count({ where: { proceeding_id: proceeding, slot: "chair" } }),
    db.prisma.events.count({
      where: { proceeding_id: proceeding, actor_id: people.chair.accountId, act: "sign" },
    }),
    db.prisma.decisions.count({ where: { proceeding_id: proceeding } }),
    db.prisma.proceedings.count({ where: { id: proceeding, step: "granted" } }),
    db.prisma.cases.count({ where: { id: kase, stage: "declassified" } }),
    db.prisma.events.count({ where: { case_id: kase, act: "stage" } }),
    db.prisma.requests.count({ where: { key: w.order.key } }),
    db.prisma.statements.count({
      where: {
        account_id: people.chair.accountId,
        items: { path: ["requests", "0", "proceeding"], equals: proceeding },
      },
    }),
  ]);
  expect(new Set(there).size, there.join()).toBe(1);
  expect([0, 1]).toContain(there[0]);
  if (there[0] === 1) waiting = null;
  return there[0] === 1;
}

async function killAt(place: Place): Promise<boolean> {
  const w = await next();
  const { signal } = await run(w.order, place);
  expect(signal).toBe("SIGKILL");
  return bothOrNeither(w);
}

describe("a process killed while it performs", () => {
  let sent = 0;
  let inside: [number, number] = [0, 0];

  test("left alone it performs, and says how many statements that takes", async () => {
    const w = await next();
    const { out } = await run(w.order, null);
    const told = JSON.parse(out) as { sent: number; texts: string[]; results: { ok: boolean }[] };
    expect(told.results[0]?.ok).toBe(true);
    sent = told.sent;
    inside = [
      told.texts.findIndex((t) => /^begin/i.test(t)) + 2,
      told.texts.findIndex((t) => /^commit/i.test(t)) + 1,
    ];
    expect(inside[1]).toBeGreaterThan(inside[0] + 5);
    expect(await bothOrNeither(w)).toBe(true);
  }, 60_000);

  test(`before and after every ${stride === 1 ? "" : "fourth "}statement once: both or neither, and a retry completes it`, async () => {
    let committed = 0;
    for (let nth = start; nth <= sent; nth += stride) {
      for (const at of ["before", "after"] as const) if (await killAt({ at, nth, wait: 0 })) committed++;
    }
    // Only what came after COMMIT was there.
    if (stride === 1) expect(committed).toBe(1 + 2 * (sent - inside[1]));
    const w = await next();
    expect((await run(w.order, null)).code).toBe(0);
    expect(await bothOrNeither(w)).toBe(true);
  }, 300_000);

  test(`at ${random} random moments, at least half of them inside the transaction`, async () => {
    let within = 0;
    for (let i = 0; i < random; i++) {
      const nth = 1 + Math.floor(Math.random() * sent);
      if (nth >= inside[0] && nth <= inside[1]) within++;
      await killAt({ at: "during", nth, wait: Math.floor(Math.random() * 3_000_000) });
    }
    expect(within).toBeGreaterThanOrEqual(random / 2);
  }, 900_000);
});
