import type { Step } from "@/lib/law/words";
import { namedBody, word, type Named } from "./case-page";
import type { Queryable } from "./client";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { spanColumns, type SpanRow } from "./spans";
import type { Standing } from "./units";

export type FileShown = {
  id: string;
  version: number;
  unitVersion: number;
  title: string;
  reference: string;
  refPath: string;
  dateText: string | null;
  extent: string | null;
  description: Record<string, string>;
  stamps: string | null;
  archive: Named | null;
  archiveId: string | null;
  foliation: string | null;
  leaves: number | null;
  countedAt: string | null;
  countedBy: string | null;
  grade: string | null;
  gradeName: Named | null;
  standing: Standing;
  owners: { id: string; name: Named }[];
  spans: SpanRow[];
  counts: { materials: number; mentions: number; cases: number; images: number; entries: number };
  proceeding: { id: string; step: Step; version: number } | null;
  decided: { at: string; outcome: string; proceeding: string } | null;
  refused: { at: string; proceeding: string } | null;
};

/** The file as its page shows it; null where there is none that this person may see. */
export async function loadFile(db: Queryable, reach: Reach, id: string): Promise<FileShown | null> {
  const { rows } = await db.query<{ row: FileShown }>(
    `select json_build_object('id', f.id, 'version', f.version, 'unitVersion', u.version, 'title', u.title, 'reference', u.reference,
       'refPath', u.ref_path, 'dateText', u.date_text, 'extent', u.extent, 'description', coalesce(u.description, '{}'),
       'stamps', f.stamps, 'archive', ${namedBody("b")}, 'archiveId', u.body_id, 'foliation', f.foliation, 'leaves', f.leaf_count,
       'countedAt', f.counted_at, 'countedBy', (select a.name from accounts a where a.id = f.counted_by),
       'grade', f.grade, 'gradeName', ${word("grade", "f.grade")}, 'standing', f.standing,
       'owners', (select coalesce(json_agg(json_build_object('id', ob.id, 'name', ${namedBody("ob")}) order by ob.code), '[]')
         from file_owners o join bodies ob on ob.id = o.agency_id where o.file_id = f.id),
       'spans', (select coalesce(json_agg(${spanColumns("s")} order by s.from_pos), '[]') from spans s where s.file_id = f.id),
       'counts', json_build_object('materials', (select count(*) from materials m where m.file_id = f.id),
         'mentions', (select count(*) from mentions m where m.file_id = f.id),
         'cases', (select count(*) from case_files cf join cases c on c.id = cf.case_id where cf.file_id = f.id and ${caseSeen("c", "$1")}),
         'images', (select count(*) from sheet_images i where i.file_id = f.id and i.replaced_at is null),
         'entries', (select count(*) from events e where e.file_id = f.id)),
       'proceeding', (select json_build_object('id', p.id, 'step', p.step, 'version', p.version) from proceedings p
         where p.file_id = f.id and p.decided_at is null),
       'decided', (select json_build_object('at', d.at, 'outcome', d.outcome, 'proceeding', d.proceeding_id) from decisions d
         where d.file_id = f.id and d.result = 'granted' and d.ended_at is null),
       'refused', (select json_build_object('at', d.at, 'proceeding', d.proceeding_id) from decisions d
         where d.file_id = f.id and d.result = 'refused' and d.ended_at is null order by d.at desc limit 1)) as row
     from files f join units u on u.id = f.id left join bodies b on b.id = u.body_id
     where f.id = $2::uuid and ${fileSeen("f", "$1")}`,
    [reachParameter(reach), id],
  );
  return rows[0]?.row ?? null;
}

export type MaterialRow = {
  id: string;
  kind: string;
  kindName: Named | null;
  title: string;
  dateText: string | null;
  from: number;
  to: number;
  hadGrade: boolean;
  certificate: boolean;
  /** Of the row as it was read: an edit of another reading is refused. */
  stamp: string;
};

