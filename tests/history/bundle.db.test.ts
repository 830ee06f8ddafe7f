import fc from "fast-check";
import { readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { trustIn } from "@/lib/history/verify";
import type { BundleKind } from "@/lib/ledger/bundle";
import type { Trust } from "@/lib/ledger/check-heads";
import { connect } from "@/lib/store/client";
import { freshDatabase, type TestDatabase } from "@/tests/support/database";
import { atSigning } from "@/tests/support/journeys";
import { bothVerdicts, bundleOf, judge, withDigest } from "@/tests/support/judge";
import { freshKeepers, seal } from "@/tests/support/ledger";
import { office } from "@/tests/support/office";
import { cast } from "@/tests/support/people";

const long = process.env.AQTALU_LONG === "1";
const changes = long ? 5000 : 500;

let base: TestDatabase;
let trust: Trust;
let seen: string;
const bundles = new Map<BundleKind, Buffer>();

beforeAll(async () => {
  const keepers = await freshKeepers();
  base = await freshDatabase();
  const db = connect(base.appUrl);
  const people = await cast(db);
  const { proceeding } = await atSigning(db, people);
  await seal(db, keepers);
  const { done, act } = office(db);
  await done(people.member1, { act: "sign", proceeding });
  await act(people.member1, { act: "sign", proceeding });
  await done(people.member2, { act: "sign", proceeding });
  await done(people.chair, { act: "sign", proceeding, basis: "Указ Президента, тайная фраза" });
  await seal(db, keepers);
  await db.close();
  trust = { ...trustIn(keepers), now: undefined };
  seen = readFileSync(path.join(keepers.data, "near", "witness.checkpoint"), "utf8");
  for (const kind of ["full", "pseudonymous"] as const)
    bundles.set(kind, Buffer.from(`${(await bundleOf(base, trust, kind)).join("\n")}\n`));
  await keepers.drop();
});
afterAll(() => base.drop());

function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let from = 0, to; (to = bytes.indexOf(0x0a, from)) >= 0; from = to + 1)
    lines.push(bytes.subarray(from, to));
  return lines;
}

describe.each(["full", "pseudonymous"] as const)("a %s bundle", (kind) => {
  test("is proven to its end by both verifiers", async () => {
    const { ours, other } = await bothVerdicts(bundles.get(kind)!, { ...trust, seen: [seen] });
    expect(ours.faults).toEqual([]);
    expect(ours.proven).toBe(ours.entries);
    expect(other).toEqual(ours);
  });

  test(`with any one byte changed is caught (${changes} times)`, () => {
    const bytes = bundles.get(kind)!;
    const end = bytes.lastIndexOf(0x0a, bytes.length - 2);
    fc.assert(
      fc.property(fc.nat(end), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const changed = Buffer.from(bytes);
        changed[at]! ^= by;
        const verdict = judge(linesOf(withDigest(changed)), trust);
        expect(verdict.faults, `byte ${at} by ${by}`).not.toEqual([]);
      }),
      { numRuns: changes },
    );
  });

  test(
    "changed anywhere is judged alike by both verifiers",
    { timeout: long ? 900_000 : 180_000 },
    async () => {
      const bytes = bundles.get(kind)!;
      for (let n = 0; n < (long ? 300 : 20); n++) {
        const changed = Buffer.from(bytes);
        const at = Math.floor(Math.random() * (bytes.length - 1));
        changed[at]! ^= 1 + Math.floor(Math.random() * 255);
        const { ours, other } = await bothVerdicts(n % 2 ? withDigest(changed) : changed, trust);
        expect(other, `byte ${at} is ${changed[at]}`).toEqual(ours);
      }
    },
  );
});

test("a pseudonymous bundle holds no name and no reason, and the same leaves", () => {
  const [full, pseudonymous] = [bundles.get("full")!.toString(), bundles.get("pseudonymous")!.toString()];
  expect(full).toContain("тайная фраза");
  expect(full).toContain('"name":"member1"');
  expect(pseudonymous).not.toMatch(/тайная|"name":|member1"/);
  const leaves = (text: string) => [...text.matchAll(/"leaf":"([^"]+)"/g)].map((match) => match[1]);
  expect(leaves(pseudonymous)).toEqual(leaves(full));
});
