import type { Queryable } from "./client";

/** How a version of the rules is labelled and since when it is in force. */
export async function loadRuleSet(db: Queryable, version: number): Promise<{ label: string; from: string }> {
  const { rows } = await db.query<{ label: string; from: Date }>(
    `select label, in_force_from "from" from rule_sets where version = $1`,
    [version],
  );
  const row = rows[0];
  if (!row) throw new Error(`no rule set ${version}`);
  return { label: row.label, from: row.from.toISOString() };
}
