import type { ClaimKind, Outcome, Step } from "@/lib/law/words";
import { word, type Named } from "./case-page";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import type { Tx } from "./transaction";

/** A pool, or the transaction of an act. */
export type Db = { query<R extends object>(text: string, values?: unknown[]): Promise<{ rows: R[] }> };

export const overTx = (tx: Pick<Tx, "$queryRawUnsafe">): Db => ({
  query: async <R extends object>(text: string, values: unknown[] = []) => ({
    rows: await tx.$queryRawUnsafe<R[]>(text, ...values),
  }),
});

export type CitationRow = {
  id: string;
  fileId: string;
  from: number;
  to: number;
  quote: string;
  translation: string | null;
  reliability: string | null;
};
export type ClaimRow = {
  id: string;
  kind: ClaimKind;
  text: string;
  required: boolean;
  citations: CitationRow[];
};
export type VersionRow = {
  id: string;
  number: number;
  authorId: string;
  draftVersion: number;
  savedAt: string;
  submittedAt: string | null;
  hash: string | null;
  commonVersionId: string | null;
  outcome: Outcome | null;
  ground: string | null;
  earlierAct: string | null;
  earlierSearch: string | null;
  exclusionCheck: string | null;
  exclusionFound: boolean | null;
  summary: string | null;
  claims: ClaimRow[];
  charges: { chargeId: string; outcome: "rehabilitate" | "refuse"; reason: string | null }[];
};
export type FileRow = {
  id: string;
  reference: string;
  title: string;
  bond: "required" | "supporting";
  foliation: string | null;
  closed: boolean;
  secret: { from: number; to: number }[];
  materials: { id: string; kind: string; title: string; from: number; to: number }[];
};
export type EpisodeRow = {
  caseId: string;
  personId: string;
  name: string;
  birthText: string | null;
  birthPlace: string | null;
  episode: string;
  category: Named | null;
  organ: Named | null;
  organText: string | null;
  dateText: string | null;
  charges: { id: string; article: string; text: string | null }[];
  measures: { kind: Named | null; text: string | null; dateText: string | null }[];
};

/** SQL of one version `v` with all it says. */
export const versionJson = (v: string): string => `json_build_object('id', ${v}.id, 'number', ${v}.number,
  'authorId', ${v}.author_id, 'draftVersion', ${v}.draft_version, 'savedAt', ${v}.saved_at, 'submittedAt', ${v}.submitted_at,
  'hash', ${v}.hash, 'commonVersionId', ${v}.common_version_id, 'outcome', ${v}.outcome, 'ground', ${v}.ground,
  'earlierAct', ${v}.earlier_act, 'earlierSearch', ${v}.earlier_search, 'exclusionCheck', ${v}.exclusion_check,
  'exclusionFound', ${v}.exclusion_found, 'summary', ${v}.summary,
  'claims', (select coalesce(json_agg(json_build_object('id', cl.id, 'kind', cl.kind, 'text', cl.text, 'required', cl.required,
      'citations', (select coalesce(json_agg(json_build_object('id', ci.id, 'fileId', ci.file_id, 'from', ci.from_pos, 'to', ci.to_pos,
          'quote', ci.quote, 'translation', ci.translation, 'reliability', ci.reliability) order by ci.position, ci.id), '[]')
        from citations ci where ci.claim_id = cl.id)) order by cl.position, cl.id), '[]') from claims cl where cl.version_id = ${v}.id),
  'charges', (select coalesce(json_agg(json_build_object('chargeId', o.charge_id, 'outcome', o.outcome, 'reason', o.reason)), '[]')
    from charge_outcomes o where o.version_id = ${v}.id))`;

/** SQL of the episode of case `c` of person `pe`, as the first draft tells it. */
export const episodeJson = `json_build_object('caseId', c.id, 'personId', pe.id, 'name', pe.name, 'birthText', pe.birth_text,
  'birthPlace', pe.birth_place, 'episode', c.episode, 'category', ${word("category", "c.category")},
  'organ', ${word("organ", "c.organ")}, 'organText', c.organ_text, 'dateText', c.date_text,
  'charges', (select coalesce(json_agg(json_build_object('id', ch.id, 'article', ch.article, 'text', ch.text) order by ch.position, ch.id), '[]')
    from charges ch where ch.case_id = c.id),
  'measures', (select coalesce(json_agg(json_build_object('kind', ${word("measure", "m.kind")}, 'text', m.text, 'dateText', m.date_text)
    order by m.position, m.id), '[]') from measures m where m.case_id = c.id))`;

