import type { DateColumns } from "./dates";
import { newId } from "./id";
import { rows, type Tx } from "./transaction";

const day = (text: string | null): Date | null => (text ? new Date(`${text}T00:00:00Z`) : null);

export type Variant = { script: string; kind: string; text: string; key: string };
export type PersonInput = {
  name: string;
  surname: string | null;
  given: string | null;
  patronymic: string | null;
  birth: DateColumns;
  birthPlace: string | null;
  death: DateColumns;
  sex: string | null;
  nationality: string | null;
  key: string;
  variants: readonly Variant[];
};

const personData = (p: PersonInput) => ({
  name: p.name,
  surname: p.surname,
  given: p.given,
  patronymic: p.patronymic,
  birth_text: p.birth.date_text,
  birth_edtf: p.birth.date_edtf,
  birth_from: day(p.birth.date_from),
  birth_to: day(p.birth.date_to),
  birth_place: p.birthPlace,
  death_text: p.death.date_text,
  death_edtf: p.death.date_edtf,
  death_from: day(p.death.date_from),
  death_to: day(p.death.date_to),
  sex: p.sex,
  nationality: p.nationality,
  search_key: p.key,
});

async function writeVariants(tx: Tx, personId: string, variants: readonly Variant[]): Promise<void> {
  await tx.person_names.deleteMany({ where: { person_id: personId } });
  await tx.person_names.createMany({
    data: variants.map(({ key, ...rest }) => ({
      ...rest,
      id: newId(),
      person_id: personId,
      search_key: key,
    })),
  });
}

export async function insertPerson(tx: Tx, by: string, person: PersonInput): Promise<string> {
  const id = newId();
  await tx.persons.create({ data: { ...personData(person), id, registered_by: by } });
  await writeVariants(tx, id, person.variants);
  return id;
}

export async function updatePerson(tx: Tx, id: string, person: PersonInput): Promise<void> {
  await tx.persons.update({ where: { id }, data: { ...personData(person), version: { increment: 1 } } });
  await writeVariants(tx, id, person.variants);
}

export type CaseInput = {
  episode: string;
  category: string | null;
  region: string | null;
  organ: string | null;
  organText: string | null;
  date: DateColumns;
  groupId: string | null;
  regionalBodyId: string | null;
  charges: readonly { article: string; text: string | null }[];
  measures: readonly { kind: string; text: string | null; date: DateColumns }[];
};

const caseData = (c: CaseInput) => ({
  episode: c.episode,
  category: c.category,
  region: c.region,
  organ: c.organ,
  organ_text: c.organText,
  date_text: c.date.date_text,
  date_edtf: c.date.date_edtf,
  date_from: day(c.date.date_from),
  date_to: day(c.date.date_to),
});

async function insertRows(tx: Tx, caseId: string, c: CaseInput): Promise<void> {
  await tx.charges.createMany({
    data: c.charges.map((charge, position) => ({ ...charge, id: newId(), case_id: caseId, position })),
  });
  await tx.measures.createMany({
    data: c.measures.map(({ date, ...rest }, position) => ({
      ...rest,
      id: newId(),
      case_id: caseId,
      position,
      date_text: date.date_text,
      date_edtf: date.date_edtf,
      date_from: day(date.date_from),
      date_to: day(date.date_to),
    })),
  });
}

/** A case always arrives archived: the database sets the stage. */
export async function insertCase(tx: Tx, by: string, personId: string, c: CaseInput): Promise<string> {
  const id = newId();
  const bodies = { group_id: c.groupId, regional_body_id: c.regionalBodyId };
  await tx.cases.create({ data: { ...caseData(c), ...bodies, id, person_id: personId, registered_by: by } });
  await insertRows(tx, id, c);
  return id;
}

/**
 * Charges keep their rows as far as they can, by article first and then by place, for outcomes hang on them. One
 * that goes takes the outcomes of drafts along; names the charge instead where a submitted finding decides it.
 */
export async function updateCase(tx: Tx, id: string, c: CaseInput): Promise<{ decided: string } | null> {
  const held = await tx.charges.findMany({ where: { case_id: id }, orderBy: { position: "asc" } });
  const free = [...held];
  const take = (at: number) => (at < 0 ? undefined : free.splice(at, 1)[0]);
  const same = c.charges.map((charge) => take(free.findIndex((one) => one.article === charge.article)));
  const kept = same.map((row) => row ?? free.shift());
  const gone = free.map((charge) => charge.id);
  const [decided] = await rows<string>(
    tx,
    `select to_json(ch.article) as row from charges ch join charge_outcomes o on o.charge_id = ch.id
     join finding_versions v on v.id = o.version_id where ch.id = any($1::uuid[]) and v.submitted_at is not null limit 1`,
    gone,
  );
  if (decided) return { decided };
  await tx.charge_outcomes.deleteMany({ where: { charge_id: { in: gone } } });
  await tx.charges.deleteMany({ where: { id: { in: gone } } });
  await tx.measures.deleteMany({ where: { case_id: id } });
  await tx.cases.update({ where: { id }, data: { ...caseData(c), version: { increment: 1 } } });
  for (const [position, charge] of c.charges.entries()) {
    const row = kept[position];
    if (row) await tx.charges.update({ where: { id: row.id }, data: { ...charge, position } });
    else await tx.charges.create({ data: { ...charge, id: newId(), case_id: id, position } });
  }
  await insertRows(tx, id, { ...c, charges: [] });
  return null;
}

