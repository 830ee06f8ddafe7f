import { readFile } from "node:fs/promises";
import { openKeepers, readKeeperSettings } from "@/lib/history/keepers";
import { trustIn, verifyHistory } from "@/lib/history/verify";
import type { Verdict } from "@/lib/ledger/fault";
import { appPool } from "@/lib/store/client";
import { checkGiven, parseCheck, printVerdict, progressOf } from "../check-words";
import type { LoneCommand } from "./command";

/** The live history, with the keys of this machine; or a bundle, with the keys that are given. */
export const verifyCommand: LoneCommand = {
  usage: "verify [FILE --key KEY …] [--checkpoint FILE]",
  about: "checks the live history, or a bundle without database and network: every entry, proof and table",
  alone: (args) => parseCheck(args).file !== null,
  async run({ args, say }) {
    const given = parseCheck(args);
    const began = performance.now();
    // Where the check cannot begin, that is no verdict: 2, as the other programs have it.
    process.exitCode = 2;
    const verdict = given.file === null ? await checkLive(given.checkpoints) : await checkGiven(given);
    printVerdict(verdict, (performance.now() - began) / 1000, say);
    process.exitCode = verdict.faults.length > 0 ? 1 : 0;
  },
};

async function checkLive(checkpoints: readonly string[]): Promise<Verdict> {
  const seen = await Promise.all(checkpoints.map((file) => readFile(file, "utf8")));
  const keepers = await openKeepers(readKeeperSettings(process.env));
  const client = await appPool().connect();
  try {
    return await verifyHistory(client, trustIn(keepers, seen), progressOf());
  } finally {
    client.release();
  }
}
