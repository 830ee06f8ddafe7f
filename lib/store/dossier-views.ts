import type { Queryable } from "./client";

/** Remembers that a person had this dossier open. It is where "opened" and "changed since" come from. */
export async function markViewed(
  db: Queryable,
  view: { accountId: string; proceeding: string; hash: string; at: Date },
): Promise<void> {
  await db.query(
    `insert into dossier_views (account_id, proceeding_id, hash, at)
     select $1::uuid, p.id, p.dossier_hash, $4 from proceedings p where p.id = $2::uuid and p.dossier_hash = $3
     on conflict do nothing`,
    [view.accountId, view.proceeding, view.hash, view.at],
  );
}

/** Dossiers as they were signed, by hash; the canonical bytes read back as the documents that they are. */
export async function loadDossiers(
  db: Queryable,
  proceeding: string,
  hashes: readonly string[],
): Promise<Map<string, unknown>> {
  const { rows } = await db.query<{ hash: string; bytes: Buffer }>(
    "select hash, bytes from dossiers where proceeding_id = $1::uuid and hash = any($2::text[])",
    [proceeding, hashes],
  );
  return new Map(rows.map((r) => [r.hash, JSON.parse(r.bytes.toString("utf8")) as unknown]));
}
