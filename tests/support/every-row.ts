import type { Connection } from "@/lib/store/client";

/** Tables in which people and cases stand, with all that hangs on them and what the lists make of them. */
export const subjectTables = [
  ...["persons", "person_names", "cases", "charges", "measures", "case_files", "mentions", "files", "spans"],
  ...["findings", "finding_versions", "claims", "citations", "proceedings", "signatures", "decisions"],
  ...["duplicates", "listed_cases", "listed_people"],
] as const;

/** Every row of these tables, to the letter; but when the lists were made anew. */
export async function everyRow(
  { pool }: Connection,
  tables: readonly string[],
): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const table of tables) {
    const { rows } = await pool.query(
      `select to_jsonb(t) - array['changed'] as row from ${table} t order by 1`,
    );
    all[table] = rows;
  }
  return all;
}
