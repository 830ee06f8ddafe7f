import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { acts } from "@/lib/law/acts";
import { law } from "@/lib/law/law";
import { decidedInvariants } from "./support/invariants-decided";
import { invariants } from "./support/invariants";
import { choices, playChoices, runModel, type Choices } from "./support/sequences";
import { before, nameOf, seen, type Seen } from "./support/watch";

const all = Object.entries({ ...invariants, ...decidedInvariants });
const times = process.env.AQTALU_LONG ? 20 : 1;

function check(sequence: Choices, each?: (s: Seen) => void): void {
  playChoices(sequence, (world, move, go) => {
    const earlier = before(world, move);
    const s = seen(world, move, earlier, go());
    for (const [name, broken] of all) {
      const what = broken(s);
      if (what) throw new Error(`${name}: ${what} (${nameOf(s)})`);
    }
    each?.(s);
  });
}

describe("random acts by random people", () => {
  const granted = new Map<string, number>();
  const reached = new Set<string>();
  const sizes = { declassifiedAtOnce: 0 };
  let moves = 0;

  it("break none of the invariants", { timeout: 120_000 * times }, () => {
    fc.assert(
      fc.property(choices(60), (sequence) =>
        check(sequence, (s) => {
          moves++;
          for (const a of s.acts) {
            granted.set(a.article, (granted.get(a.article) ?? 0) + 1);
            if (a.from !== a.to) reached.add(`${a.of} ${a.to}`);
          }
          sizes.declassifiedAtOnce = Math.max(sizes.declassifiedAtOnce, s.stages.length);
        }),
      ),
      { numRuns: 2_000 * times },
    );
  });

  it("do every act, by every article, and reach every step", () => {
    expect(moves).toBeGreaterThanOrEqual(2_000 * 60);
    expect(law.map((row) => row.article).filter((article) => !granted.has(article))).toEqual([]);
    expect(acts.filter((act) => !law.some((row) => row.act === act && granted.has(row.article)))).toEqual([]);
    const common = ["study", "second_reading", "signing", "granted", "refused", "withdrawn"];
    for (const step of [...common, "attested", "owners"])
      expect(reached).toContain(`declassification ${step}`);
    for (const step of [...common, "regional", "legal_act", "court"])
      expect(reached).toContain(`rehabilitation ${step}`);
  });

  it("open thirty cases with one file", () => {
    expect(sizes.declassifiedAtOnce).toBeGreaterThanOrEqual(30);
  });
});

describe("a sequence", () => {
  it("is its moves alone: played again it gives the same history", () => {
    fc.assert(
      fc.property(choices(40), (sequence) => {
        const { world, moves } = playChoices(sequence);
        const plain = JSON.parse(JSON.stringify(moves)) as typeof moves;
        expect(runModel(plain).entries).toEqual(world.entries);
      }),
      { numRuns: 50 * times },
    );
  });
});
