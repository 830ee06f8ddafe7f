import { createReadStream } from "node:fs";
import { guardCell, printCsv } from "@/lib/csv";
import { translator } from "@/lib/i18n/translator";
import type { Locale } from "@/lib/i18n/locales";
import type { Actor } from "@/lib/law/actor";
import type { Queryable } from "@/lib/store/client";
import { loadProblems } from "@/lib/store/intake-batches";
import { findProposal } from "@/lib/store/intake";
import type { Desk } from "./accept";
import { REJECT_HEADINGS } from "./columns";
import { importingOffice } from "./importer";
import { openedBefore } from "./part";
import type { Problem } from "./problem";
import { findStaged } from "./stage-table";
import { readRecords } from "./table-records";
import type { Bytes } from "./table-text";
import type { Reading, Summary } from "./view";

const PAGE = 1000;

/** A row of the table that was turned down, with everything that is wrong with it. */
type Rejected = { row: number; problems: Problem[] };

/**
 * The rows of a table that were turned down, each as it came behind its number, the columns that are wrong and the
 * reasons: to be mended there and sent again. The three columns before it are not read then.
 */
export async function* printRejects(
  db: Queryable,
  table: { id: string; reading: Reading; source: Bytes },
  locale: Locale,
): AsyncGenerator<string> {
  const t = await translator(locale, "intake");
  const print = (records: string[][], bom: boolean): string =>
    printCsv(
      records.map((record) => record.map(guardCell)),
      { bom },
    );
  const rejected = rejectedRows(db, table.id);
  let next = await rejected.next();
  let row = 0;
  for await (const some of readRecords(table.source, table.reading)) {
    if (!some.ok) throw new Error(`a table that was read before is not: ${some.problem.code}`);
    const records: string[][] = [];
    for (const record of some.value) {
      row += 1;
      if (row === 1) records.push([...REJECT_HEADINGS[locale], ...record]);
      while (!next.done && next.value.row < row) next = await rejected.next();
      if (next.done || next.value.row !== row) continue;
      const { problems } = next.value;
      const columns = problems.map(({ place }) => (place.kind === "row" && place.heading) || "—");
      const reasons = problems.map(({ code, detail }) => t(`problem.${code}`, { detail }));
      records.push([String(row), columns.join("; "), reasons.join(" "), ...record]);
    }
    if (records.length > 0) yield print(records, row <= some.value.length);
  }
}

async function* rejectedRows(db: Queryable, id: string): AsyncGenerator<Rejected, undefined> {
  let held: Rejected = { row: 0, problems: [] };
  for await (const { row, problem } of allProblems(db, id)) {
    if (held.row === row) held.problems.push(problem);
    else {
      if (held.row > 0) yield held;
      held = { row, problems: [problem] };
    }
  }
  if (held.row > 0) yield held;
}

type Listed = { row: number; nth: string; problem: Problem };

async function* allProblems(db: Queryable, id: string): AsyncGenerator<Listed> {
  for (let after: Listed | null = null; ;) {
    const page: Listed[] = await loadProblems<Problem>(db, id, { after, limit: PAGE });
    yield* page;
    after = page.at(-1) ?? null;
    if (page.length < PAGE) return;
  }
}

/** What an import turns down, to the last row; null for whoever may not see it, and for what is no table. */
export async function readRejects(
  { pool }: Desk,
  actor: Actor,
  id: string,
): Promise<{ name: string; csv: AsyncGenerator<string> } | null> {
  const held = importingOffice(actor) && (await findProposal<Summary, Problem>(pool, actor.accountId, id));
  const staged = held?.summary && held.state !== "dropped" ? await findStaged(pool, id) : null;
  if (!held || !staged) return null;
  const source = createReadStream(openedBefore(held).place);
  const table = { id, reading: staged.head.reading, source };
  return { name: held.file_name, csv: printRejects(pool, table, actor.locale) };
}
