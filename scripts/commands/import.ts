import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { operatorActor } from "@/lib/auth/actor";
import { systemClock } from "@/lib/clock";
import { loadMessages } from "@/lib/i18n/messages";
import { acceptFile, proposeFile, type IntakeFile } from "@/lib/intake/accept";
import type { Importer } from "@/lib/intake/proposal";
import { hasChanges, type Problem, type Summary } from "@/lib/intake/view";
import { appClient } from "@/lib/store/client";
import { halt } from "../halt";
import type { Call, Command } from "./command";

const options = { "dry-run": { type: "boolean", default: false } } as const;

export const importCommand: Command = {
  usage: "import FILE [--dry-run]",
  about: "reads a finding aid (EAD) or an import table (CSV), shows what changes, and writes it",
  run: ({ args, say }) => runImport(args, say),
};

/** `--dry-run` shows what would change and writes nothing. */
async function runImport(args: string[], say: Call["say"]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [place] = positionals;
  if (!place || positionals.length > 1) throw halt(`Type "npm run aqtalu -- ${importCommand.usage}".`);
  const file = await readGiven(place);
  const operator = operatorActor(userInfo().username);
  const importer: Importer = { accountId: operator.accountId, archiveId: null, reach: null };
  const proposed = await proposeFile({ prisma: appClient() }, file, importer);
  if (!proposed.ok) throw halt(`Nothing was written. ${await sentenceOf(proposed.problem)}`);
  await tell(proposed.value, say);
  if (values["dry-run"]) return say("Nothing was written: this was a dry run.");
  if (!hasChanges(proposed.value)) return say("Nothing was written: everything is there already.");
  const desk = { prisma: appClient(), clock: systemClock };
  const actor = {
    id: operator.accountId,
    name: operator.name,
    role: "operator",
    body: null,
    delegation: null,
  } as const;
  const accepted = await acceptFile(desk, { file, importer, actor, digest: proposed.value.digest });
  if (!accepted.ok) throw halt(`Nothing was written. ${await sentenceOf(accepted.problem)}`);
  if (accepted.value.state === "stale")
    throw halt("The database changed in between. Nothing was written: try again.");
  say("Written.");
}

async function readGiven(place: string): Promise<IntakeFile> {
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) throw halt(`There is no file "${place}".`);
  return { name: path.basename(place), bytes: await readFile(place) };
}

async function tell(summary: Summary, say: Call["say"]): Promise<void> {
  for (const [noun, { added, changed, unchanged, missing }] of Object.entries(summary.counts)) {
    say(
      `${noun.padEnd(8)} ${added} new, ${changed} changed, ${unchanged} unchanged, ${missing} not in the file`,
    );
  }
  for (const { name, changes } of summary.changed) {
    for (const { field, before, after } of changes)
      say(`  changed  ${name}: ${field}: "${before}" → "${after}"`);
  }
  for (const { name } of summary.missing) say(`  missing  ${name}`);
  for (const problem of summary.problems) say(`  turned down  ${await sentenceOf(problem)}`);
  for (const remark of summary.remarks) say(`  remark  ${await sentenceOf(remark)}`);
}

/** The words that the screens have, with the place before them. */
async function sentenceOf({ code, place, detail }: Problem): Promise<string> {
  const { intake } = await loadMessages("en");
  const sentences = typeof intake === "object" ? intake.problem : {};
  const sentence = typeof sentences === "object" ? sentences[code] : undefined;
  const words = (typeof sentence === "string" ? sentence : code).replaceAll("{detail}", detail);
  if (place.kind === "file") return words;
  if (place.kind === "line") return `Line ${place.line}, column ${place.column}: ${words}`;
  return `Row ${place.row}${place.heading ? `, "${place.heading}"` : ""}: ${words}`;
}
