import { namedBody, type Named } from "./case-page";
import type { Queryable, Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type SpanShown = {
  id: string;
  from: number;
  to: number;
  secrecy: "none" | "lift" | "keep" | null;
  grade: string | null;
  ownerId: string | null;
  owner: Named | null;
  basis: string | null;
  reviewDate: string | null;
  ownerAnswer: "lift" | "keep" | null;
  ownerBasis: string | null;
  ownerReviewDate: string | null;
  access: "open" | "redacted" | "closed" | null;
  accessBasis: string | null;
  closedUntil: string | null;
};
export type FileHead = {
  id: string;
  title: string;
  reference: string;
  dateText: string | null;
  foliation: string | null;
  leaves: number | null;
  grade: string | null;
  stamps: string | null;
  standing: "closed" | "declassified" | "never_secret";
  archive: Named | null;
  spans: SpanShown[];
  cases: { id: string; name: string; born: string | null; stage: string; bond: string }[];
};

const statement = planned(`
  select json_build_object('id', f.id, 'title', u.title, 'reference', u.ref_path, 'dateText', u.date_text, 'foliation', f.foliation, 'leaves', f.leaf_count,
    'grade', f.grade, 'stamps', f.stamps, 'standing', f.standing, 'archive', ${namedBody("ab")},
    'spans', (select coalesce(json_agg(json_build_object('id', s.id, 'from', s.from_pos, 'to', s.to_pos, 'secrecy', s.secrecy, 'grade', s.grade,
        'ownerId', s.owner_id, 'owner', ${namedBody("ob")}, 'basis', s.basis, 'reviewDate', s.review_date, 'ownerAnswer', s.owner_answer,
        'ownerBasis', s.owner_basis, 'ownerReviewDate', s.owner_review_date, 'access', s.access, 'accessBasis', s.access_basis, 'closedUntil', s.closed_until)
        order by s.from_pos), '[]') from spans s left join bodies ob on ob.id = s.owner_id where s.file_id = f.id),
    'cases', (select coalesce(json_agg(json_build_object('id', c.id, 'name', pe.name, 'born', pe.birth_text, 'stage', c.stage, 'bond', cf.bond) order by pe.name, c.id), '[]')
      from case_files cf join cases c on c.id = cf.case_id join persons pe on pe.id = c.person_id where cf.file_id = f.id and ${caseSeen("c", "$1")})) as row
  from files f join units u on u.id = f.id left join bodies ab on ab.id = u.body_id where f.id = $2::uuid and ${fileSeen("f", "$1")}`);

/** The file a declassification is about; null where there is none that this person may see. */
export async function loadFileHead(db: Reads, reach: Reach, id: string): Promise<FileHead | null> {
  const { rows } = await db.query<{ row: FileHead }>(statement, [reachParameter(reach), id]);
  return rows[0]?.row ?? null;
}

/** Applications about a case that the secretary may open a proceeding on. */
export async function listApplications(
  db: Queryable,
  reach: Reach,
  caseId: string,
): Promise<{ id: string; number: string; applicant: string }[]> {
  const { rows } = await db.query<{ id: string; number: string; applicant: string }>(
    `select a.id, a.number, a.applicant from applications a join cases c on c.id = a.case_id
     where a.case_id = $2::uuid and ${caseSeen("c", "$1")} order by a.received_at`,
    [reachParameter(reach), caseId],
  );
  return rows;
}
