import type { Queryable } from "./client";
import type { Writer } from "./transaction";

export type MappingRow<Columns = unknown> = { name: string; columns: Columns };

const MOST = 200;

/** What the archivists of an archive have kept of the tables that they get, the newest first. */
export async function loadMappings<Columns>(db: Queryable, bodyId: string): Promise<MappingRow<Columns>[]> {
  const { rows } = await db.query<MappingRow<Columns>>(
    "select name, columns from import_mappings where body_id = $1 order by saved_at desc limit $2",
    [bodyId, MOST],
  );
  return rows;
}

export type SavedMapping = MappingRow<object> & {
  id: string;
  bodyId: string;
  savedBy: string;
  savedAt: Date;
};

/** A mapping of that name takes the place of the one before. */
export async function saveMapping(tx: Writer, mapping: SavedMapping): Promise<void> {
  const { id, bodyId, name, columns, savedBy, savedAt } = mapping;
  await tx.$executeRawUnsafe(
    `insert into import_mappings (id, body_id, name, columns, saved_by, saved_at)
     values ($1::uuid, $2::uuid, $3, $4::jsonb, $5::uuid, $6::timestamptz)
     on conflict (body_id, name) do update
       set columns = excluded.columns, saved_by = excluded.saved_by, saved_at = excluded.saved_at`,
    ...[id, bodyId, name, JSON.stringify(columns), savedBy, savedAt],
  );
}

export type MappingListed = {
  id: string;
  name: string;
  saved_by: string;
  saved_at: Date;
  /** Headings that it tells of, and how many of them are read. */
  columns: number;
  read: number;
};

/** All of an archive, by name. */
export async function listMappings(db: Queryable, bodyId: string): Promise<MappingListed[]> {
  const { rows } = await db.query<MappingListed>(
    `select m.id, m.name, a.name as saved_by, m.saved_at,
       (select count(*)::int from jsonb_each(m.columns)) as columns,
       (select count(*)::int from jsonb_each(m.columns) c where c.value <> 'null') as read
     from import_mappings m join accounts a on a.id = m.saved_by where m.body_id = $1 order by m.name`,
    [bodyId],
  );
  return rows;
}

/** @returns false where this archive has none of that id. */
export async function deleteMapping(db: Queryable, bodyId: string, id: string): Promise<boolean> {
  const { rowCount } = await db.query("delete from import_mappings where body_id = $1 and id = $2", [
    bodyId,
    id,
  ]);
  return rowCount === 1;
}
