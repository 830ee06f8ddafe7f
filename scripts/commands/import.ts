import { createReadStream, createWriteStream } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import path from "node:path";
import { tmpdir, userInfo } from "node:os";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { operatorActor } from "@/lib/auth/actor";
import { hashOfFile } from "@/lib/files/blobs";
import { readHead } from "@/lib/files/open-package";
import { acceptWhole, compareWhole, type Accepting } from "@/lib/intake/accept";
import { acceptTable, compareTable, concludeTable } from "@/lib/intake/import-table";
import { openDelivery, type Delivery } from "@/lib/intake/open-delivery";
import { insideOf, withPart } from "@/lib/intake/part";
import { readWhole, recognise, refuseLarge } from "@/lib/intake/read-whole";
import { printRejects } from "@/lib/intake/rejects";
import { reading } from "@/lib/intake/schema";
import { dropTable, stageTable } from "@/lib/intake/stage-table";
import { hasChanges, separators, tableEncodings } from "@/lib/intake/view";
import { ownDesk } from "@/lib/intake/write";
import { newId } from "@/lib/store/id";
import { inPlainTransaction } from "@/lib/store/transaction";
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
    "reads a finding aid (EAD) or an import table (CSV), in a zip, tar or bag too, shows what changes, and writes it",
  run: ({ args, say }) => runImport(args, say),
};

type Values = { "dry-run": boolean; rejects?: string };
/** The file as it was found, and what is read of it. */
type Given = { place: string; name: string; size: number; mtimeMs: number; delivery: Delivery };

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
  const given = { place, name: path.basename(place), size: found.size, mtimeMs: found.mtimeMs };
  const folder = await mkdtemp(path.join(tmpdir(), "aqtalu-import-"));
  try {
    const parts = { root: folder, beside: path.join(folder, "part") };
    const opened = await openDelivery({ place, fileName: given.name, asked: asked.data, ...parts });
    if (!opened.ok) throw halt(`Nothing was written. ${await sentenceOf(opened.problem)}`);
    await importDelivery({ ...given, delivery: opened.value }, values, say);
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function importDelivery(given: Given, values: Values, say: Call["say"]): Promise<void> {
  const { place, fileName, asked, part } = given.delivery;
  if (part) say(`Read of it: ${insideOf(part)}`);
  const source = (): Readable => createReadStream(place);
  const kind = await recognise({ head: await readHead(place), fileName, asked, source });
  if (kind === "table") return importTable(given, values, say);
  if (kind === "whole") return importWhole(given, values, say);
  const problem = { code: "unknownKind", place: { kind: "file" }, detail: fileName } as const;
  throw halt(`Nothing was written. ${await sentenceOf(problem)}`);
}

function operator(): Accepting {
  const { accountId, name } = operatorActor(userInfo().username);
  return {
    importer: { accountId, archiveId: null, reach: null },
    actor: { id: accountId, name, role: "operator", body: null, delegation: null },
  };
}

/** A table of any size: some of it is held at a time. */
async function importTable(
  { place, name, size, mtimeMs, delivery }: Given,
  values: Values,
  say: Call["say"],
): Promise<void> {
  const desk = ownDesk();
  const person = operator();
  const { asked } = delivery;
  const tell = {
    reading: progress("read", say),
    comparing: progress("compared", say),
    writing: progress("written", say),
  };
  const staged = await stageTable(desk.pool, newId(), createReadStream(delivery.place), {
    asked,
    tell: (_, bytes) => tell.reading(bytes, delivery.size),
  });
  if (!staged.ok) throw halt(`Nothing was written. ${await sentenceOf(staged.problem)}`);
  const table = staged.value;
  try {
    const now = await stat(place);
    if (now.size !== size || now.mtimeMs !== mtimeMs)
      throw halt("The file changed while it was read. Nothing was written: import it once it is whole.");
    const summary = withPart(await compareTable(desk, table, person.importer, tell.comparing), delivery);
    await show(summary, say);
    if (values.rejects) {
      const source = { id: table.id, reading: table.head.reading, source: createReadStream(delivery.place) };
      const rows = Readable.from(printRejects(desk.pool, source, "en"));
      await pipeline(rows, createWriteStream(values.rejects));
    }
    if (values["dry-run"]) return say("Nothing was written: this was a dry run.");
    if (!hasChanges(summary)) return say("Nothing was written: everything is there already.");
    const left = await acceptTable(desk, table, person, tell.writing);
    const named = {
      ...person,
      fileName: name,
      sha256: delivery.part ? await hashOfFile(place) : table.sha256,
    };
    await inPlainTransaction(desk.pool, (tx) => concludeTable(tx, desk, table, named));
    if (left > 0)
      throw halt(
        "The database changed in between: a part was left out. Import the file again to see what is left.",
      );
    say("Written.");
  } finally {
    await dropTable(desk.pool, table);
  }
}

/** A finding aid, a table of AtoM, authority records: they are compared as a whole. */
async function importWhole(
  { place, name, delivery }: Given,
  values: Values,
  say: Call["say"],
): Promise<void> {
  const desk = ownDesk();
  const person = operator();
  const large = refuseLarge(delivery.size);
  const whole = large ?? (await readWhole(await readFile(delivery.place), delivery.fileName, delivery.asked));
  if (!whole.ok) throw halt(`Nothing was written. ${await sentenceOf(whole.problem)}`);
  const compared = await compareWhole(desk, whole.value, person.importer);
  if (!compared.ok) throw halt(`Nothing was written. ${await sentenceOf(compared.problem)}`);
  const { digest } = compared.value;
  await show(withPart(compared.value, delivery), say);
  if (values["dry-run"]) return say("Nothing was written: this was a dry run.");
  if (!hasChanges(compared.value)) return say("Nothing was written: everything is there already.");
  const named = { ...person, fileName: name, sha256: await hashOfFile(place), digest };
  const accepted = await inPlainTransaction(desk.pool, (tx) => acceptWhole(tx, desk, whole.value, named));
  if (!accepted.ok) throw halt(`Nothing was written. ${await sentenceOf(accepted.problem)}`);
  if (accepted.value.state === "stale")
    throw halt("The database changed in between. Nothing was written: try again.");
  say("Written.");
}
