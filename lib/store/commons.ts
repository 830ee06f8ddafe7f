import { fileJson, versionJson, type Db, type FileRow, type VersionRow } from "./findings";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type CommonRow = {
  findingId: string;
  title: string;
  fileId: string;
  author: string;
  version: VersionRow;
};

/** The released common findings of these files, each in its newest released version. */
export async function listCommons(db: Db, reach: Reach, fileIds: readonly string[]): Promise<CommonRow[]> {
  const { rows } = await db.query<{ row: CommonRow }>(
    `select distinct on (fi.id) json_build_object('findingId', fi.id, 'title', fi.title, 'fileId', fi.file_id, 'author', a.name,
       'version', ${versionJson("v")}) as row
     from findings fi join files f on f.id = fi.file_id join finding_versions v on v.finding_id = fi.id join accounts a on a.id = v.author_id
     where fi.file_id = any($2::uuid[]) and v.submitted_at is not null and ${fileSeen("f", "$1")}
     order by fi.id, v.number desc`,
    [reachParameter(reach), fileIds],
  );
  return rows.map((r) => r.row);
}

export type SharedCase = {
  caseId: string;
  name: string;
  birthText: string | null;
  proceeding: string;
  version: number;
  /** Where the list names this person, and how; null where nobody has noted it. */
  mention: { position: number; name: string } | null;
  draft: boolean;
};

export type CommonDesk = {
  finding: { id: string; title: string; mine: boolean };
  file: FileRow;
  newest: VersionRow;
  released: { id: string; number: number } | null;
  /** Cases of this file that the person studies as author. */
  cases: SharedCase[];
};

const mentionOf = `(select json_build_object('position', m.position, 'name', m.name) from mentions m
  where m.file_id = fi.file_id and m.person_id = c.person_id and m.position is not null order by m.id limit 1)`;

const sharedCases = `(select coalesce(json_agg(json_build_object('caseId', c.id, 'name', pe.name, 'birthText', pe.birth_text,
    'proceeding', p.id, 'version', p.version, 'mention', ${mentionOf},
    'draft', exists (select 1 from findings ofi join finding_versions ov on ov.finding_id = ofi.id
      where ofi.case_id = c.id and ov.submitted_at is null)) order by pe.name, c.id), '[]')
  from case_files cf join cases c on c.id = cf.case_id join persons pe on pe.id = c.person_id
  join proceedings p on p.case_id = c.id and p.decided_at is null and p.step = 'study'
  join assignments a on a.proceeding_id = p.id and a.duty = 'author' and a.ended_at is null and a.account_id = $3::uuid
  where cf.file_id = fi.file_id and ${caseSeen("c", "$1")})`;

/** A common finding with its file and the cases it can serve; null where this person may not see the file. */
export async function loadCommon(
  db: Db,
  reach: Reach,
  findingId: string,
  accountId: string,
): Promise<CommonDesk | null> {
  const { rows } = await db.query<{ row: CommonDesk }>(
    `select json_build_object('finding', json_build_object('id', fi.id, 'title', fi.title, 'mine', fi.created_by = $3::uuid),
       'file', ${fileJson("'required'")}, 'newest', ${versionJson("v")},
       'released', (select json_build_object('id', r.id, 'number', r.number) from finding_versions r
         where r.finding_id = fi.id and r.submitted_at is not null order by r.number desc limit 1),
       'cases', ${sharedCases}) as row
     from findings fi join files f on f.id = fi.file_id join units u on u.id = f.id
     join lateral (select * from finding_versions nv where nv.finding_id = fi.id order by nv.number desc limit 1) v on true
     where fi.id = $2::uuid and ${fileSeen("f", "$1")}`,
    [reachParameter(reach), findingId, accountId],
  );
  return rows[0]?.row ?? null;
}

export type OwnStudy = {
  caseId: string;
  name: string;
  reference: string | null;
  since: string;
  due: string | null;
  draft: { number: number; savedAt: string } | null;
};
export type OwnFile = { id: string; reference: string; title: string; cases: number };
export type OwnCommon = {
  id: string;
  title: string;
  reference: string;
  released: number | null;
  drafting: boolean;
};

