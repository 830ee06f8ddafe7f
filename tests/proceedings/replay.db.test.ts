import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { scenes } from "@/tests/law/support/subjects";
import { replay, sameEverywhere } from "@/tests/support/replay/play";
import { openRoom, type Room } from "@/tests/support/replay/room";
import { act, file, toTheChair } from "@/tests/support/replay/scripts";
import { signTogether, type Held } from "@/tests/support/replay/together";
import { sealAndCheck } from "@/tests/support/ledger";

const long = process.env.AQTALU_LONG === "1";
/** Seven scenes: 14 sequences with every change, 210 in the long run. */
const runs = long ? 30 : 2;
const length = long ? 60 : 40;

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

describe("random sequences of the pure model, by perform on PostgreSQL", () => {
  const granted = new Set<string>();
  let sequences = 0;
  let moves = 0;

  test.each(scenes.map((_, scene) => scene))(
    "agree in scene %i",
    { timeout: 60_000 * (long ? 30 : 3) },
    async (scene) => {
      await fc.assert(
        fc.asyncProperty(
          // Without a bias to small numbers: each of them is the seed of a whole move.
          fc.noBias(
            fc.array(fc.nat({ max: 0x7fffffff }), { minLength: length, maxLength: length, size: "max" }),
          ),
          async (numbers) => {
            const r = await room.newReplay();
            moves += await replay(r, scene, numbers);
            expect(await room.faults()).toEqual([]);
            sequences++;
            for (const { payload } of r.world.entries)
              if (payload.kind === "act") granted.add(payload.article);
          },
        ),
        { numRuns: runs, endOnFailure: true },
      );
    },
  );

  test("and leave a history that is whole", async () => {
    expect(sequences).toBe(runs * scenes.length);
    expect(moves).toBeGreaterThan(0.9 * sequences * length);
    // Of the 44 articles: the rest are rare ends of long ways, which replay-found and the long run go.
    expect(granted.size).toBeGreaterThanOrEqual(long ? 40 : 20);
    expect((await sealAndCheck(room.db)).faults).toEqual([]);
  });
});

describe("two files that one case requires, decided at the same time", () => {
  const [here, there, shared] = [3, 4, 31];
  const pairs = [
    ["chair", "deputy"],
    ["deputy", "chair"],
    ["chair", "chair"],
  ] as const;
  const held: readonly Held[] = [
    { kind: "case", index: shared },
    { kind: "file", index: here },
    { kind: "file", index: there },
    null,
  ];
  // The second comes so many milliseconds after the first.
  const rounds = pairs.flatMap(([a, b], nth) =>
    held.map((one, place) => ({ a, b, one, gap: (nth + place) * 2 })),
  );
  const few = [...rounds.slice(0, held.length), rounds.at(-1)!];

  test.each(long ? [...rounds, ...rounds, ...rounds] : few)(
    "by $a and $b, with $one in the way: the case moves once",
    { timeout: 60_000 },
    async ({ a, b, one, gap }) => {
      const r = await room.newReplay();
      for (const index of [here, there]) await toTheChair(r, index);
      // On leave and signing all the same: then chair and deputy may both sign, and neither waits for the other.
      await act(r, file(here), ["chair", "chair_absence"]);
      const signing = [[a, here] as const, [b, there] as const];
      const results = await signTogether(r, signing, one, gap);
      expect(results).toEqual([
        expect.objectContaining({ ok: true, article: "D11", to: "granted" }),
        expect.objectContaining({ ok: true, article: "D11", to: "granted" }),
      ]);
      const { rows } = await room.db.pool.query<{ act: string }>(
        "select act from events where case_id = $1 and act = 'stage'",
        [r.placed.cases[shared]],
      );
      expect(rows).toHaveLength(1);
      expect(
        await room.db.prisma.cases.findUniqueOrThrow({ where: { id: r.placed.cases[shared] } }),
      ).toMatchObject({ stage: "declassified", never_secret: false, version: 2 });
      await sameEverywhere(r);
      expect(await room.faults()).toEqual([]);
    },
  );
});