/** SQL of file `f` of unit `u` for citing it; `bond` is an expression. */
export const fileJson = (
  bond: string,
): string => `json_build_object('id', f.id, 'reference', u.ref_path, 'title', u.title,
  'bond', ${bond}, 'foliation', f.foliation, 'closed', f.standing = 'closed',
  'secret', (select coalesce(json_agg(json_build_object('from', s.from_pos, 'to', s.to_pos) order by s.from_pos), '[]') from spans s
    where s.file_id = f.id and s.secrecy <> 'none' and coalesce(s.owner_answer, 'keep') = 'keep'),
  'materials', (select coalesce(json_agg(json_build_object('id', m.id, 'kind', m.kind, 'title', m.title, 'from', m.from_pos, 'to', m.to_pos)
    order by m.from_pos, m.id), '[]') from materials m where m.file_id = f.id and not m.certificate
      and not exists (select 1 from spans s where s.file_id = f.id and s.secrecy <> 'none' and coalesce(s.owner_answer, 'keep') = 'keep'
        and int4range(s.from_pos, s.to_pos, '[]') && int4range(m.from_pos, m.to_pos, '[]'))))`;

/** SQL: the files of case `c` that the reader may see, in json. */
export const filesJson = `(select coalesce(json_agg(${fileJson("cf.bond")} order by cf.bond, u.ref_path), '[]')
  from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id where cf.case_id = c.id and ${fileSeen("f", "$1")})`;

export type StudyRow = {
  episode: EpisodeRow;
  files: FileRow[];
  proceeding: { id: string; step: Step; version: number; due: string | null; mine: boolean } | null;
  newest: VersionRow | null;
  returned: { text: string; missing: string | null; by: string; at: string } | null;
};

const studyStatement = `
  select json_build_object('episode', ${episodeJson}, 'files', ${filesJson},
    'proceeding', (select json_build_object('id', p.id, 'step', p.step, 'version', p.version, 'due', p.due_at,
        'mine', exists (select 1 from assignments a where a.proceeding_id = p.id and a.duty = 'author' and a.ended_at is null
          and a.account_id = $3::uuid))
      from proceedings p where p.case_id = c.id and p.decided_at is null),
    'newest', (select ${versionJson("v")} from findings fi join finding_versions v on v.finding_id = fi.id
      where fi.case_id = c.id order by v.number desc limit 1),
    'returned', (select json_build_object('text', r.text, 'missing', r.missing, 'by', a.name, 'at', r.at) from proceedings p
      join returns r on r.proceeding_id = p.id join accounts a on a.id = r.by_id
      where p.case_id = c.id and p.decided_at is null and p.step = 'study' and r.to_step = 'study' order by r.at desc limit 1)) as row
  from cases c join persons pe on pe.id = c.person_id where c.id = $2::uuid and ${caseSeen("c", "$1")}`;

/** All that the author's desk needs of a case; null where there is none that this person may see. */
export async function loadStudy(
  db: Db,
  reach: Reach,
  caseId: string,
  accountId: string,
): Promise<StudyRow | null> {
  const { rows } = await db.query<{ row: StudyRow }>(studyStatement, [
    reachParameter(reach),
    caseId,
    accountId,
  ]);
  return rows[0]?.row ?? null;
}

export type DraftPlace = {
  id: string;
  findingId: string;
  caseId: string | null;
  fileId: string | null;
  authorId: string;
  submitted: boolean;
  number: number;
};

/** Whose and of what a version is. The caller asks whether the person may see the subject. */
export async function findVersion(db: Db, versionId: string): Promise<DraftPlace | null> {
  const { rows } = await db.query<DraftPlace>(
    `select v.id, fi.id "findingId", fi.case_id "caseId", fi.file_id "fileId", v.author_id "authorId", v.submitted_at is not null submitted, v.number
     from finding_versions v join findings fi on fi.id = v.finding_id where v.id = $1::uuid`,
    [versionId],
  );
  return rows[0] ?? null;
}

export async function listReliabilities(db: Db): Promise<{ code: string; name: Named }[]> {
  const { rows } = await db.query<{ row: { code: string; name: Named } }>(
    `select distinct on (position, code) json_build_object('code', code, 'name',
       json_build_object('kk', name_kk, 'ru', name_ru, 'en', name_en)) as row
     from vocabularies where vocabulary = 'reliability' and retired_at is null order by position, code, version desc`,
  );
  return rows.map((r) => r.row);
}
