import { hashOf } from "@/lib/ledger/canonical";
import type { Connection } from "@/lib/store/client";
import { append, type EntryDraft } from "@/lib/store/events";
import { inTransaction, type Tx } from "@/lib/store/transaction";

/** Parents before children. */
const tables = [
  "units",
  "files",
  "file_owners",
  "materials",
  "spans",
  "persons",
  "person_names",
  "cases",
  "charges",
  "measures",
  "case_files",
  "mentions",
  "duplicates",
  "findings",
  "finding_versions",
  "claims",
  "citations",
  "charge_outcomes",
  "applications",
] as const;
export type Table = (typeof tables)[number];
export type Row = Record<string, unknown>;

const arriving = { units: "unit", files: "file", persons: "person", cases: "case" } as const;

/** Rows that come into the archive together; written table by table in one statement each. */
export class Records {
  private readonly rows = new Map<Table, Row[]>();

  add(table: Table, row: Row): void {
    const held = this.rows.get(table);
    if (held) held.push(row);
    else this.rows.set(table, [row]);
  }

  /** Writes everything, with an entry for each unit, file, person and case, in one transaction. */
  async write(db: Connection, at: Date, actor: EntryDraft["actor"]): Promise<void> {
    await inTransaction(db.prisma, async (tx) => {
      for (const table of tables) {
        const rows = this.rows.get(table) ?? [];
        await insertRows(tx, table, rows);
        if (!(table in arriving)) continue;
        const what = arriving[table as keyof typeof arriving];
        for (let start = 0; start < rows.length; start += 400) {
          await append(
            tx,
            rows.slice(start, start + 400).map((row) => arrived(what, row, at, actor)),
          );
        }
      }
    });
  }
}

function arrived(
  what: "unit" | "file" | "person" | "case",
  row: Row,
  at: Date,
  actor: EntryDraft["actor"],
): EntryDraft {
  const id = String(row.id);
  const about = { unit: {}, file: { fileId: id }, person: { personId: id }, case: { caseId: id } }[what];
  const hash = hashOf(JSON.parse(JSON.stringify(row)));
  return {
    payload: { kind: "arrived", what, id, source: "sample", hash },
    actor,
    at,
    sample: true,
    about,
  };
}

/** Only the columns that the rows name are written; the others take their defaults. */
export async function insertRows(
  tx: Pick<Tx, "$executeRawUnsafe">,
  table: Table | "conflict_answers" | "dossier_views" | "sheet_images" | "bodies",
  rows: readonly Row[],
  otherwise = "",
): Promise<void> {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(", ");
  for (let start = 0; start < rows.length; start += 2000) {
    await tx.$executeRawUnsafe(
      `insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1::jsonb) ${otherwise}`,
      JSON.stringify(rows.slice(start, start + 2000)),
    );
  }
}
