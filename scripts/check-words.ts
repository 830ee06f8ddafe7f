import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { isoOf } from "@/lib/ledger/check-entry";
import type { Verdict } from "@/lib/ledger/fault";
import { distinctKeys, parseVerifierKey } from "@/lib/ledger/keys";
import { checkFile } from "./check-file";
import { halt } from "./halt";

type Given = { file: string | null; keys: readonly string[]; checkpoints: readonly string[] };

/** The words after the name of the program. */
export function parseCheck(args: string[]): Given {
  const several = { type: "string", multiple: true, default: [] as string[] } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { key: several, checkpoint: several },
  });
  return { file: positionals[0] ?? null, keys: values.key, checkpoints: values.checkpoint };
}

/** Checks a bundle with the keys and checkpoints that somebody gives. */
export async function checkGiven({ file, keys, checkpoints }: Given): Promise<Verdict> {
  const read = distinctKeys(keys.map(parseVerifierKey));
  const [log, ...others] = read.filter(({ kind }) => kind === "log");
  if (file === null || !log || others.length > 0)
    throw halt("Name a file, the log's key, once, and those of its witnesses: FILE --key KEY --key KEY.");
  const witnesses = read.filter(({ kind }) => kind === "witness");
  const seen = await Promise.all(checkpoints.map((one) => readFile(one, "utf8")));
  return checkFile(file, { log, witnesses, quorum: Math.min(2, witnesses.length), seen }, progressOf());
}

/** How far a check is, on a terminal alone. */
export function progressOf(): (lines: number) => void {
  const began = performance.now();
  return (lines) => {
    if (!process.stderr.isTTY) return;
    const rate = Math.round(lines / ((performance.now() - began) / 1000));
    process.stderr.write(`\r${lines} lines, ${rate} a second \r`);
  };
}

const shown = 20;

export function printVerdict(verdict: Verdict, seconds: number, say: (line: string) => void): void {
  const { entries, provenAt, faults, first } = verdict;
  // Nothing from the first bad entry on is proven, whatever stands above it.
  const proven = Math.min(verdict.proven, first ?? entries);
  for (const { at, what, since } of faults.slice(0, shown))
    say(`${at}: ${what}${since === null ? "" : ` (as it should be at ${isoOf(since)})`}`);
  if (verdict.kind === "receipt") {
    for (const line of sayReceipt(verdict)) say(plain(line));
    return;
  }
  if (verdict.kind === "consistency") return say(sayConsistency(verdict));
  if (faults.length > shown) say(`… and ${faults.length - shown} more`);
  say(
    proven === entries
      ? `All ${entries} entries are proven${provenAt === null ? "" : `, as of ${isoOf(provenAt)}`}.`
      : `From entry ${proven} on nothing is proven yet; there are ${entries}.`,
  );
  const where = first === null ? "" : ` The first bad entry is ${first}, or comes after it.`;
  say(
    faults.length === 0
      ? `${entries} entries in ${seconds.toFixed(1)} s: the history is whole, and the tables are what it says.`
      : `${entries} entries in ${seconds.toFixed(1)} s: ${faults.length} faults.${where}`,
  );
}

/** What people wrote reaches a terminal here: no signs that steer it. */
const plain = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}]/gu, (sign) => (sign === "\n" ? sign : " "));

const witnessed = (at: number | null): string => (at === null ? "" : ` It was witnessed ${isoOf(at)}.`);

function sayReceipt({ provenAt, says }: Verdict): string[] {
  if (!says) return ["The receipt is not genuine."];
  const { entry, statement } = says;
  const { actor, payload } = entry;
  const { act, article, signature } = payload.kind === "act" ? payload : { act: payload.kind };
  const what = [act, article, signature?.answer, signature?.outcome].filter(Boolean).join(", ");
  return [
    `The receipt is genuine: the entry stands in the history.${witnessed(provenAt)}`,
    `It says: ${entry.at}, ${actor.name} (${actor.role ?? "–"}): ${what}.`,
    ...(statement === null ? [] : [`Signed was: ${statement}`]),
  ];
}

const sayConsistency = ({ entries, provenAt, faults }: Verdict): string =>
  faults.length > 0
    ? "The proof between the two heads does not hold."
    : `The newer head goes on from the older one: nothing before it was changed; it has ${entries} entries.${witnessed(provenAt)}`;
