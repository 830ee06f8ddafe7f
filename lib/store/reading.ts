import type { Outcome, Step } from "@/lib/law/words";
import { filesJson, versionJson, type Db, type FileRow, type VersionRow } from "./findings";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { sideSecret } from "./sheets";

export type ReadingRow = {
  name: string;
  proceeding: {
    id: string;
    step: Step;
    version: number;
    dossierHash: string | null;
    single: string | null;
    outcome: Outcome | null;
    questionsOpen: number;
    isReader: boolean;
    isAuthor: boolean;
  } | null;
  author: string;
  newest: VersionRow;
  common: VersionRow | null;
  before: VersionRow | null;
  commonBefore: VersionRow | null;
  files: FileRow[];
  /** Sides of the cited sheets that have an image; never of a secret one. */
  images: { fileId: string; position: number; closed: boolean }[];
  /** What this person accepted, in this version and in the one before, by content. */
  marks: { own: string[] | null; before: string[] | null };
};

const versions = `select v.* from findings fi join finding_versions v on v.finding_id = fi.id
  where fi.case_id = c.id and v.submitted_at is not null`;

const cited = `(select coalesce(json_agg(json_build_object('fileId', x.file_id, 'position', x.position, 'closed', x.closed)
    order by x.file_id, x.position), '[]') from (
  select distinct i.file_id, i.position, exists (select 1 from spans s where s.file_id = f.id
      and i.position between s.from_pos and s.to_pos and s.access = 'closed') as closed
  from claims cl join citations ci on ci.claim_id = cl.id join sheet_images i on i.file_id = ci.file_id and i.replaced_at is null
    and i.position between ci.from_pos - 4 and ci.to_pos + 4 join files f on f.id = i.file_id
  where cl.version_id in (n.id, n.common_version_id) and not ${sideSecret("f", "i.position")} and ${fileSeen("f", "$1")}) x)`;

const marks = (version: string): string =>
  `(select m.value from preferences m where m.account_id = $3::uuid and m.key = 'read:' || ${version})`;

const standing = (duty: string): string => `exists (select 1 from assignments a where a.proceeding_id = p.id
  and a.duty = '${duty}' and a.ended_at is null and a.account_id = $3::uuid)`;

const statement = `
  select json_build_object('name', pe.name, 'author', au.name, 'newest', ${versionJson("n")},
    'common', (select ${versionJson("v")} from finding_versions v where v.id = n.common_version_id),
    'before', case when b.id is not null then ${versionJson("b")} end,
    'commonBefore', (select ${versionJson("v")} from finding_versions v where v.id = b.common_version_id),
    'files', ${filesJson}, 'images', ${cited},
    'marks', json_build_object('own', ${marks("n.id")}, 'before', ${marks("b.id")}),
    'proceeding', (select json_build_object('id', p.id, 'step', p.step, 'version', p.version, 'dossierHash', p.dossier_hash,
        'single', p.single, 'outcome', p.outcome, 'isReader', ${standing("second_reader")}, 'isAuthor', ${standing("author")},
        'questionsOpen', (select count(*) from questions q where q.proceeding_id = p.id and q.answer is null))
      from proceedings p where p.case_id = c.id order by p.decided_at is null desc, p.opened_at desc limit 1)) as row
  from cases c join persons pe on pe.id = c.person_id
  join lateral (${versions} order by v.number desc limit 1) n on true join accounts au on au.id = n.author_id
  left join lateral (${versions} and v.number < n.number order by v.number desc limit 1) b on true
  where c.id = $2::uuid and ${caseSeen("c", "$1")}`;

/** The newest submitted finding with what it is read against; null where there is none for this person. */
export async function loadReading(
  db: Db,
  reach: Reach,
  caseId: string,
  accountId: string,
): Promise<ReadingRow | null> {
  const { rows } = await db.query<{ row: ReadingRow }>(statement, [reachParameter(reach), caseId, accountId]);
  return rows[0]?.row ?? null;
}

/** Is this a submitted version of a finding that the person may see? Then marks on it may be kept. */
export async function isReadable(db: Db, reach: Reach, versionId: string): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `select exists (select 1 from finding_versions v join findings fi on fi.id = v.finding_id join cases c on c.id = fi.case_id
       where v.id = $2::uuid and v.submitted_at is not null and ${caseSeen("c", "$1")}) as there`,
    [reachParameter(reach), versionId],
  );
  return rows[0]!.there;
}

export async function keepMarks(
  db: Db,
  accountId: string,
  versionId: string,
  keys: readonly string[],
): Promise<void> {
  await db.query(
    `insert into preferences (account_id, key, value) values ($1::uuid, 'read:' || $2::text, $3::jsonb)
     on conflict (account_id, key) do update set value = excluded.value`,
    [accountId, versionId, JSON.stringify(keys)],
  );
}
