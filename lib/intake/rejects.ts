import { forSpreadsheets, printCsv } from "@/lib/csv";
import { translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import { findProposalFile } from "@/lib/store/intake";
import { readerOn } from "@/lib/store/transaction";
import { Gathering } from "./gathering";
import { importerOf, importingOffice } from "./importer";
import type { Problem } from "./problem";
import { proposeTable } from "./propose-table";
import { readUpload } from "./read-upload";
import type { Summary } from "./view";
import { unpack, type IntakeDesk } from "./write";

/** Everything that was turned down as a table of its own: row, column, reason, what stands there. */
export async function printRejects(problems: readonly Problem[], locale: Locale): Promise<string> {
  const t = await translator(locale, "intake");
  const records = problems.map(({ code, place, detail }) => [
    place.kind === "row" ? String(place.row) : "",
    place.kind === "row" ? (place.heading ?? "") : "",
    t(`problem.${code}`, { detail }),
    code,
  ]);
  const head = ["row", "column", "reason", "code"].map((name) => t(`rejects.${name}`));
  return printCsv([head, ...records], forSpreadsheets);
}

/** What an open proposal turns down, to the last row; null for whoever may not see it, and once it is decided. */
export async function readRejects(
  desk: IntakeDesk,
  actor: Actor,
  id: string,
): Promise<{ name: string; csv: string } | null> {
  const office = importingOffice(actor);
  const held = office && (await findProposalFile(desk.pool, actor.accountId, id));
  if (!office || !held?.gzip) return null;
  const { reading } = held.summary as Summary;
  const upload = await readUpload(unpack(held.gzip), held.file_name, reading);
  if (!upload.ok || upload.value.kind !== "table") return null;
  const part = new Gathering().part();
  const importer = await importerOf(desk.pool, actor, office);
  await proposeTable(readerOn(desk.pool), upload.value.entries, importer, part);
  return { name: held.file_name, csv: await printRejects(part.summary.allProblems(), actor.locale) };
}
