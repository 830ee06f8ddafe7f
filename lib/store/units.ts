import type { Named } from "./case-page";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { fileSeen, reachParameter, type Reach } from "./reach";

export type Standing = "closed" | "declassified" | "never_secret";

/** A unit in a list: `file` is null for levels that hold no sheets themselves. */
export type UnitRow = {
  id: string;
  parentId: string | null;
  position: number;
  level: string;
  reference: string;
  title: string;
  dateText: string | null;
  extent: string | null;
  refPath: string;
  hasChildren: boolean;
  file: { standing: Standing; grade: string | null; leaves: number | null } | null;
};

/** SQL: a file by its own predicate; what lies above the files is there for those who see the whole archive. */
export function unitSeen(u: string, p: string): string {
  return `(case when exists (select 1 from files uf where uf.id = ${u}.id)
    then exists (select 1 from files uf where uf.id = ${u}.id and ${fileSeen("uf", p)})
    else (${p}::jsonb->>'all')::boolean end)`;
}

const rowOf = `json_build_object('id', u.id, 'parentId', u.parent_id, 'position', u.position, 'level', u.level,
  'reference', u.reference, 'title', u.title, 'dateText', u.date_text, 'extent', u.extent, 'refPath', u.ref_path,
  'hasChildren', exists (select 1 from units uc where uc.parent_id = u.id and ${unitSeen("uc", "$1")}),
  'file', (select json_build_object('standing', f.standing, 'grade', f.grade, 'leaves', f.leaf_count) from files f where f.id = u.id))`;

export const childPage = 50;

/** Children in the order of the finding aid; `from` is the position at which a page begins. */
export async function listChildren(
  db: Queryable,
  reach: Reach,
  parentId: string | null,
  from = 0,
): Promise<{ rows: UnitRow[]; next: number | null }> {
  const { rows } = await db.query<{ row: UnitRow }>(
    `select ${rowOf} as row from units u where u.parent_id is not distinct from $2::uuid and u.position >= $3
       and ${unitSeen("u", "$1")} order by u.position, u.id limit ${childPage + 1}`,
    [reachParameter(reach), parentId, from],
  );
  const found = rows.map((r) => r.row);
  const more = found.length > childPage ? found[childPage] : undefined;
  return { rows: found.slice(0, childPage), next: more ? more.position : null };
}

export type UnitPlace = UnitRow & {
  description: Record<string, string> | null;
  archive: Named | null;
  path: { id: string; level: string; reference: string; title: string; seen: boolean }[];
};

/** One unit with what it stands under; null where it, or a file above it, is not for this person. */
export async function loadUnit(db: Queryable, reach: Reach, id: string): Promise<UnitPlace | null> {
  const { rows } = await db.query<{ row: UnitPlace }>(
    `with recursive above as (
       select u.*, 0 as depth from units u where u.id = $2::uuid
       union all select p.*, a.depth + 1 from units p join above a on p.id = a.parent_id)
     select (${rowOf}::jsonb || jsonb_build_object('description', u.description,
       'archive', (select jsonb_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en) from bodies b where b.id = u.body_id),
       'path', (select coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'level', a.level, 'reference', a.reference,
           'title', a.title, 'seen', ${unitSeen("a", "$1")}) order by a.depth desc), '[]') from above a where a.depth > 0))) as row
     from units u where u.id = $2::uuid and ${unitSeen("u", "$1")}
       and not exists (select 1 from above a join files af on af.id = a.id where not ${fileSeen("af", "$1")})`,
    [reachParameter(reach), id],
  );
  return rows[0]?.row ?? null;
}

export type FileRow = {
  id: string;
  refPath: string;
  title: string;
  dateText: string | null;
  standing: Standing;
  grade: string | null;
  leaves: number | null;
  owners: Named[];
  cases: number;
  step: string | null;
};

export type FileFilter = {
  /** A piece of the normalised reference, or words of the title. */
  text?: { reference: string | null; words: string };
  standing?: Standing;
  graded?: boolean;
  counted?: boolean;
  owner?: string;
  under?: string;
  at?: { key: string; id: string; back: boolean };
};

