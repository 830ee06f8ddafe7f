import { writeAll } from "./intake-units";
import type { Writer } from "./transaction";

type Imported = Record<string, string>;

function insertOwners(tx: Writer, owners: readonly { file_id: string; agency_id: string }[]): Promise<void> {
  return writeAll(
    tx,
    `insert into file_owners (file_id, agency_id)
     select file_id, agency_id from jsonb_to_recordset($1::jsonb) as o(file_id uuid, agency_id uuid)`,
    owners,
  );
}

/** The owners of the files named first are replaced; those of new files are added. */
export async function replaceOwners(
  tx: Writer,
  fileIds: readonly string[],
  owners: readonly { file_id: string; agency_id: string }[],
): Promise<void> {
  if (fileIds.length > 0) {
    await tx.$executeRawUnsafe(
      "delete from file_owners where file_id = any(select (jsonb_array_elements_text($1::jsonb))::uuid)",
      JSON.stringify(fileIds),
    );
  }
  await insertOwners(tx, owners);
}

export type FileUpdate = {
  id: string;
  foliation: string | null;
  leaf_count: number | null;
  grade: string | null;
};

export function updateFiles(tx: Writer, files: readonly FileUpdate[]): Promise<void> {
  return writeAll(
    tx,
    `update files f set foliation = n.foliation, leaf_count = n.leaf_count, grade = n.grade, version = f.version + 1
     from jsonb_to_recordset($1::jsonb) as n(id uuid, foliation text, leaf_count int, grade text) where f.id = n.id`,
    files,
  );
}

export type PersonColumns = {
  id: string;
  name: string;
  surname: string | null;
  given: string | null;
  patronymic: string | null;
  birth_text: string | null;
  birth_edtf: string | null;
  birth_from: string | null;
  birth_to: string | null;
  birth_place: string | null;
  death_text: string | null;
  death_edtf: string | null;
  death_from: string | null;
  death_to: string | null;
  search_key: string;
  imported: Imported;
};
const personTypes = `id uuid, name text, surname text, given text, patronymic text, birth_text text, birth_edtf text,
  birth_from date, birth_to date, birth_place text, death_text text, death_edtf text, death_from date, death_to date, search_key text, imported jsonb, source_key text, registered_by uuid`;

export function insertPeople(
  tx: Writer,
  people: readonly (PersonColumns & { source_key: string; registered_by: string })[],
): Promise<void> {
  return writeAll(
    tx,
    `insert into persons (id, name, surname, given, patronymic, birth_text, birth_edtf, birth_from, birth_to, birth_place,
       death_text, death_edtf, death_from, death_to, search_key, imported, source_key, registered_by)
     select id, name, surname, given, patronymic, birth_text, birth_edtf, birth_from, birth_to, birth_place, death_text, death_edtf,
       death_from, death_to, search_key, imported, source_key, registered_by from jsonb_to_recordset($1::jsonb) as p(${personTypes})`,
    people,
  );
}

export function updatePeople(tx: Writer, people: readonly PersonColumns[]): Promise<void> {
  return writeAll(
    tx,
    `update persons p set name = n.name, surname = n.surname, given = n.given, patronymic = n.patronymic,
       birth_text = n.birth_text, birth_edtf = n.birth_edtf, birth_from = n.birth_from, birth_to = n.birth_to,
       birth_place = n.birth_place, death_text = n.death_text, death_edtf = n.death_edtf, death_from = n.death_from,
       death_to = n.death_to, search_key = n.search_key, imported = n.imported, version = p.version + 1
     from jsonb_to_recordset($1::jsonb) as n(${personTypes}) where p.id = n.id`,
    people,
  );
}

export type NewName = {
  id: string;
  person_id: string;
  script: string;
  kind: string;
  text: string;
  search_key: string;
};

export function insertNames(tx: Writer, names: readonly NewName[]): Promise<void> {
  return writeAll(
    tx,
    `insert into person_names (id, person_id, script, kind, text, search_key)
     select id, person_id, script, kind, text, search_key from jsonb_to_recordset($1::jsonb)
       as n(id uuid, person_id uuid, script text, kind text, text text, search_key text)`,
    names,
  );
}

export type NewMention = {
  id: string;
  file_id: string;
  person_id: string | null;
  name: string;
  role: string;
  position: number | null;
  note: string | null;
  source_key: string;
};

/** Each with an access answer of its own, closed until somebody opens it. */
export function insertMentions(tx: Writer, mentions: readonly NewMention[]): Promise<void> {
  return writeAll(
    tx,
    `insert into mentions (id, file_id, person_id, name, role, position, note, source_key)
     select id, file_id, person_id, name, role, position, note, source_key from jsonb_to_recordset($1::jsonb)
       as m(id uuid, file_id uuid, person_id uuid, name text, role text, position int, note text, source_key text)`,
    mentions,
  );
}