export type Bond = "required" | "supporting";

/** False where they are linked in this way already; another bond takes the place of the one that was there. */
export async function linkFile(
  tx: Tx,
  link: { caseId: string; fileId: string; bond: Bond; by: string; at: Date },
): Promise<boolean> {
  const written = await tx.$executeRawUnsafe(
    `insert into case_files (case_id, file_id, bond, linked_at, linked_by) values ($1::uuid, $2::uuid, $3, $4, $5::uuid)
     on conflict (case_id, file_id) do update set bond = excluded.bond, linked_at = excluded.linked_at, linked_by = excluded.linked_by
     where case_files.bond <> excluded.bond`,
    link.caseId,
    link.fileId,
    link.bond,
    link.at,
    link.by,
  );
  return written === 1;
}

/** The person as the accused of a file: an entry without a person and with this name becomes theirs. */
export async function nameAccused(tx: Tx, fileId: string, personId: string, name: string): Promise<void> {
  const held = await tx.mentions.findFirst({
    where: { file_id: fileId, person_id: personId, role: "accused" },
  });
  if (held) return;
  const open = await tx.mentions.findFirst({
    where: { file_id: fileId, person_id: null, role: "accused", name },
  });
  if (open) await tx.mentions.update({ where: { id: open.id }, data: { person_id: personId } });
  else {
    const data = {
      id: newId(),
      file_id: fileId,
      person_id: personId,
      name,
      role: "accused",
      access: "closed",
    };
    await tx.mentions.create({ data });
  }
}

export type CaseHeld = {
  version: number;
  personId: string;
  episode: string;
  category: string | null;
  region: string | null;
  organ: string | null;
  organText: string | null;
  dateText: string | null;
  charges: { article: string; text: string | null }[];
  measures: { kind: string; text: string | null; dateText: string | null }[];
};

const caseHeld = `select json_build_object('version', c.version, 'personId', c.person_id, 'episode', c.episode, 'category', c.category,
    'region', c.region, 'organ', c.organ, 'organText', c.organ_text, 'dateText', c.date_text,
    'charges', (select coalesce(json_agg(json_build_object('article', ch.article, 'text', ch.text) order by ch.position, ch.id), '[]')
      from charges ch where ch.case_id = c.id),
    'measures', (select coalesce(json_agg(json_build_object('kind', m.kind, 'text', m.text, 'dateText', m.date_text) order by m.position, m.id), '[]')
      from measures m where m.case_id = c.id)) as row
  from cases c where c.id = $1::uuid`;

/** The case as its form holds it, within the transaction of an edit. */
export async function loadCaseHeld(
  tx: Pick<Tx, "$queryRawUnsafe">,
  caseId: string,
): Promise<CaseHeld | null> {
  return (await rows<CaseHeld>(tx, caseHeld, caseId))[0] ?? null;
}

export type PersonHeld = {
  version: number;
  name: string;
  surname: string | null;
  given: string | null;
  patronymic: string | null;
  birthText: string | null;
  birthPlace: string | null;
  deathText: string | null;
  sex: string | null;
  nationality: string | null;
  variants: { script: string; kind: string; text: string }[];
};

export async function loadPersonHeld(
  tx: Pick<Tx, "$queryRawUnsafe">,
  id: string,
): Promise<PersonHeld | null> {
  const [held] = await rows<PersonHeld>(
    tx,
    `select json_build_object('version', p.version, 'name', p.name, 'surname', p.surname, 'given', p.given, 'patronymic', p.patronymic,
       'birthText', p.birth_text, 'birthPlace', p.birth_place, 'deathText', p.death_text, 'sex', p.sex, 'nationality', p.nationality,
       'variants', (select coalesce(json_agg(json_build_object('script', n.script, 'kind', n.kind, 'text', n.text) order by n.script, n.text), '[]')
         from person_names n where n.person_id = p.id)) as row
     from persons p where p.id = $1::uuid for update of p`,
    id,
  );
  return held ?? null;
}
