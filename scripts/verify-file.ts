import { checkGiven, parseCheck, printVerdict } from "./check-words";
import { explain } from "./halt";

/** The verifier as one file that plain Node runs: `npm run aqtalu -- verifier --out verify.mjs` makes it. */
async function main(): Promise<void> {
  const began = performance.now();
  const verdict = await checkGiven(parseCheck(process.argv.slice(2)));
  printVerdict(verdict, (performance.now() - began) / 1000, console.log);
  process.exitCode = verdict.faults.length > 0 ? 1 : 0;
}

main().catch((fault: unknown) => {
  console.error(explain(fault));
  process.exitCode = 2;
});
