import { amongIds } from "./among";
import { searchKey } from "@/lib/names/tokens";
import { copyRows, type Copier } from "./copy";
import { writeAll } from "./intake-units";
import type { Writer } from "./transaction";

type Imported = Record<string, string>;

function insertOwners(tx: Copier, owners: readonly { file_id: string; agency_id: string }[]): Promise<void> {
  return copyRows(tx, "file_owners", ["file_id", "agency_id"], owners);
}

/** The owners of the files named first are replaced; those of new files are added. */
export async function replaceOwners(
  tx: Writer & Copier,
  fileIds: readonly string[],
  owners: readonly { file_id: string; agency_id: string }[],
): Promise<void> {
  if (fileIds.length > 0) {
    await tx.$executeRawUnsafe(
      `delete from file_owners where file_id = ${amongIds("$1")}`,
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
  imported: Imported;
};
/** By what somebody is found is worked out when they are written. */
type Keyed<T> = T & { search_key: string };
const keyed = <T extends PersonColumns>(people: readonly T[]): Keyed<T>[] =>
  people.map((person) => ({ ...person, search_key: searchKey(person.name) }));

const personColumns = [
  ...["id", "name", "surname", "given", "patronymic", "birth_text", "birth_edtf", "birth_from", "birth_to"],
  ...["birth_place", "death_text", "death_edtf", "death_from", "death_to", "search_key", "imported"],
] as (keyof Keyed<PersonColumns>)[];
const personTypes = `id uuid, name text, surname text, given text, patronymic text, birth_text text, birth_edtf text,
  birth_from date, birth_to date, birth_place text, death_text text, death_edtf text, death_from date, death_to date, search_key text, imported jsonb, source_key text, registered_by uuid`;

export function insertPeople(
  tx: Copier,
  people: readonly (PersonColumns & { source_key: string; registered_by: string })[],
): Promise<void> {
  return copyRows(tx, "persons", [...personColumns, "source_key", "registered_by"], keyed(people));
}

export function updatePeople(tx: Writer, people: readonly PersonColumns[]): Promise<void> {
  return writeAll(
    tx,
    `update persons p set name = n.name, surname = n.surname, given = n.given, patronymic = n.patronymic,
       birth_text = n.birth_text, birth_edtf = n.birth_edtf, birth_from = n.birth_from, birth_to = n.birth_to,
       birth_place = n.birth_place, death_text = n.death_text, death_edtf = n.death_edtf, death_from = n.death_from,
       death_to = n.death_to, search_key = n.search_key, imported = n.imported, version = p.version + 1
     from jsonb_to_recordset($1::jsonb) as n(${personTypes}) where p.id = n.id`,
    keyed(people),
  );
}

export type NewName = {
  id: string;
  person_id: string;
  script: string;
  kind: string;
  text: string;
};

export function insertNames(tx: Copier, names: readonly NewName[]): Promise<void> {
  const found = names.map((name) => ({ ...name, search_key: searchKey(name.text) }));
  return copyRows(tx, "person_names", ["id", "person_id", "script", "kind", "text", "search_key"], found);
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

const mentionColumns = [
  ...["id", "file_id", "person_id", "name", "role", "position", "note", "source_key"],
] as (keyof NewMention)[];

/** Each with an access answer of its own, closed until somebody opens it. */
export function insertMentions(tx: Copier, mentions: readonly NewMention[]): Promise<void> {
  return copyRows(tx, "mentions", mentionColumns, mentions);
}