export const filePage = 40;
const pieces = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function conditionsOf(filter: FileFilter, reach: Reach): { where: string; values: unknown[] } {
  const values: unknown[] = [reachParameter(reach)];
  const where = [fileSeen("f", "$1")];
  const put = (value: unknown): string => `$${values.push(value)}`;
  if (filter.text) {
    const { reference, words } = filter.text;
    const byTitle = `u.title ilike ${put(pieces(words))}`;
    where.push(reference ? `(u.ref_key like ${put(pieces(reference))} or ${byTitle})` : byTitle);
  }
  if (filter.standing) where.push(`f.standing = ${put(filter.standing)}`);
  if (filter.graded !== undefined) where.push(`f.grade is ${filter.graded ? "not " : ""}null`);
  if (filter.counted !== undefined) where.push(`f.leaf_count is ${filter.counted ? "not " : ""}null`);
  if (filter.owner) {
    const owner = put(filter.owner);
    where.push(
      `exists (select 1 from file_owners wo where wo.file_id = f.id and wo.agency_id = ${owner}::uuid)`,
    );
  }
  if (filter.under) {
    where.push(`f.id in (with recursive below as (select ${put(filter.under)}::uuid as id
      union all select bu.id from units bu join below on bu.parent_id = below.id) select id from below)`);
  }
  return { where: where.join(" and "), values };
}

const fileRow = `json_build_object('id', f.id, 'refPath', u.ref_path, 'title', u.title, 'dateText', u.date_text, 'standing', f.standing,
  'grade', f.grade, 'leaves', f.leaf_count,
  'owners', (select coalesce(json_agg(json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en) order by b.code), '[]')
    from file_owners o join bodies b on b.id = o.agency_id where o.file_id = f.id),
  'cases', (select count(*) from case_files cf where cf.file_id = f.id),
  'step', (select p.step from proceedings p where p.file_id = f.id and p.decided_at is null))`;

/** File 9 comes before file 10. */
const natural = "collate natural_order";
const key = `u.ref_key ${natural}`;

/** `previous` and `next` are places in the list: a direction, the id and the key from which a page begins. */
export type FilesFound = { rows: FileRow[]; total: number; previous?: string; next?: string };

/** One page of the files that the person may see, in the order of their references. */
export async function listFiles(db: Queryable, reach: Reach, filter: FileFilter): Promise<FilesFound> {
  const { where, values } = conditionsOf(filter, reach);
  const counted = [...values];
  const back = filter.at?.back === true;
  const order = back ? "desc" : "asc";
  const after = filter.at
    ? `and (${key}, u.id) ${back ? "<" : ">"} ($${values.push(filter.at.key)}::text ${natural}, $${values.push(filter.at.id)}::uuid)`
    : "";
  const { rows } = await db.query<{ row: FileRow; key: string }>(
    `select ${fileRow} as row, u.ref_key as key from files f join units u on u.id = f.id
     where ${where} ${after} order by ${key} ${order}, u.id ${order} limit ${filePage + 1}`,
    values,
  );
  const { rows: count } = await db.query<{ total: number }>(
    `select count(*)::int as total from files f join units u on u.id = f.id where ${where}`,
    counted,
  );
  const page = rows.slice(0, filePage);
  if (back) page.reverse();
  const more = rows.length > filePage;
  const place = (sign: "<" | ">", at: (typeof page)[number] | undefined) =>
    at && `${sign}${at.row.id}|${at.key}`;
  return {
    rows: page.map((r) => r.row),
    total: count[0]!.total,
    previous: (back ? more : filter.at) ? place("<", page[0]) : undefined,
    next: back || more ? place(">", page.at(-1)) : undefined,
  };
}

/** All files of a filter in the order of their references, some at a time; `at` is left out. */
export function readFileRows(
  client: ReadingClient,
  reach: Reach,
  filter: FileFilter,
): AsyncGenerator<readonly FileRow[]> {
  const { where, values } = conditionsOf(filter, reach);
  const statement = `select ${fileRow} as row from files f join units u on u.id = f.id
    where ${where} order by ${key}, u.id`;
  return readByCursor(client, "file_rows", statement, values);
}
