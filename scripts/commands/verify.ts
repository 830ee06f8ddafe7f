import { verifyHistory } from "@/lib/history/verify";
import { appPool } from "@/lib/store/client";
import type { Command } from "./command";

const shown = 20;

export const verifyCommand: Command = {
  usage: "verify",
  about: "reads the whole history and compares what it says with the live tables",
  async run({ say }) {
    const began = performance.now();
    const { entries, faults } = await verifyHistory(appPool());
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    for (const { at, what } of faults.slice(0, shown)) say(`${at}: ${what}`);
    if (faults.length > shown) say(`… and ${faults.length - shown} more`);
    say(
      faults.length === 0
        ? `${entries} entries in ${seconds} s: the history is whole, and the tables are what it says.`
        : `${entries} entries in ${seconds} s: ${faults.length} faults.`,
    );
    if (faults.length > 0) process.exitCode = 1;
  },
};