export async function listMaterials(db: Queryable, reach: Reach, fileId: string): Promise<MaterialRow[]> {
  const { rows } = await db.query<{ row: MaterialRow }>(
    `select json_build_object('id', m.id, 'kind', m.kind, 'kindName', ${word("material", "m.kind")}, 'title', m.title,
       'dateText', m.date_text, 'from', m.from_pos, 'to', m.to_pos, 'hadGrade', m.had_grade, 'certificate', m.certificate,
       'stamp', md5(m::text)) as row
     from materials m join files f on f.id = m.file_id where f.id = $2::uuid and ${fileSeen("f", "$1")}
     order by m.certificate, m.from_pos, m.to_pos, m.id`,
    [reachParameter(reach), fileId],
  );
  return rows.map((r) => r.row);
}

export type NamedHere = {
  id: string;
  name: string;
  role: string;
  access: "open" | "closed";
  position: number | null;
  note: string | null;
  person: { id: string; name: string } | null;
  stamp: string;
};

/** Everybody named in a file, the accused first; `after` is the order number at which a page begins. */
export async function listNamed(db: Queryable, reach: Reach, fileId: string): Promise<NamedHere[]> {
  const { rows } = await db.query<{ row: NamedHere }>(
    `select json_build_object('id', m.id, 'name', m.name, 'role', m.role, 'access', m.access, 'position', m.position,
       'note', m.note, 'person', (select json_build_object('id', p.id, 'name', p.name) from persons p where p.id = m.person_id),
       'stamp', md5(m::text)) as row
     from mentions m join files f on f.id = m.file_id where f.id = $2::uuid and ${fileSeen("f", "$1")}
     order by array_position(array['accused', 'relative', 'witness', 'official', 'informer'], m.role), m.name collate "kk-x-icu", m.id
     limit 1000`,
    [reachParameter(reach), fileId],
  );
  return rows.map((r) => r.row);
}

export type LinkedCase = {
  id: string;
  personId: string;
  name: string;
  born: string | null;
  stage: "archived" | "declassified" | "rehabilitated";
  neverSecret: boolean;
  outcome: string | null;
  dateText: string | null;
  bond: "required" | "supporting";
};

export async function listLinkedCases(db: Queryable, reach: Reach, fileId: string): Promise<LinkedCase[]> {
  const { rows } = await db.query<{ row: LinkedCase }>(
    `select json_build_object('id', c.id, 'personId', p.id, 'name', p.name, 'born', p.birth_text, 'stage', c.stage,
       'neverSecret', c.never_secret, 'outcome', c.outcome, 'dateText', c.date_text, 'bond', cf.bond) as row
     from case_files cf join files f on f.id = cf.file_id join cases c on c.id = cf.case_id join persons p on p.id = c.person_id
     where f.id = $2::uuid and ${fileSeen("f", "$1")} and ${caseSeen("c", "$1")}
     order by cf.bond, p.name collate "kk-x-icu", c.id limit 1000`,
    [reachParameter(reach), fileId],
  );
  return rows.map((r) => r.row);
}

/** Bodies of some kinds, for forms; everybody at the desk may know them. */
export async function listBodiesOf(
  db: Queryable,
  kinds: readonly string[],
): Promise<{ id: string; kind: string; name: Named }[]> {
  const { rows } = await db.query<{ row: { id: string; kind: string; name: Named } }>(
    `select json_build_object('id', b.id, 'kind', b.kind, 'name', ${namedBody("b")}) as row
     from bodies b where b.kind = any($1::text[]) order by b.code`,
    [kinds],
  );
  return rows.map((r) => r.row);
}

export type Word = { code: string; name: Named };

/** The words of some vocabularies in their order, newest versions, retired ones left out. */
export async function listWords(
  db: Queryable,
  vocabularies: readonly string[],
): Promise<Record<string, Word[]>> {
  const { rows } = await db.query<{ vocabulary: string; words: Word[] }>(
    `select v.vocabulary, json_agg(json_build_object('code', v.code, 'name',
         json_build_object('kk', v.name_kk, 'ru', v.name_ru, 'en', v.name_en)) order by v.position, v.code) as words
     from (select distinct on (vocabulary, code) * from vocabularies where vocabulary = any($1::text[])
       order by vocabulary, code, version desc) v where v.retired_at is null group by v.vocabulary`,
    [vocabularies],
  );
  return Object.fromEntries(rows.map((r) => [r.vocabulary, r.words]));
}
