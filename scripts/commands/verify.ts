import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { trustIn, verifyHistory } from "@/lib/history/verify";
import type { Trust } from "@/lib/ledger/check-heads";
import { firstBadIndex, type Verdict } from "@/lib/ledger/fault";
import { parseVerifierKey } from "@/lib/ledger/keys";
import { appPool } from "@/lib/store/client";
import { checkFile } from "../check-file";
import { halt } from "../halt";
import type { LoneCommand } from "./command";

const shown = 20;

/** The live history, with the keys of this machine; or a bundle, with the keys that are given. */
export const verifyCommand: LoneCommand = {
  usage: "verify [FILE --key KEY …] [--checkpoint FILE]",
  about: "checks the live history, or a bundle without database and network: every entry, proof and table",
  alone: (args) => parse(args).positionals.length > 0,
  async run({ args, say }) {
    const { values, positionals } = parse(args);
    const began = performance.now();
    const seen = await Promise.all(values.checkpoint.map((file) => readFile(file, "utf8")));
    const progress = (lines: number): void => {
      const rate = Math.round(lines / ((performance.now() - began) / 1000));
      process.stderr.write(`\r${lines} lines, ${rate} a second `);
    };
    const verdict = positionals[0]
      ? await checkFile(positionals[0], trustOf(values.key, seen), progress)
      : await checkLive(seen, progress);
    process.stderr.write("\r");
    printVerdict(verdict, (performance.now() - began) / 1000, say);
    if (verdict.faults.length > 0) process.exitCode = 1;
  },
};

const parse = (args: string[]) =>
  parseArgs({
    args,
    allowPositionals: true,
    options: {
      key: { type: "string", multiple: true, default: [] },
      checkpoint: { type: "string", multiple: true, default: [] },
    },
  });

async function checkLive(seen: readonly string[], progress: (lines: number) => void): Promise<Verdict> {
  const keepers = await openKeepers(readKeeperSettings(process.env));
  const client = await appPool().connect();
  try {
    return await verifyHistory(client, trustIn(keepers, seen), progress);
  } finally {
    client.release();
  }
}

function trustOf(keys: readonly string[], seen: readonly string[]): Trust {
  const read = keys.map(parseVerifierKey);
  const [log, ...others] = read.filter(({ kind }) => kind === "log");
  if (!log || others.length > 0)
    throw halt("Name the log's key, once, and those of its witnesses: --key KEY --key KEY.");
  const witnesses = read.filter(({ kind }) => kind === "witness");
  return { log, witnesses, quorum: Math.min(2, witnesses.length), seen };
}

function printVerdict(verdict: Verdict, seconds: number, say: (line: string) => void): void {
  const { entries, proven, provenAt, faults } = verdict;
  for (const { at, what, since } of faults.slice(0, shown))
    say(`${at}: ${what}${since === null ? "" : ` (as it should be at ${timeOf(since)})`}`);
  if (faults.length > shown) say(`… and ${faults.length - shown} more`);
  say(
    proven === entries
      ? `All ${entries} entries are proven${provenAt === null ? "" : `, as of ${timeOf(provenAt)}`}.`
      : `From entry ${proven} on nothing is proven yet; there are ${entries}.`,
  );
  const first = firstBadIndex(verdict);
  const where = first === null ? "" : ` The first bad entry is ${first}, or comes after it.`;
  say(
    faults.length === 0
      ? `${entries} entries in ${seconds.toFixed(1)} s: the history is whole, and the tables are what it says.`
      : `${entries} entries in ${seconds.toFixed(1)} s: ${faults.length} faults.${where}`,
  );
}

const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
