import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { userInfo } from "node:os";
import { parseArgs } from "node:util";
import { operatorActor } from "@/lib/auth/actor";
import { systemClock } from "@/lib/clock";
import { readHead } from "@/lib/files/open-package";
import { acceptFile, proposeFile, type IntakeFile } from "@/lib/intake/accept";
import { acceptTable, compareTable } from "@/lib/intake/import-table";
import type { Importer } from "@/lib/intake/proposal";
import { isOfAtom, recognise } from "@/lib/intake/read-upload";
import { printRejects } from "@/lib/intake/rejects";
import { reading } from "@/lib/intake/schema";
import { dropTable, stageTable } from "@/lib/intake/stage-table";
import { hasChanges, separators, tableEncodings, type Reading } from "@/lib/intake/view";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import { appClient, appPool } from "@/lib/store/client";
import { newId } from "@/lib/store/id";
import { halt } from "../halt";
import { progress, sentenceOf, show } from "../import-report";
import type { Call, Command } from "./command";

const options = {
  "dry-run": { type: "boolean", default: false },
  encoding: { type: "string" },
  separator: { type: "string" },
  rejects: { type: "string" },
} as const;

export const importCommand: Command = {
  usage: "import FILE [--dry-run] [--rejects FILE] [--encoding E] [--separator S]",
  about:
    "reads a finding aid (EAD, AtoM), authority records (EAC-CPF, AtoM) or an import table (CSV) of any size, shows what changes, and writes it",
  run: ({ args, say }) => runImport(args, say),
};

type Values = { "dry-run": boolean; rejects?: string };
type Given = { place: string; name: string };

/** `--dry-run` shows what would change and writes nothing; `--rejects` lists what was turned down as a table. */
async function runImport(args: string[], say: Call["say"]): Promise<void> {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const [place] = positionals;
  if (!place || positionals.length > 1) throw halt(`Type "npm run aqtalu -- ${importCommand.usage}".`);
  const asked = reading.safeParse(values);
  if (!asked.success)
    throw halt(
      `--encoding is one of ${tableEncodings.join(", ")}, --separator one of ${separators.join(", ")}.`,
    );
  const found = await stat(place).catch(() => null);
  if (!found?.isFile()) throw halt(`There is no file "${place}".`);
  const given = { place, name: path.basename(place) };
  const kind = recognise(await readHead(place), given.name);
  if (kind === "table" && !(await isAtoms(place, asked.data)))
    return importTable(given, asked.data, values, say);
  return importWhole(given, asked.data, values, say);
}

async function isAtoms(place: string, asked: Partial<Reading>): Promise<boolean> {
  const source = createReadStream(place);
  try {
    return await isOfAtom(source, asked);
  } finally {
    source.destroy();
  }
}

function operator(): { importer: Importer; actor: ActorSnapshot } {
  const { accountId, name } = operatorActor(userInfo().username);
  return {
    importer: { accountId, archiveId: null, reach: null },
    actor: { id: accountId, name, role: "operator", body: null, delegation: null },
  };
}

/** A table of any size: some of it is held at a time. */
async function importTable(
  { place, name }: Given,
  asked: Partial<Reading>,
  values: Values,
  say: Call["say"],
): Promise<void> {
  const { importer, actor } = operator();
  const desk = { pool: appPool(), clock: systemClock };
  const { size, mtimeMs } = await stat(place);
  const tell = {
    reading: progress("read", say),
    comparing: progress("compared", say),
    writing: progress("written", say),
  };
  const staged = await stageTable(desk.pool, newId(), createReadStream(place), {
    asked,
    tell: (_, bytes) => tell.reading(bytes, size),
  });
  if (!staged.ok) throw halt(`Nothing was written. ${await sentenceOf(staged.problem)}`);
  try {
    const now = await stat(place);
    if (now.size !== size || now.mtimeMs !== mtimeMs)
      throw halt("The file changed while it was read. Nothing was written: import it once it is whole.");
    const compared = await compareTable(desk, staged.value, importer, tell.comparing);
    const { summary, problems } = compared;
    await show(summary, say);
    if (values.rejects) await writeFile(values.rejects, await printRejects(problems, "en"));
    if (values["dry-run"]) return say("Nothing was written: this was a dry run.");
    if (!hasChanges(summary)) return say("Nothing was written: everything is there already.");
    const asAccepted = { fileName: name, importer, actor, compared };
    const { stale } = await acceptTable(desk, staged.value, asAccepted, tell.writing);
    if (stale > 0)
      throw halt(
        "The database changed in between: a part was left out. Import the file again to see what is left.",
      );
    say("Written.");
  } finally {
    await dropTable(desk.pool, staged.value);
  }
}

/** A finding aid is a tree, and so is AtoM's table: it is compared as a whole. */
async function importWhole(
  { place, name }: Given,
  asked: Partial<Reading>,
  values: Values,
  say: Call["say"],
): Promise<void> {
  const { importer, actor } = operator();
  const file: IntakeFile = { name, bytes: await readFile(place), reading: asked };
  const proposed = await proposeFile({ prisma: appClient() }, file, importer);
  if (!proposed.ok) throw halt(`Nothing was written. ${await sentenceOf(proposed.problem)}`);
  await show(proposed.value, say);
  if (values["dry-run"]) return say("Nothing was written: this was a dry run.");
  if (!hasChanges(proposed.value)) return say("Nothing was written: everything is there already.");
  const desk = { prisma: appClient(), clock: systemClock };
  const accepted = await acceptFile(desk, { file, importer, actor, digest: proposed.value.digest });
  if (!accepted.ok) throw halt(`Nothing was written. ${await sentenceOf(accepted.problem)}`);
  if (accepted.value.state === "stale")
    throw halt("The database changed in between. Nothing was written: try again.");
  say("Written.");
}
