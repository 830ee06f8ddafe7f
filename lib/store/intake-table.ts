import { amongIds, amongTexts } from "./among";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";
import { rows, type Reader } from "./transaction";

type Imported = Record<string, string> | null;

export type KnownUnit = {
  id: string;
  ref_key: string;
  /** Under which an import table made it, whatever it is called since. */
  table_key: string | null;
  level: string;
  body_id: string | null;
  title: string;
  date_text: string | null;
  date_edtf: string | null;
  date_from: string | null;
  date_to: string | null;
  /** What an import table said of it last. */
  said: Imported;
  /** Null where the unit holds no sheets. */
  file: {
    foliation: string | null;
    leaves: number | null;
    grade: string | null;
    owners: string[];
    in_use: boolean;
    sheets_used: boolean;
    seen: boolean;
  } | null;
};

/** `null`: the command line, which sees what it is told to import. */
const seen = (predicate: string): string => `($2::jsonb = 'null'::jsonb or ${predicate})`;
const parameter = (reach: Reach | null): string => (reach ? reachParameter(reach) : "null");

/** Units by the references they are known by; of several with one reference the oldest first. */
export function loadUnitsByKey(
  tx: Reader,
  keys: readonly string[],
  reach: Reach | null,
): Promise<KnownUnit[]> {
  return rows<KnownUnit>(
    tx,
    `select json_build_object('id', u.id, 'ref_key', u.ref_key,
       'table_key', case when u.source = 'table' then u.source_key end, 'level', u.level, 'body_id', u.body_id, 'title', u.title,
       'date_text', u.date_text, 'date_edtf', u.date_edtf, 'date_from', u.date_from, 'date_to', u.date_to,
       'said', u.imported->'table', 'file', case when f.id is not null then json_build_object(
         'foliation', f.foliation, 'leaves', f.leaf_count, 'grade', f.grade,
         'owners', (select coalesce(json_agg(o.agency_id order by o.agency_id), '[]') from file_owners o where o.file_id = f.id),
         'in_use', exists (select 1 from proceedings p where p.file_id = f.id),
         'sheets_used', exists (select 1 from spans s where s.file_id = f.id
             and coalesce(s.secrecy, s.access, s.owner_answer) is not null)
           or exists (select 1 from materials m where m.file_id = f.id)
           or exists (select 1 from sheet_images i where i.file_id = f.id)
           or exists (select 1 from citations c where c.file_id = f.id),
         'seen', ${seen(fileSeen("f", "$2"))}) end) as row
     from units u left join files f on f.id = u.id
     where u.ref_key = ${amongTexts("$1")}
       or u.source = 'table' and u.source_key = ${amongTexts("$1")}
     order by u.created_at, u.id`,
    JSON.stringify(keys),
    parameter(reach),
  );
}

export type KnownBody = { id: string; code: string; names: string[] };

export function loadAgencies(tx: Reader): Promise<KnownBody[]> {
  return rows<KnownBody>(
    tx,
    `select json_build_object('id', id, 'code', code, 'names', json_build_array(name_kk, name_ru, name_en)) as row
     from bodies where kind = 'agency' order by code`,
  );
}

export type KnownWord = { vocabulary: string; code: string; names: string[] };

/** Words in force: of several versions the newest. */
export function loadWords(tx: Reader, vocabularies: readonly string[]): Promise<KnownWord[]> {
  return rows<KnownWord>(
    tx,
    `select json_build_object('vocabulary', vocabulary, 'code', code, 'names', json_build_array(name_kk, name_ru, name_en)) as row
     from (select distinct on (vocabulary, code) * from vocabularies
       where vocabulary = ${amongTexts("$1")} order by vocabulary, code, version desc) newest
     where retired_at is null`,
    JSON.stringify(vocabularies),
  );
}

export type KnownMention = {
  id: string;
  file_id: string;
  person_id: string | null;
  name: string;
  role: string;
  source_key: string | null;
};

export function loadMentions(tx: Reader, fileIds: readonly string[]): Promise<KnownMention[]> {
  return rows<KnownMention>(
    tx,
    `select json_build_object('id', id, 'file_id', file_id, 'person_id', person_id, 'name', name, 'role', role,
       'source_key', source_key) as row
     from mentions where file_id = ${amongIds("$1")} order by file_id, position, id`,
    JSON.stringify(fileIds),
  );
}

export type KnownPerson = {
  id: string;
  source_key: string | null;
  name: string;
  surname: string | null;
  given: string | null;
  patronymic: string | null;
  birth_text: string | null;
  birth_place: string | null;
  death_text: string | null;
  imported: Imported;
  names: { script: string; text: string }[];
  in_use: boolean;
};

export function loadPeople(
  tx: Reader,
  keys: readonly string[],
  ids: readonly string[],
): Promise<KnownPerson[]> {
  return rows<KnownPerson>(
    tx,
    `select json_build_object('id', p.id, 'source_key', p.source_key, 'name', p.name, 'surname', p.surname, 'given', p.given,
       'patronymic', p.patronymic, 'birth_text', p.birth_text, 'birth_place', p.birth_place, 'death_text', p.death_text, 'imported', p.imported,
       'names', (select coalesce(json_agg(json_build_object('script', n.script, 'text', n.text) order by n.script, n.text), '[]')
         from person_names n where n.person_id = p.id),
       'in_use', exists (select 1 from cases c join proceedings r on r.case_id = c.id where c.person_id = p.id)) as row
     from persons p where p.source_key = ${amongTexts("$1")}
       or p.id = ${amongIds("$2")} order by p.created_at, p.id`,
    JSON.stringify(keys),
    JSON.stringify(ids),
  );
}

export type KnownCase = {
  id: string;
  person_id: string;
  source_key: string | null;
  date_text: string | null;
  organ_text: string | null;
  category: string | null;
  region: string | null;
  imported: Imported;
  charges: string[];
  measures: { text: string; date: string }[];
  files: { file_id: string; bond: string; path: string }[];
  in_use: boolean;
  seen: boolean;
};

export function loadCases(
  tx: Reader,
  personIds: readonly string[],
  reach: Reach | null,
): Promise<KnownCase[]> {
  return rows<KnownCase>(
    tx,
    `select json_build_object('id', c.id, 'person_id', c.person_id, 'source_key', c.source_key, 'date_text', c.date_text,
       'organ_text', c.organ_text, 'category', c.category, 'region', c.region, 'imported', c.imported,
       'charges', (select coalesce(json_agg(h.article order by h.position, h.id), '[]') from charges h where h.case_id = c.id),
       'measures', (select coalesce(json_agg(json_build_object('text', coalesce(m.text, m.kind), 'date', coalesce(m.date_text, ''))
         order by m.position, m.id), '[]') from measures m where m.case_id = c.id),
       'files', (select coalesce(json_agg(json_build_object('file_id', l.file_id, 'bond', l.bond, 'path', u.ref_path)), '[]')
         from case_files l join units u on u.id = l.file_id where l.case_id = c.id),
       'in_use', exists (select 1 from proceedings r where r.case_id = c.id)
         or exists (select 1 from findings n where n.case_id = c.id),
       'seen', ${seen(caseSeen("c", "$2"))}) as row
     from cases c where c.person_id = ${amongIds("$1")} order by c.created_at, c.id`,
    JSON.stringify(personIds),
    parameter(reach),
  );
}
