import { forSpreadsheets, printCsv } from "@/lib/csv";
import type { Locale } from "@/lib/i18n/locales";
import type { Payload } from "@/lib/ledger/entry";
import type { HistoryRow } from "@/lib/store/history";
import type { Report } from "./view-report";

type Cell = string | number | boolean | null;
/** A file as it is sent: its headings, then its rows, some at a time. */
export type Sheet = { columns: readonly string[]; rows: AsyncIterable<readonly (readonly Cell[])[]> };

/**
 * The text of a table, piece by piece. It begins with a mark, so that spreadsheets read it as UTF-8; a cell that they
 * would take for a formula is set behind an apostrophe; line breaks are those of RFC 4180.
 *
 * Headings, acts, roles and articles are the words of the law in Latin letters, the same whatever language the
 * auditor reads: two files can then be laid side by side, and a program written for one reads the next.
 */
export async function* printSheet({ columns, rows }: Sheet): AsyncGenerator<string> {
  const print = (part: readonly (readonly Cell[])[], bom = false): string =>
    printCsv(
      part.map((row) => row.map((cell) => (typeof cell === "boolean" ? (cell ? "yes" : "no") : cell))),
      { ...forSpreadsheets, bom },
    );
  yield print([columns], true);
  for await (const part of rows) yield print(part);
}

const historyColumns = [
  ...["number", "leaf", "at", "actor", "actor_id", "role", "body", "act", "article", "refused", "condition"],
  ...["case_id", "file_id", "reference", "name", "reason_code", "reason", "sample", "entry_id"],
] as const;

/** One row an entry. What this auditor may not see has neither name nor reference. */
export function historySheet(parts: AsyncIterable<readonly HistoryRow[]>, locale: Locale): Sheet {
  return { columns: historyColumns, rows: each(parts, (row) => historyCells(row, locale)) };
}

function historyCells({ seq, leaf, entry, about, body }: HistoryRow, locale: Locale): Cell[] {
  const { actor, payload, at, id, sample } = entry;
  const refusal = payload.kind === "refusal" ? payload.condition : null;
  return [
    ...[Number(seq), leaf, at, actor.name, actor.id, actor.role, body?.[locale] ?? null],
    ...[actOf(payload), "article" in payload ? payload.article : null, refusal !== null, refusal],
    ...[about.caseId, about.fileId, about.reference, about.name ?? about.account],
    ...[payload.kind === "act" ? (payload.reason?.code ?? null) : null, reasonOf(payload), sample, id],
  ];
}

function actOf(payload: Payload): string {
  switch (payload.kind) {
    case "act":
    case "refusal":
      return payload.act;
    case "work":
      return payload.work;
    case "account":
      return payload.what;
    default:
      return payload.kind;
  }
}

/** What the actor gave as the reason: in words, by law, or for what they read. */
export function reasonOf(payload: Payload): string | null {
  if (payload.kind === "act" && payload.reason?.text) return payload.reason.text;
  const { basis, purpose, reason, act } = "facts" in payload ? payload.facts : {};
  const text = [basis, purpose, reason, act].find((one) => typeof one === "string" && one !== "");
  return typeof text === "string" ? text : null;
}

const readColumns = [
  ...["number", "leaf", "at", "reader", "reader_id", "role", "body", "refused"],
  ...["file_id", "reference", "sheet", "purpose", "entry_id"],
] as const;

/** One row a reading of a closed sheet, and one each attempt that was refused. */
export function readsSheet(parts: AsyncIterable<readonly HistoryRow[]>, locale: Locale): Sheet {
  return {
    columns: readColumns,
    rows: each(parts, ({ seq, leaf, entry: { id, at, actor, payload }, about, body }) => [
      ...[Number(seq), leaf, at, actor.name, actor.id, actor.role, body?.[locale] ?? null],
      ...[payload.kind === "refusal", about.fileId, about.reference],
      ...[payload.kind === "work" ? (payload.facts.sheet as string) : null, reasonOf(payload), id],
    ]),
  };
}

async function* each(
  parts: AsyncIterable<readonly HistoryRow[]>,
  cells: (row: HistoryRow) => Cell[],
): AsyncGenerator<readonly Cell[][]> {
  for await (const part of parts) yield part.map(cells);
}

/** A report as it was asked for, all of it. */
export function reportSheet(report: Report, locale: Locale): Sheet {
  switch (report.report) {
    case "unopened":
      return sheetOf(report.rows, {
        ...{ signer_id: (r) => r.accountId, signer: (r) => r.name, by_register: (r) => r.signed },
        ...{ dossier_unopened: (r) => r.unopened, share: (r) => round(r.share), last: (r) => iso(r.last) },
      });
    case "pace":
      return sheetOf(report.rows, {
        ...{
          signer_id: (r) => r.accountId,
          signer: (r) => r.name,
          day: (r) => r.day,
          signatures: (r) => r.signed,
        },
        ...{ times_of_signing: (r) => r.times, median_seconds: (r) => round(r.median) },
        ...{ shortest_seconds: (r) => round(r.shortest), faster_than_limit: (r) => r.fast },
      });
    case "pairs":
      return sheetOf(report.rows, {
        ...{ author_id: (r) => r.authorId, author: (r) => r.author, reader_id: (r) => r.readerId },
        ...{ reader: (r) => r.reader, in_common: (r) => r.common, returned: (r) => r.returned },
        last: (r) => iso(r.last),
      });
    case "appointed":
      return sheetOf(report.rows, {
        ...{ by: (r) => r.kind, person_id: (r) => r.accountId, person: (r) => r.name, role: (r) => r.role },
        ...{ body: (r) => r.body[locale], act: (r) => r.act, proposed_by: (r) => r.proposedBy },
        ...{
          confirmed_by: (r) => r.confirmedBy,
          confirmed_at: (r) => iso(r.confirmedAt),
          slot: (r) => r.slot,
        },
        ...{
          proceeding_id: (r) => r.proceedingId,
          about: (r) => r.about,
          decided_at: (r) => iso(r.decidedAt),
        },
        ...{ result: (r) => r.result, outcome: (r) => r.outcome, days: (r) => round(r.days) },
      });
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const iso = (at: string): string => new Date(at).toISOString();

function sheetOf<R>(rows: readonly R[], columns: Record<string, (row: R) => Cell>): Sheet {
  const cells = Object.values(columns);
  return {
    columns: Object.keys(columns),
    rows: (async function* () {
      yield await Promise.resolve(rows.map((row) => cells.map((cell) => cell(row))));
    })(),
  };
}
