import type { Outcome, Stage, Step } from "@/lib/law/words";
import type { Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

/** A name that a body or a word of a vocabulary has in each language. */
export type Named = { kk: string; ru: string; en: string };

export type CaseFile = {
  id: string;
  reference: string;
  title: string;
  bond: "required" | "supporting";
  standing: "closed" | "declassified" | "never_secret";
  foliation: string | null;
  leaves: number | null;
  /** Positions that stay secret or closed. */
  kept: { from: number; to: number; until: string | null }[];
  decidedAt: string | null;
  proceeding: string | null;
};

export type CaseHead = {
  id: string;
  personId: string;
  name: string;
  variants: { text: string; script: string; kind: string }[];
  birthText: string | null;
  birthPlace: string | null;
  deathText: string | null;
  sex: string | null;
  nationality: string | null;
  episode: string;
  stage: Stage;
  neverSecret: boolean;
  outcome: Outcome | null;
  category: Named | null;
  region: Named | null;
  organ: Named | null;
  organText: string | null;
  dateText: string | null;
  arrivedAt: string;
  archive: Named | null;
  group: Named | null;
  regional: Named | null;
  awaits: boolean;
  otherCases: number;
  charges: { id: string; article: string; text: string | null }[];
  measures: { kind: Named | null; code: string; text: string | null; dateText: string | null }[];
  files: CaseFile[];
  proceedings: { id: string; step: Step; openedAt: string; decidedAt: string | null; round: number }[];
  rehabilitatedAt: string | null;
  mentions: number;
  entries: number;
};

export const namedBody = (alias: string): string =>
  `(case when ${alias}.id is not null then json_build_object('kk', ${alias}.name_kk, 'ru', ${alias}.name_ru, 'en', ${alias}.name_en) end)`;

/** The word of a vocabulary for a code; null where the vocabulary does not know it. */
export const word = (vocabulary: string, code: string): string =>
  `(select json_build_object('kk', vo.name_kk, 'ru', vo.name_ru, 'en', vo.name_en) from vocabularies vo
    where vo.vocabulary = '${vocabulary}' and vo.code = ${code} order by vo.version desc limit 1)`;

const filesOf = `(select coalesce(json_agg(json_build_object('id', f.id, 'reference', u.ref_path, 'title', u.title, 'bond', cf.bond,
    'standing', f.standing, 'foliation', f.foliation, 'leaves', f.leaf_count,
    'kept', (select coalesce(json_agg(json_build_object('from', s.from_pos, 'to', s.to_pos, 'until', s.closed_until) order by s.from_pos), '[]')
      from spans s where s.file_id = f.id and (s.access = 'closed' or s.owner_answer = 'keep')),
    'decidedAt', (select max(d.at) from decisions d where d.file_id = f.id and d.result = 'granted' and d.ended_at is null),
    'proceeding', (select p.id from proceedings p where p.file_id = f.id order by p.decided_at is null desc, p.opened_at desc limit 1))
    order by cf.bond, u.ref_path), '[]')
  from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id where cf.case_id = c.id and ${fileSeen("f", "$1")})`;

const statement = planned(`
  select json_build_object('id', c.id, 'personId', pe.id, 'name', pe.name,
    'variants', (select coalesce(json_agg(json_build_object('text', n.text, 'script', n.script, 'kind', n.kind) order by n.kind, n.script), '[]')
      from person_names n where n.person_id = pe.id),
    'birthText', pe.birth_text, 'birthPlace', pe.birth_place, 'deathText', pe.death_text, 'sex', pe.sex, 'nationality', pe.nationality,
    'episode', c.episode, 'stage', c.stage, 'neverSecret', c.never_secret, 'outcome', c.outcome, 'organText', c.organ_text, 'dateText', c.date_text,
    'category', ${word("category", "c.category")}, 'region', ${word("region", "c.region")}, 'organ', ${word("organ", "c.organ")},
    'arrivedAt', c.created_at, 'group', ${namedBody("g")}, 'regional', ${namedBody("r")},
    'archive', (select ${namedBody("ab")} from case_files cf join units u on u.id = cf.file_id join bodies ab on ab.id = u.body_id
      where cf.case_id = c.id order by cf.bond limit 1),
    'awaits', c.stage <> 'archived' and exists (select 1 from case_files cf join files f on f.id = cf.file_id
      where cf.case_id = c.id and cf.bond = 'required' and f.standing = 'closed'),
    'otherCases', (select count(*) from cases o where o.person_id = pe.id and o.id <> c.id and ${caseSeen("o", "$1")}),
    'charges', (select coalesce(json_agg(json_build_object('id', ch.id, 'article', ch.article, 'text', ch.text) order by ch.position, ch.id), '[]')
      from charges ch where ch.case_id = c.id),
    'measures', (select coalesce(json_agg(json_build_object('kind', ${word("measure", "m.kind")}, 'code', m.kind, 'text', m.text, 'dateText', m.date_text)
      order by m.position, m.id), '[]') from measures m where m.case_id = c.id),
    'files', ${filesOf},
    'proceedings', (select coalesce(json_agg(json_build_object('id', p.id, 'step', p.step, 'openedAt', p.opened_at, 'decidedAt', p.decided_at,
      'round', p.round) order by p.decided_at is null desc, p.opened_at desc), '[]') from proceedings p where p.case_id = c.id),
    'rehabilitatedAt', (select max(d.at) from decisions d where d.case_id = c.id and d.result = 'granted' and d.ended_at is null),
    'mentions', (select count(*) from mentions mn join case_files cf on cf.file_id = mn.file_id join files f on f.id = cf.file_id
      where cf.case_id = c.id and ${fileSeen("f", "$1")}),
    'entries', (select count(*) from events e where e.case_id = c.id)) as row
  from cases c join persons pe on pe.id = c.person_id left join bodies g on g.id = c.group_id left join bodies r on r.id = c.regional_body_id
  where c.id = $2::uuid and ${caseSeen("c", "$1")}`);

/** Who and what a case is; null where there is none that this person may see. */
export async function loadCaseHead(db: Reads, reach: Reach, id: string): Promise<CaseHead | null> {
  const { rows } = await db.query<{ row: CaseHead }>(statement, [reachParameter(reach), id]);
  return rows[0]?.row ?? null;
}

export type MentionRow = {
  id: string;
  name: string;
  role: string;
  fileId: string;
  reference: string;
  note: string | null;
  personId: string | null;
};

const mentionsStatement = planned(`
  select m.id, m.name, m.role, m.file_id "fileId", u.ref_path reference, m.note, m.person_id "personId"
  from case_files cf join files f on f.id = cf.file_id join units u on u.id = f.id join mentions m on m.file_id = f.id join cases c on c.id = cf.case_id
  where cf.case_id = $2::uuid and ${fileSeen("f", "$1")} and ${caseSeen("c", "$1")}
  order by case m.role when 'accused' then 0 when 'relative' then 1 when 'witness' then 2 when 'official' then 3 else 4 end, m.name, m.id limit 300`);

/** Everybody named in the case's files that the person may see. */
export async function listMentions(db: Reads, reach: Reach, caseId: string): Promise<MentionRow[]> {
  const { rows } = await db.query<MentionRow>(mentionsStatement, [reachParameter(reach), caseId]);
  return rows;
}
