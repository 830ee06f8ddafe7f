import type { Queryable } from "./client";
import { newId } from "./id";
import { fileSeen, reachParameter, type Reach } from "./reach";
import { rows, type Tx } from "./transaction";

/**
 * SQL: is side `p` of file `f` a state secret still? In a file that is not decided, everything that has a grade or
 * an owner; in a declassified one, what its owner kept or has not answered.
 */
export const sideSecret = (
  f: string,
  p: string,
): string => `(case ${f}.standing when 'never_secret' then false
  when 'declassified' then exists (select 1 from spans ss where ss.file_id = ${f}.id and ${p} between ss.from_pos and ss.to_pos
    and coalesce(ss.secrecy, 'keep') <> 'none' and coalesce(ss.owner_answer, 'keep') = 'keep')
  else ${f}.grade is not null or exists (select 1 from file_owners so where so.file_id = ${f}.id)
    or exists (select 1 from spans ss where ss.file_id = ${f}.id and ${p} between ss.from_pos and ss.to_pos
      and (ss.secrecy in ('lift', 'keep') or ss.grade is not null)) end)`;

const access = (
  f: string,
  p: string,
): string => `(select json_build_object('access', sa.access, 'basis', sa.access_basis,
    'until', sa.closed_until, 'from', sa.from_pos, 'to', sa.to_pos)
  from spans sa where sa.file_id = ${f}.id and ${p} between sa.from_pos and sa.to_pos)`;

export type SheetImage = {
  position: number;
  sha256: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
  addedAt: string;
  addedBy: string;
};
export type SheetAccess = {
  access: "open" | "redacted" | "closed" | null;
  basis: string | null;
  until: string | null;
  from: number;
  to: number;
};
export type SheetShown = { secret: boolean; access: SheetAccess | null; image: SheetImage | null };

const imageOf = (
  i: string,
): string => `json_build_object('position', ${i}.position, 'sha256', ${i}.sha256, 'mediaType', ${i}.media_type,
  'width', ${i}.width, 'height', ${i}.height, 'bytes', ${i}.bytes, 'addedAt', ${i}.added_at,
  'addedBy', (select a.name from accounts a where a.id = ${i}.added_by))`;

/** One side of a sheet; null where there is no file that this person may see. The image of a secret one is not told. */
export async function loadSheet(
  db: Queryable,
  reach: Reach,
  fileId: string,
  position: number,
): Promise<SheetShown | null> {
  const { rows: found } = await db.query<{ row: SheetShown }>(
    `select json_build_object('secret', x.secret, 'access', ${access("f", "$3::int")},
       'image', case when not x.secret then (select ${imageOf("i")} from sheet_images i
         where i.file_id = f.id and i.position = $3 and i.replaced_at is null) end) as row
     from files f cross join lateral (select ${sideSecret("f", "$3::int")} as secret) x
     where f.id = $2::uuid and ${fileSeen("f", "$1")}`,
    [reachParameter(reach), fileId, position],
  );
  return found[0]?.row ?? null;
}

/** The images of a file in the order of its sheets; those of secret sheets are not among them. */
export async function listImages(
  db: Queryable,
  reach: Reach,
  fileId: string,
): Promise<(SheetImage & { closed: boolean })[]> {
  const { rows: found } = await db.query<{ row: SheetImage & { closed: boolean } }>(
    `select (${imageOf("i")}::jsonb || jsonb_build_object('closed', ${sideClosed("f", "i.position")})) as row
     from sheet_images i join files f on f.id = i.file_id
     where f.id = $2::uuid and i.replaced_at is null and not ${sideSecret("f", "i.position")} and ${fileSeen("f", "$1")}
     order by i.position limit 2000`,
    [reachParameter(reach), fileId],
  );
  return found.map((r) => r.row);
}

/** Minutes for which a purpose once given opens the closed stretch it was given for. */
export const grantMinutes = 30;

/** SQL: did this account say, within the minutes before `now`, what it reads side `p` of file `f` for? */
export const sideGranted = (
  f: string,
  p: string,
  account: string,
  now: string,
): string => `exists (select 1 from events e cross join lateral (select convert_from(e.bytes, 'UTF8')::jsonb #> '{payload,facts}' as facts) x
  where e.actor_id = ${account}::uuid and e.file_id = ${f} and e.act = 'read_closed_sheet' and not e.refused
    and e.at > ${now}::timestamptz - make_interval(mins => ${grantMinutes})
    and ${p} between (x.facts->>'from')::int and (x.facts->>'to')::int)`;

/** SQL: is side `p` of file `f` closed? */
export const sideClosed = (f: string, p: string): string =>
  `exists (select 1 from spans s where s.file_id = ${f}.id and ${p} between s.from_pos and s.to_pos and s.access = 'closed')`;

/** Did this person say lately what they read this closed sheet for? */
export async function hasGrant(
  db: Queryable,
  accountId: string,
  fileId: string,
  position: number,
  now: Date,
): Promise<boolean> {
  const { rows: found } = await db.query<{ there: boolean }>(
    `select ${sideGranted("$2::uuid", "$3::int", "$1", "$4")} as there`,
    [accountId, fileId, position, now],
  );
  return found[0]!.there;
}

export type SideFacts = {
  foliation: string | null;
  secret: boolean;
  access: SheetAccess | null;
  cited: boolean;
  sha256: string | null;
};

/** What attaching and reading look at, in their transaction. */
export async function loadSide(
  tx: Pick<Tx, "$queryRawUnsafe">,
  fileId: string,
  position: number,
): Promise<SideFacts | null> {
  const [side] = await rows<SideFacts>(
    tx,
    `select json_build_object('foliation', f.foliation, 'secret', ${sideSecret("f", "$2::int")}, 'access', ${access("f", "$2::int")},
       'cited', exists (select 1 from citations ci where ci.file_id = f.id and $2 between ci.from_pos and ci.to_pos),
       'sha256', (select i.sha256 from sheet_images i where i.file_id = f.id and i.position = $2 and i.replaced_at is null)) as row
     from files f where f.id = $1::uuid and $2 < f.leaf_count * 2`,
    fileId,
    position,
  );
  return side ?? null;
}

export type NewImage = {
  label: string;
  sha256: string;
  mediaType: string;
  width: number;
  height: number;
  bytes: number;
  by: string;
  at: Date;
};

/** The image that was there is kept, marked as replaced. */
export async function writeImage(tx: Tx, fileId: string, position: number, image: NewImage): Promise<string> {
  const { mediaType, by, at, ...rest } = image;
  await tx.sheet_images.updateMany({
    where: { file_id: fileId, position, replaced_at: null },
    data: { replaced_at: at },
  });
  const id = newId();
  await tx.sheet_images.create({
    data: { ...rest, id, file_id: fileId, position, media_type: mediaType, added_by: by, added_at: at },
  });
  return id;
}
