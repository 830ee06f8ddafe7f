import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { printVerifierKey } from "@/lib/ledger/keys";
import { scanBlock, type Scanned } from "@/lib/ledger/scan-block";
import { EntryScanner } from "@/lib/ledger/scan-entry";
import { checkFile } from "@/scripts/check-file";
import { verifierCommand } from "@/scripts/commands/verifier";
import { Looks } from "@/scripts/scan-threads";
import type { Settings } from "@/scripts/settings";
import { acc, act, entry, log, make, proc, row, trust, w1, w2 } from "@/tests/support/hand-made";

let folder: string;
beforeAll(async () => (folder = await mkdtemp(path.join(tmpdir(), "aqtalu-threads-"))));
afterAll(() => rm(folder, { recursive: true }));

/** Acts among other entries, some too long for a block, one not to be read from its bytes. */
function history(count: number, length: number): Buffer {
  const some = Array.from({ length: count }, (_, n) => {
    const text = "Ә".repeat(n === 101 ? 1_500_000 : length);
    if (n % 10 > 0) return entry({ ...acc, facts: { text, ...(n === 51 ? { half: 0.5 } : {}) } });
    return entry(act({ version: n, from: n === 0 ? "a" : "b", facts: { text } }));
  });
  const last = count - 1 - ((count - 1) % 10);
  return make(some, { rows: [row("proceedings", "p", proc({ version: last }))] });
}

/** One letter in the middle of an entry, and the number of that. */
function altered(bytes: Buffer): { bytes: Buffer; index: number } {
  const copy = Buffer.from(bytes);
  const at = copy.indexOf("ӘӘӘ", Math.floor(copy.length / 2));
  copy.write("Б", at, "utf8");
  const number = /.*"index":(\d+)/.exec(bytes.toString("utf8", at, bytes.indexOf("\n", at)));
  return { bytes: copy, index: Number(number![1]) };
}

/** By digest: to compare so long arrays number by number takes a minute. */
const digests = ({ count, ...arrays }: Scanned) => [
  count,
  ...Object.entries(arrays).map(([name, { buffer, byteOffset, byteLength }]) => {
    const bytes = new Uint8Array(buffer, byteOffset, byteLength);
    return `${name} ${createHash("sha256").update(bytes).digest("hex")}`;
  }),
];

test("other threads find in a block what this one finds, and give it back", async () => {
  const bytes = history(200, 500);
  const said = scanBlock(new EntryScanner("full"), bytes);
  expect(said.count).toBe(198);
  const looks = new Looks("full", 2);
  let answers = 0;
  try {
    while (answers < 5) {
      const block = Buffer.from(new ArrayBuffer(bytes.length));
      bytes.copy(block);
      const looked = looks.look(block);
      if ("then" in looked) answers += 1;
      else await wait(20);
      const { bytes: back, scanned } = await looked;
      expect(back.equals(bytes)).toBe(true);
      expect(digests(scanned!)).toEqual(digests(said));
    }
  } finally {
    await looks.end();
  }
}, 180_000);

test("however many threads there are, the verdict is the same", async () => {
  const good = history(4000, 1000);
  const { bytes: bad, index } = altered(good);
  for (const [name, bytes] of Object.entries({ good, bad, cut: good.subarray(0, good.length - 5) })) {
    const file = path.join(folder, name);
    await writeFile(file, bytes);
    const alone = await checkFile(file, trust, undefined, 0);
    expect(alone.entries).toBe(4000);
    expect(alone.faults.map(({ code }) => code)).toEqual(
      { good: [], bad: ["leaf", "digest"], cut: ["line", "digest"] }[name],
    );
    expect(alone.first).toBe(name === "bad" ? index : null);
    for (const threads of [1, 3]) expect(await checkFile(file, trust, undefined, threads)).toEqual(alone);
  }
}, 180_000);

test("the verifier of one file starts itself again as a thread, in an empty folder", async () => {
  await verifierCommand.run({
    args: ["--out", path.join(folder, "verify.mjs")],
    settings: {} as Settings,
    say: () => undefined,
  });
  const keys = [log, w1, w2].flatMap((key) => ["--key", printVerifierKey(key)]);
  const good = history(40_000, 900);
  const bad = altered(good);
  const said = {
    whole: { bytes: good, code: 0, words: "All 40000 entries are proven" },
    altered: { bytes: bad.bytes, code: 1, words: `The first bad entry is ${bad.index},` },
  };
  for (const [name, { bytes, ...expected }] of Object.entries(said)) {
    await writeFile(path.join(folder, name), bytes);
    const { code, out, debug } = await run(["verify.mjs", name, ...keys]);
    expect(debug).toContain("create new worker");
    expect([code, out]).toEqual([expected.code, expect.stringContaining(expected.words)]);
  }
}, 180_000);

function run(args: string[]): Promise<{ code: number; out: string; debug: string }> {
  const env = { NODE_ENV: "production", NODE_DEBUG: "worker", PATH: process.env.PATH } as const;
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env }, (_, out, debug) =>
      resolve({ code: child.exitCode ?? -1, out, debug }),
    );
  });
}
