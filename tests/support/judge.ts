import { execFile, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { exportHistory } from "@/lib/history/export";
import type { BundleKind } from "@/lib/ledger/bundle";
import { HistoryCheck } from "@/lib/ledger/check";
import type { Trust } from "@/lib/ledger/check-heads";
import type { Verdict } from "@/lib/ledger/fault";
import { printVerifierKey } from "@/lib/ledger/keys";
import { connect } from "@/lib/store/client";
import { checkFile } from "@/scripts/check-file";
import type { TestDatabase } from "./database";

/** The bundle of a database, line by line. */
export async function bundleOf(
  database: TestDatabase,
  trust: Trust,
  kind: BundleKind = "full",
): Promise<string[]> {
  const db = connect(database.appUrl);
  const client = await db.pool.connect();
  const lines: string[] = [];
  try {
    const options = { kind, origin: trust.log.name, quorum: trust.quorum };
    await exportHistory(client, options, (line) => void lines.push(line));
    return lines;
  } finally {
    client.release();
    await db.close();
  }
}

export function judge(lines: readonly (string | Uint8Array)[], trust: Trust): Verdict {
  const check = new HistoryCheck(trust);
  lines.forEach((line) => check.take(line));
  return check.end();
}

/** What both verifiers must agree on. */
export type Agreed = Pick<Verdict, "entries" | "proven" | "provenAt"> & {
  firstBadIndex: number | null;
  faults: string[];
};

const agreedOf = ({ entries, proven, provenAt, faults, first }: Verdict): Agreed => ({
  ...{ entries, proven, provenAt, firstBadIndex: first },
  faults: [...new Set(faults.map(({ code, index }) => `${code} ${index ?? "–"}`))].sort(),
});

/** The verdicts of both verifiers over the bytes of a bundle, each read from the file as an auditor's would be. */
export async function bothVerdicts(bytes: Buffer, trust: Trust): Promise<{ ours: Agreed; other: Agreed }> {
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-bundle-"));
  try {
    const file = path.join(folder, "bundle");
    await writeFile(file, bytes);
    const seen = (trust.seen ?? []).map((text, nth) => ({ file: path.join(folder, `seen-${nth}`), text }));
    for (const one of seen) await writeFile(one.file, one.text);
    const verdict = await checkFile(file, trust);
    const ours = agreedOf(verdict);
    if (!otherThere) return { ours, other: ours };
    const given = [
      ...[trust.log, ...trust.witnesses].flatMap((key) => ["--key", printVerifierKey(key)]),
      ...seen.flatMap((one) => ["--checkpoint", one.file]),
      ...(trust.now === undefined ? [] : ["--now", String(trust.now)]),
    ];
    const other = JSON.parse(await python([file, ...given, "--json"])) as Verdict & {
      firstBadIndex: number | null;
    };
    return { ours, other: agreedOf({ ...other, first: other.firstBadIndex }) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const program = path.join("tests", "ledger", "verify.py");

/** Whether there is a Python to ask. Without one the other verifier is not heard, and the run says so. */
export const otherThere = spawnSync("python3", ["--version"]).status === 0;
if (!otherThere) console.warn("python3 was not found: the second verifier is not asked");

/** Runs the verifier that is not ours; it ends with 1 where it found faults. */
export function python(given: readonly string[], input = ""): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile("python3", [program, ...given], { maxBuffer: 1 << 26 }, (fault, out, err) => {
      if (fault && fault.code !== 1) reject(new Error(`verify.py: ${err || fault.message}`));
      else resolve(out);
    });
    child.stdin?.end(input);
  });
}

/** The last line made anew, so that the change is all that is wrong. */
export function withDigest(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(0x0a, bytes.length - 2) + 1;
  const body = bytes.subarray(0, end);
  const digest = createHash("sha256").update(body).digest("hex");
  return Buffer.concat([body, Buffer.from(`{"sha256":"${digest}"}\n`)]);
}
