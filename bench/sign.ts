import pg from "pg";
import { perform } from "@/lib/proceedings/perform";
import type { Order } from "@/lib/proceedings/request";
import { connect, type Connection } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { cast, type Cast } from "@/tests/support/people";
import { atSigningMany } from "@/tests/support/journeys";
import { openBenchDatabase, readDurability } from "./database";
import { median, oneByOne, percentile, rateOf, type Bench } from "./measure";
import { recordStatements, replay } from "./raw";

/**
 * One sign-off from parsed request to durable receipt, without the password check. `p95_ms` one at a time;
 * rate and ratio with 64 writers on as many proceedings, beside the same statements sent by hand.
 */
export const bench: Bench = async ({ quick }) => {
  const database = await openBenchDatabase();
  const db = connect(database.appUrl, { max: 64 });
  try {
    const people = await cast(db);
    const size = quick ? 64 : 192;
    const rounds = quick ? 3 : 5;
    const settings = await readDurability(db.pool);
    const single = await orders(db, people, 80);
    await oneByOne(single.slice(0, 20), sign(db, people));
    const times = await oneByOne(single.slice(20), sign(db, people));

    const statements = await recordStatements(db, people, (await orders(db, people, 1))[0]!);
    const ours: number[] = [];
    const raw: number[] = [];
    const pool = new pg.Pool({ connectionString: database.appUrl, max: 64 });
    for (let round = 0; round < rounds; round++) {
      ours.push(await rateOf(await orders(db, people, size), 64, sign(db, people)));
      raw.push(await rateOf(await orders(db, people, size), 64, (order) => replay(pool, statements, order)));
    }
    await pool.end();
    return {
      rows: single.length + 2 * rounds * size,
      p50_ms: median(times),
      p95_ms: percentile(times, 0.95),
      rate_per_s: median(ours),
      ratio: Math.round((median(ours) / median(raw)) * 1000) / 1000,
      settings,
      contenders: { raw: { rate_per_s: median(raw) } },
    };
  } finally {
    await db.close();
    await database.close();
  }
};

const sign = (db: Connection, people: Cast) => async (order: Order) => {
  const [result] = await perform({ prisma: db.prisma, clock: () => new Date() }, people.member1, order);
  if (!result?.ok) throw new Error(`not signed: ${JSON.stringify(result)}`);
};

async function orders(db: Connection, people: Cast, n: number): Promise<Order[]> {
  const waiting = await atSigningMany(db, people, n);
  return waiting.map(({ proceeding, version, dossierHash }) => ({
    key: newId(),
    requests: [{ act: "sign", proceeding, version, dossierHash }],
    said: { text: "I sign", method: "password", register: false },
  }));
}
