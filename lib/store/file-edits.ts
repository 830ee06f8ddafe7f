import type { DateColumns } from "./dates";
import { newId } from "./id";
import { rows, type Tx } from "./transaction";

/** Names of the accounts, in the order of their ids, each as often as it is given. */
export async function namesOf(
  tx: Pick<Tx, "$queryRawUnsafe">,
  accounts: readonly string[],
): Promise<string[]> {
  return rows<string>(
    tx,
    `select to_json(a.name) as row from unnest($1::uuid[]) with ordinality w(id, nth) join accounts a on a.id = w.id order by w.nth`,
    accounts,
  );
}

export type Described = {
  version: number;
  title: string;
  dateText: string | null;
  extent: string | null;
  stamps: string | null;
  description: Record<string, string>;
};

export async function loadDescribed(tx: Pick<Tx, "$queryRawUnsafe">, fileId: string): Promise<Described> {
  const [found] = await rows<Described>(
    tx,
    `select json_build_object('version', u.version, 'title', u.title, 'dateText', u.date_text, 'extent', u.extent, 'stamps', f.stamps,
       'description', coalesce(u.description, '{}')) as row from units u join files f on f.id = u.id where u.id = $1::uuid`,
    fileId,
  );
  if (!found) throw new Error("no such file");
  return found;
}

export async function writeDescribed(
  tx: Tx,
  fileId: string,
  d: Omit<Described, "version" | "dateText"> & DateColumns,
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update units set title = $2, date_text = $3, date_edtf = $4, date_from = $5::date, date_to = $6::date, extent = $7,
       description = $8::jsonb, version = version + 1 where id = $1::uuid`,
    fileId,
    d.title,
    d.date_text,
    d.date_edtf,
    d.date_from,
    d.date_to,
    d.extent,
    Object.keys(d.description).length === 0 ? null : JSON.stringify(d.description),
  );
  await tx.$executeRawUnsafe("update files set stamps = $2 where id = $1::uuid", fileId, d.stamps);
}

export async function writeCount(
  tx: Tx,
  fileId: string,
  c: { foliation: string; leaves: number; at: Date; by: string },
): Promise<void> {
  await tx.$executeRawUnsafe(
    `update files set foliation = $2, leaf_count = $3, counted_at = $4, counted_by = $5::uuid, version = version + 1 where id = $1::uuid`,
    fileId,
    c.foliation,
    c.leaves,
    c.at,
    c.by,
  );
}

export async function writeOwners(
  tx: Tx,
  fileId: string,
  grade: string | null,
  owners: readonly string[],
): Promise<void> {
  await tx.$executeRawUnsafe(
    "update files set grade = $2, version = version + 1 where id = $1::uuid",
    fileId,
    grade,
  );
  await tx.$executeRawUnsafe(
    "delete from file_owners where file_id = $1::uuid and agency_id <> all($2::uuid[])",
    fileId,
    owners,
  );
  await tx.$executeRawUnsafe(
    `insert into file_owners (file_id, agency_id)
     select $1::uuid, b.id from bodies b where b.id = any($2::uuid[]) and b.kind = 'agency' on conflict do nothing`,
    fileId,
    owners,
  );
}

export async function nextVersion(tx: Tx, fileId: string): Promise<void> {
  await tx.$executeRawUnsafe("update files set version = version + 1 where id = $1::uuid", fileId);
}

/** A stretch of sheets that something hangs on; moved when the sheets are numbered anew. */
export type Hanging = {
  what: "materials" | "citations" | "sheet_images" | "mentions";
  id: string;
  from: number;
  to: number;
};

export async function loadHanging(tx: Pick<Tx, "$queryRawUnsafe">, fileId: string): Promise<Hanging[]> {
  return rows<Hanging>(
    tx,
    `select json_build_object('what', h.what, 'id', h.id, 'from', h.a, 'to', h.b) as row from (
       select 'materials' what, id, from_pos a, to_pos b from materials where file_id = $1::uuid
       union all select 'citations', id, from_pos, to_pos from citations where file_id = $1::uuid
       union all select 'sheet_images', id, position, position from sheet_images where file_id = $1::uuid
       union all select 'mentions', id, position, position from mentions where file_id = $1::uuid and position is not null) h`,
    fileId,
  );
}

const moves: Record<Hanging["what"], string> = {
  materials: "update materials t set from_pos = n.a, to_pos = n.b",
  citations: "update citations t set from_pos = n.a, to_pos = n.b",
  sheet_images: "update sheet_images t set position = n.a",
  mentions: "update mentions t set position = n.a",
};

/** Images are first put out of one another's way: two of them may change places. */
export async function moveHanging(tx: Tx, hanging: readonly Hanging[]): Promise<void> {
  for (const what of Object.keys(moves) as Hanging["what"][]) {
    const list = hanging.filter((h) => h.what === what).map(({ id, from, to }) => ({ id, a: from, b: to }));
    if (list.length === 0) continue;
    const set = "from jsonb_to_recordset($1::jsonb) as n(id uuid, a int, b int) where t.id = n.id";
    const text = JSON.stringify(list);
    if (what === "sheet_images") {
      await tx.$executeRawUnsafe(`update sheet_images t set position = -1 - n.a ${set}`, text);
    }
    await tx.$executeRawUnsafe(`${moves[what]} ${set}`, text);
  }
}

export type MaterialInput = DateColumns & {
  kind: string;
  title: string;
  from: number;
  to: number;
  hadGrade: boolean;
};
type Before = Record<string, string | number | boolean | null>;

/** The row as it stands, if its stamp is the one shown; null when somebody else was first. */
export async function loadStamped(
  tx: Pick<Tx, "$queryRawUnsafe">,
  table: "materials" | "mentions",
  fileId: string,
  id: string,
): Promise<{ stamp: string; row: Before } | null> {
  const [found] = await rows<{ stamp: string; row: Before }>(
    tx,
    `select json_build_object('stamp', md5(t::text), 'row', to_json(t)) as row from ${table} t where t.id = $1::uuid and t.file_id = $2::uuid for update`,
    id,
    fileId,
  );
  return found ?? null;
}

export async function writeMaterial(
  tx: Tx,
  fileId: string,
  id: string | null,
  m: MaterialInput,
): Promise<string> {
  const data = {
    kind: m.kind,
    title: m.title,
    date_text: m.date_text,
    date_edtf: m.date_edtf,
    date_from: m.date_from && new Date(m.date_from),
    date_to: m.date_to && new Date(m.date_to),
    from_pos: m.from,
    to_pos: m.to,
    had_grade: m.hadGrade,
  };
  const select = { id: true } as const;
  if (id) return (await tx.materials.update({ where: { id }, data, select })).id;
  return (await tx.materials.create({ data: { ...data, id: newId(), file_id: fileId }, select })).id;
}

export type MentionInput = {
  name: string;
  role: string;
  access: string;
  position: number | null;
  note: string | null;
  personId: string | null;
};

export async function writeMention(
  tx: Tx,
  fileId: string,
  id: string | null,
  m: MentionInput,
): Promise<string> {
  const { personId, ...rest } = m;
  const data = { ...rest, person_id: personId };
  const select = { id: true } as const;
  if (id) return (await tx.mentions.update({ where: { id }, data, select })).id;
  return (await tx.mentions.create({ data: { ...data, id: newId(), file_id: fileId }, select })).id;
}