const mine = `from assignments a join proceedings p on p.id = a.proceeding_id and p.decided_at is null and p.step = 'study'
  join cases c on c.id = p.case_id and ${caseSeen("c", "$1")}
  where a.account_id = $2::uuid and a.duty = 'author' and a.ended_at is null`;

/** The cases that a person studies as author, the oldest first, with the draft where one was begun. */
export async function listOwnStudies(db: Db, reach: Reach, accountId: string): Promise<OwnStudy[]> {
  const { rows } = await db.query<{ row: OwnStudy }>(
    `select json_build_object('caseId', c.id, 'name', (select pe.name from persons pe where pe.id = c.person_id),
       'reference', (select u.ref_path from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id
         where cf.case_id = c.id and ${fileSeen("f", "$1")} order by cf.bond, cf.linked_at limit 1),
       'since', p.step_since, 'due', p.due_at,
       'draft', (select json_build_object('number', v.number, 'savedAt', v.saved_at) from findings fi
         join finding_versions v on v.finding_id = fi.id where fi.case_id = c.id and v.submitted_at is null limit 1)) as row
     ${mine} order by p.step_since, p.id limit 400`,
    [reachParameter(reach), accountId],
  );
  return rows.map((r) => r.row);
}

/** Files that several of these cases share: each can have a common finding. */
export async function listSharedFiles(db: Db, reach: Reach, accountId: string): Promise<OwnFile[]> {
  const { rows } = await db.query<OwnFile>(
    `select f.id, u.ref_path reference, u.title, count(*)::int cases from (select distinct c.id ${mine}) own
     join case_files cf on cf.case_id = own.id join files f on f.id = cf.file_id join units u on u.id = f.id
     where f.standing <> 'closed' and ${fileSeen("f", "$1")} group by f.id, u.id having count(*) > 1 order by count(*) desc, f.id`,
    [reachParameter(reach), accountId],
  );
  return rows;
}

/** Common findings that the person began. */
export async function listOwnCommons(db: Db, reach: Reach, accountId: string): Promise<OwnCommon[]> {
  const { rows } = await db.query<OwnCommon>(
    `select fi.id, fi.title, u.ref_path reference, max(v.number) filter (where v.submitted_at is not null) released,
       bool_or(v.submitted_at is null) drafting
     from findings fi join files f on f.id = fi.file_id join units u on u.id = f.id join finding_versions v on v.finding_id = fi.id
     where fi.created_by = $2::uuid and ${fileSeen("f", "$1")} group by fi.id, u.id order by fi.created_at desc`,
    [reachParameter(reach), accountId],
  );
  return rows;
}

export type OwnReading = {
  caseId: string;
  name: string;
  reference: string | null;
  since: string;
  outcome: string | null;
  single: string | null;
  common: { id: string; title: string; number: number } | null;
};

/** The findings that wait for a person's second reading, those with the same common part together. */
export async function listOwnReadings(db: Db, reach: Reach, accountId: string): Promise<OwnReading[]> {
  const { rows } = await db.query<{ row: OwnReading }>(
    `select json_build_object('caseId', c.id, 'name', pe.name, 'since', p.step_since, 'outcome', p.outcome, 'single', p.single,
       'reference', (select u.ref_path from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id
         where cf.case_id = c.id and ${fileSeen("f", "$1")} order by cf.bond, cf.linked_at limit 1),
       'common', case when k.id is not null then json_build_object('id', k.id, 'title', k.title, 'number', k.number) end) as row
     from assignments a join proceedings p on p.id = a.proceeding_id and p.decided_at is null and p.step = 'second_reading'
       and p.suspended is null and p.deferred_until is null
     join cases c on c.id = p.case_id and ${caseSeen("c", "$1")} join persons pe on pe.id = c.person_id
     join lateral (select v.* from findings fi join finding_versions v on v.finding_id = fi.id
       where fi.case_id = c.id and v.submitted_at is not null order by v.number desc limit 1) n on true
     left join lateral (select fi.id, fi.title, cv.number from finding_versions cv join findings fi on fi.id = cv.finding_id
       where cv.id = n.common_version_id) k on true
     where a.account_id = $2::uuid and a.duty = 'second_reader' and a.ended_at is null
     order by k.title nulls last, k.id, p.step_since, p.id limit 1000`,
    [reachParameter(reach), accountId],
  );
  return rows.map((r) => r.row);
}
