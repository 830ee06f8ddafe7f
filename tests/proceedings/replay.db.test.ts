import fc from "fast-check";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verifyHistory } from "@/lib/history/verify";
import { closeConnections, connect, type Connection } from "@/lib/store/client";
import { scenes } from "@/tests/law/support/subjects";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { pointAt } from "@/tests/support/environment";
import { begin } from "@/tests/support/replay/begin";
import type { Replay } from "@/tests/support/replay/desk";
import { growingHistory } from "@/tests/support/replay/history";
import { peopled, type Peopled } from "@/tests/support/replay/people";
import { replay } from "@/tests/support/replay/play";
import { putInForce, setAbsence } from "@/tests/support/replay/works";

const long = process.env.AQTALU_LONG === "1";
/** Seven scenes: 14 sequences with every change, 210 in the long run. */
const runs = long ? 30 : 2;
const length = long ? 60 : 40;

let base: TestDatabase;
let db: Connection;
let owner: pg.Pool;
let people: Peopled;
let faults: ReturnType<typeof growingHistory>;

beforeAll(async () => {
  base = await freshDatabase();
  pointAt(base);
  db = connect(base.appUrl);
  owner = new pg.Pool({ connectionString: base.ownerUrl, max: 2 });
  owner.on("error", () => undefined);
  people = await peopled(db);
  faults = growingHistory(db);
});
afterAll(async () => {
  await closeConnections();
  await db.close();
  await owner.end();
  await base.drop();
});

async function newReplay(): Promise<Replay> {
  const { world, placed } = await begin(db, people);
  const { rows } = await owner.query<{ last: number }>("select max(version) as last from rule_sets");
  const rulesBefore = rows[0]!.last;
  const desk = { prisma: db.prisma, clock: () => new Date() };
  const r: Replay = {
    ...{ db, desk, owner, people, world, placed, rulesBefore },
    ...{ proceedings: new Map<string, string>(), nth: 0 },
  };
  await putInForce(r, 0, rulesBefore + world.rules.version);
  await setAbsence(r, false);
  return r;
}

describe("random sequences of the pure model, by perform on PostgreSQL", () => {
  const granted = new Map<string, number>();
  let sequences = 0;
  let moves = 0;

  test.each(scenes.map((_, scene) => scene))(
    "agree in scene %i",
    { timeout: 60_000 * (long ? 30 : 3) },
    async (scene) => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.nat({ max: 0x7fffffff }), { minLength: length, maxLength: length, size: "max" }),
          async (numbers) => {
            const r = await newReplay();
            moves += (await replay(r, scene, numbers)).length;
            expect(await faults()).toEqual([]);
            sequences++;
            for (const { payload } of r.world.entries)
              if (payload.kind === "act")
                granted.set(payload.article, (granted.get(payload.article) ?? 0) + 1);
          },
        ),
        { numRuns: runs, endOnFailure: true },
      );
    },
  );

  test("and leave a history that is whole", async () => {
    expect(sequences).toBe(runs * scenes.length);
    console.log(`${sequences} sequences, ${moves} moves`, Object.fromEntries([...granted].sort()));
    expect((await verifyHistory(db.pool)).faults).toEqual([]);
  });
});
