import { namedBody, type Named } from "./case-page";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { reachParameter, type Reach } from "./reach";
import { unitSeen } from "./units";

/** A unit as it leaves. `depth` counts from the unit asked for; what follows at a greater depth stands below it. */
export type ExportUnit = {
  id: string;
  depth: number;
  level: string;
  reference: string;
  title: string;
  dateText: string | null;
  extent: string | null;
  description: Record<string, string> | null;
  /** The name that the source gave it, and what of its cells the fields do not say. */
  sourceId: string | null;
  verbatim: Record<string, string> | null;
};

/** What stands over all of it. */
export type ExportRoot = {
  id: string;
  isFile: boolean;
  reference: string;
  refPath: string;
  title: string;
  archive: Named | null;
  /** Of a whole record that an import has brought: under what name. */
  source: string | null;
};

export async function loadExportRoot(db: Queryable, id: string): Promise<ExportRoot | null> {
  const { rows } = await db.query<{ row: ExportRoot }>(
    `select json_build_object('id', u.id, 'isFile', exists (select 1 from files f where f.id = u.id), 'reference', u.reference,
       'refPath', u.ref_path, 'title', u.title, 'source', case when u.parent_id is null then u.source end,
       'archive', ${namedBody("b")}) as row
     from units u left join bodies b on b.id = u.body_id where u.id = $1::uuid`,
    [id],
  );
  return rows[0]?.row ?? null;
}

/** SQL: the unit $2 and what this person may see below it; nothing stands below what is not there for them. */
const below = `with recursive below as (
    select u.id, 0 as depth, array[]::text[] as path from units u where u.id = $2::uuid and ${unitSeen("u", "$1")}
    union all select u.id, b.depth + 1, b.path || (lpad(u.position::text, 10, '0') || u.id::text)
      from units u join below b on u.parent_id = b.id where ${unitSeen("u", "$1")})`;

/** Whether the names that the source gave are each there once: only then can they be given again. */
export async function sourceIdsDiffer(db: Queryable, reach: Reach, rootId: string): Promise<boolean> {
  const { rows } = await db.query<{ differ: boolean }>(
    `${below} select count(named) = count(distinct named) as differ
     from (select nullif(u.imported->>'sourceId', '') as named from below b join units u on u.id = b.id) n`,
    [reachParameter(reach), rootId],
  );
  return rows[0]?.differ ?? true;
}

const columns = `json_build_object('id', u.id, 'depth', b.depth, 'level', u.level, 'reference', u.reference, 'title', u.title,
  'dateText', u.date_text, 'extent', u.extent, 'description', u.description, 'sourceId', u.imported->>'sourceId',
  'verbatim', u.imported->'verbatim')`;

/**
 * All of it in the order of the tree, some at a time, whatever its size. The cursor lives as long as the transaction
 * in which this is called.
 */
export const readBelow = (
  client: ReadingClient,
  reach: Reach,
  rootId: string,
): AsyncGenerator<readonly ExportUnit[]> =>
  readByCursor(
    client,
    "below_unit",
    `${below} select ${columns} as row from below b join units u on u.id = b.id order by b.path collate "C"`,
    [reachParameter(reach), rootId],
  );
