import type { Queryable } from "./client";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

type Wanted = { caseId?: string; fileId?: string; personId?: string };
/** Names of what a filter is about; null where there is none that this person may see. */
export type NamedSubjects = { case: string | null; file: string | null; person: string | null };

export async function nameSubjects(db: Queryable, reach: Reach, wanted: Wanted): Promise<NamedSubjects> {
  const { caseId, fileId, personId } = wanted;
  if (!caseId && !fileId && !personId) return { case: null, file: null, person: null };
  const { rows } = await db.query<{ row: NamedSubjects }>(
    `select json_build_object(
       'case', (select p.name from cases c join persons p on p.id = c.person_id where c.id = $2::uuid and ${caseSeen("c", "$1")}),
       'file', (select u.ref_path from files f join units u on u.id = f.id where f.id = $3::uuid and ${fileSeen("f", "$1")}),
       'person', (select p.name from persons p where p.id = $4::uuid and exists (
         select from cases c where c.person_id = p.id and ${caseSeen("c", "$1")}))) as row`,
    [reachParameter(reach), caseId ?? null, fileId ?? null, personId ?? null],
  );
  return rows[0]!.row;
}
