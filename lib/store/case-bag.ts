import type { Queryable } from "./client";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { sideClosed, sideGranted, sideSecret } from "./sheets";

export type BagImage = { fileId: string; label: string; sha256: string; mediaType: string };

/**
 * The images of a case's sheets that this person sees now: of files that are theirs to see, never of a secret side, of a
 * closed one where they have just said what they read it for.
 */
export async function listBagImages(
  db: Queryable,
  reach: Reach,
  caseId: string,
  now: Date,
): Promise<BagImage[]> {
  const side = "i.position";
  const { rows } = await db.query<{ row: BagImage }>(
    `select json_build_object('fileId', i.file_id, 'label', i.label, 'sha256', i.sha256, 'mediaType', i.media_type) as row
     from case_files cf join files f on f.id = cf.file_id join sheet_images i on i.file_id = f.id and i.replaced_at is null
     where cf.case_id = $2::uuid and ${fileSeen("f", "$1")} and not ${sideSecret("f", side)}
       and (not ${sideClosed("f", side)} or ${sideGranted("f.id", side, "$3", "$4")})
     order by f.id, i.position`,
    [reachParameter(reach), caseId, reach.accountId, now],
  );
  return rows.map(({ row }) => row);
}

/** The numbers of the submitted versions of a case's finding, in their order. */
export async function listFindingNumbers(db: Queryable, reach: Reach, caseId: string): Promise<number[]> {
  const { rows } = await db.query<{ number: number }>(
    `select v.number from cases c join findings fi on fi.case_id = c.id join finding_versions v on v.finding_id = fi.id
     where c.id = $2::uuid and v.submitted_at is not null and ${caseSeen("c", "$1")} order by v.number`,
    [reachParameter(reach), caseId],
  );
  return rows.map(({ number }) => number);
}

/** What the commission is called in each language; null where there is none yet. */
export async function loadCommissionName(
  db: Queryable,
): Promise<Readonly<Record<"kk" | "ru" | "en", string>> | null> {
  const { rows } = await db.query<Record<"kk" | "ru" | "en", string>>(
    "select name_kk kk, name_ru ru, name_en en from bodies where kind = 'commission' order by created_at, id limit 1",
  );
  return rows[0] ?? null;
}
