import { amongIds } from "./among";
import { copyRows, type Copier } from "./copy";
import { reachParameter, type Reach } from "./reach";
import { rows, type Reader, type Writer } from "./transaction";
import { unitSeen } from "./units";

/** More rows at once make the parameter of a statement too large to be planned with. */
const CHUNK = 2_000;

/** Runs one statement for all rows, some thousand at a time; each must have been written. */
export async function writeAll(tx: Writer, statement: string, list: readonly object[]): Promise<void> {
  for (let from = 0; from < list.length; from += CHUNK) {
    const chunk = list.slice(from, from + CHUNK);
    const written = await tx.$executeRawUnsafe(statement, JSON.stringify(chunk));
    if (written !== chunk.length) throw new Error(`${written} of ${chunk.length} rows were written`);
  }
}

export type UnitColumns = {
  level: string;
  reference: string;
  title: string;
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
  extent: string | null;
  description: Record<string, string> | null;
};

export type SourceUnit = UnitColumns & {
  id: string;
  parent_id: string | null;
  position: number;
  source_key: string;
  imported: Record<string, unknown> | null;
  body_id: string | null;
  ref_path: string;
  ref_key: string;
  in_use: boolean;
};

/** Every unit that earlier imports of this source have left. */
export function loadSourceUnits(tx: Reader, source: string): Promise<SourceUnit[]> {
  return rows<SourceUnit>(
    tx,
    `select json_build_object('id', u.id, 'parent_id', u.parent_id, 'position', u.position, 'level', u.level,
       'reference', u.reference, 'title', u.title, 'date_text', u.date_text, 'extent', u.extent,
       'description', u.description, 'source_key', u.source_key, 'imported', u.imported, 'body_id', u.body_id,
       'ref_path', u.ref_path, 'ref_key', u.ref_key,
       'in_use', exists (select 1 from proceedings p where p.file_id = u.id)) as row
     from units u where u.source = $1 order by u.parent_id nulls first, u.position, u.id`,
    source,
  );
}

/** Is there a unit of this id that the importer may see? The command line sees all. */
export async function isUnit(tx: Reader, id: string, reach: Reach | null): Promise<boolean> {
  const found = await rows<boolean>(
    tx,
    `select true as row from units u where u.id = $1::uuid and ($2::jsonb = 'null'::jsonb or ${unitSeen("u", "$2")})`,
    id,
    reach ? reachParameter(reach) : "null",
  );
  return found.length > 0;
}

/** The source and everything under it are one import at a time. */
export async function lockIntake(tx: Writer): Promise<void> {
  await tx.$executeRawUnsafe("select pg_advisory_xact_lock(hashtext('aqtalu.intake'))");
}

/** Batches of one table do not meet; another import waits until none of them is being written. */
export async function shareIntake(tx: Writer): Promise<void> {
  await tx.$executeRawUnsafe("select pg_advisory_xact_lock_shared(hashtext('aqtalu.intake'))");
}

export type NewUnit = UnitColumns & {
  id: string;
  parent_id: string | null;
  position: number;
  source: string;
  source_key: string;
  imported: Record<string, unknown> | null;
  ref_path: string;
  ref_key: string;
  body_id: string | null;
};

const unitColumns = [
  ...[
    "id",
    "parent_id",
    "position",
    "level",
    "reference",
    "title",
    "date_text",
    "date_edtf",
    "date_from",
    "date_to",
  ],
  ...["extent", "description", "source", "source_key", "imported", "ref_path", "ref_key", "body_id"],
] as (keyof NewUnit)[];

/** Parents come before their children. */
export function insertUnits(tx: Copier, units: readonly NewUnit[]): Promise<void> {
  return copyRows(tx, "units", unitColumns, units);
}

/** What the source has changed in a unit. */
export function updateUnits(tx: Writer, units: readonly (UnitColumns & { id: string })[]): Promise<void> {
  return writeAll(
    tx,
    `update units u set level = n.level, reference = n.reference, title = n.title, date_text = n.date_text,
       date_edtf = n.date_edtf, date_from = n.date_from, date_to = n.date_to, extent = n.extent,
       description = n.description, version = u.version + 1
     from jsonb_to_recordset($1::jsonb) as n(id uuid, level text, reference text, title text, date_text text,
       date_edtf text, date_from date, date_to date, extent text, description jsonb)
     where u.id = n.id`,
    units,
  );
}

export type Described = Pick<UnitColumns, "title" | "date_text" | "date_edtf" | "date_from" | "date_to"> & {
  id: string;
  /** What the import table said, kept beside what a finding aid said. */
  said: Record<string, string>;
};

/** What a table tells of a file that is there already. */
export function describeUnits(tx: Writer, units: readonly Described[]): Promise<void> {
  return writeAll(
    tx,
    `update units u set title = n.title, date_text = n.date_text, date_edtf = n.date_edtf, date_from = n.date_from,
       date_to = n.date_to, imported = coalesce(u.imported, '{}') || jsonb_build_object('table', n.said), version = u.version + 1
     from jsonb_to_recordset($1::jsonb) as n(id uuid, title text, date_text text, date_edtf text, date_from date,
       date_to date, said jsonb)
     where u.id = n.id`,
    units,
  );
}

export type Settled = {
  id: string;
  position: number;
  imported: Record<string, unknown>;
  ref_path: string;
  ref_key: string;
};

/** Keeps the order of siblings, the paths and what the source said last; nothing of it is a change of content. */
export async function settleUnits(tx: Writer, units: readonly Settled[]): Promise<void> {
  const statement = `
    update units u set position = n.position, imported = coalesce(u.imported, '{}') || n.imported, ref_path = n.ref_path, ref_key = n.ref_key
    from jsonb_to_recordset($1::jsonb) as n(id uuid, position int, imported jsonb, ref_path text, ref_key text)
    where u.id = n.id and (u.position, u.imported, u.ref_path, u.ref_key)
      is distinct from (n.position, coalesce(u.imported, '{}') || n.imported, n.ref_path, n.ref_key)`;
  for (let from = 0; from < units.length; from += CHUNK) {
    await tx.$executeRawUnsafe(statement, JSON.stringify(units.slice(from, from + CHUNK)));
  }
}

const fileColumns = [
  ...["id", "foliation", "leaf_count", "counted_at", "counted_by", "grade"],
] as (keyof NewFile)[];

/** Units that hold sheets; they arrive closed. */
export function insertFiles(tx: Copier, files: readonly NewFile[]): Promise<void> {
  return copyRows(tx, "files", fileColumns, files);
}

export type NewFile = {
  id: string;
  foliation?: string | null;
  leaf_count?: number | null;
  counted_at?: string | null;
  counted_by?: string | null;
  grade?: string | null;
};

export type WholeSpan = { id: string; file_id: string; to_pos: number };

/** One span without answers over all the sheets of each file; earlier ones, which nobody had answered, go. */
export async function spanFiles(tx: Writer & Copier, spans: readonly WholeSpan[]): Promise<void> {
  if (spans.length === 0) return;
  await tx.$executeRawUnsafe(
    `delete from spans where file_id = ${amongIds("$1")}`,
    JSON.stringify(spans.map(({ file_id }) => file_id)),
  );
  const rows = spans.map((span) => ({ ...span, from_pos: 0 }));
  await copyRows(tx, "spans", ["id", "file_id", "from_pos", "to_pos"], rows);
}
