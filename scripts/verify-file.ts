import { isMainThread } from "node:worker_threads";
import { checkGiven, parseCheck, printVerdict } from "./check-words";
import { explain } from "./halt";
import { answerLooks } from "./scan-threads";

/** The verifier as one file that plain Node runs: `npm run aqtalu -- verifier --out verify.mjs` makes it. */
async function main(): Promise<void> {
  const began = performance.now();
  // An end without a verdict is none: not 0, whatever ended it.
  process.exitCode = 2;
  const verdict = await checkGiven(parseCheck(process.argv.slice(2)));
  printVerdict(verdict, (performance.now() - began) / 1000, console.log);
  process.exitCode = verdict.faults.length > 0 ? 1 : 0;
}

// The check starts this file again for each of its threads.
if (!isMainThread) answerLooks();
else
  main().catch((fault: unknown) => {
    console.error(explain(fault));
    process.exitCode = 2;
  });
