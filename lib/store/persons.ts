import type { Outcome, Stage } from "@/lib/law/words";
import { word, type Named } from "./case-page";
import type { Queryable } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { planned } from "./planned";
import { caseSeen, fileSeen, personSeen, reachParameter, type Reach } from "./reach";
import { wantedWhere, type Wanted } from "./wanted";

export type PersonRow = {
  id: string;
  name: string;
  birthText: string | null;
  birthFrom: string | null;
  birthTo: string | null;
  birthPlace: string | null;
  variants: string[];
  /** Another registration of the same person, which leads. */
  sameAs: { id: string; name: string } | null;
  cases: { id: string; stage: Stage; outcome: Outcome | null; dateText: string | null }[];
};

const rowOf = `json_build_object('id', p.id, 'name', p.name, 'birthText', p.birth_text, 'birthFrom', p.birth_from, 'birthTo', p.birth_to,
  'birthPlace', p.birth_place,
  'variants', (select coalesce(json_agg(n.text order by n.script, n.text), '[]') from person_names n where n.person_id = p.id),
  'sameAs', (select json_build_object('id', l.id, 'name', l.name) from person_pairs pp join persons l on l.id = pp.other_id
    where pp.person_id = p.id and pp.answer = 'same' and pp.ended_at is null and ${personSeen("l", "$1")}),
  'cases', (select coalesce(json_agg(json_build_object('id', c.id, 'stage', c.stage, 'outcome', c.outcome, 'dateText', c.date_text)
    order by c.date_from, c.id), '[]') from cases c where c.person_id = p.id and ${caseSeen("c", "$1")}))`;

const rowsAt =
  planned(`select ${rowOf} as row from unnest($2::int[]) with ordinality as w (n, nth) join persons p on p.n = w.n
  where ${personSeen("p", "$1")} order by w.nth`);

/** Those in these places whom the person may see, in this order. */
export async function loadPersonRows(
  db: Queryable,
  reach: Reach,
  places: readonly number[],
): Promise<PersonRow[]> {
  if (places.length === 0) return [];
  const { rows } = await db.query<{ row: PersonRow }>(rowsAt, [reachParameter(reach), places]);
  return rows.map((r) => r.row);
}

/** All of them, or those that are wanted, some at a time. */
export function readPersonRows(
  client: ReadingClient,
  reach: Reach,
  wanted: Wanted | null,
): AsyncGenerator<readonly PersonRow[]> {
  const [where, value] = wanted ? wantedWhere(wanted, "p.n", "$2") : ["$2::int is null", null];
  return readByCursor(
    client,
    "person_rows",
    `select ${rowOf} as row from persons p where ${where} and ${personSeen("p", "$1")} order by p.name collate "kk-x-icu", p.id`,
    [reachParameter(reach), value],
  );
}

export type PersonShown = {
  id: string;
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
  nationalityName: Named | null;
  variants: { script: string; kind: string; text: string }[];
  cases: {
    id: string;
    /** Under another registration of the same person. */
    under: { id: string; name: string } | null;
    episode: string;
    stage: Stage;
    neverSecret: boolean;
    outcome: Outcome | null;
    organ: Named | null;
    organText: string | null;
    dateText: string | null;
    region: Named | null;
    reference: string | null;
  }[];
  named: { fileId: string; reference: string; title: string; name: string; role: string; access: string }[];
};

/**
 * A person with all their episodes and the files that name them; null where nobody is there for this reader.
 *
 * @param also other registrations of the same person that this reader sees
 */
export async function loadPerson(
  db: Queryable,
  reach: Reach,
  id: string,
  also: readonly string[],
): Promise<PersonShown | null> {
  const { rows } = await db.query<{ row: PersonShown }>(
    `select json_build_object('id', p.id, 'version', p.version, 'name', p.name, 'surname', p.surname, 'given', p.given,
       'patronymic', p.patronymic, 'birthText', p.birth_text, 'birthPlace', p.birth_place, 'deathText', p.death_text, 'sex', p.sex,
       'nationality', p.nationality, 'nationalityName', ${word("nationality", "p.nationality")},
       'variants', (select coalesce(json_agg(json_build_object('script', n.script, 'kind', n.kind, 'text', n.text) order by n.kind, n.script, n.text), '[]')
         from person_names n where n.person_id = p.id),
       'cases', (select coalesce(json_agg(json_build_object('id', c.id, 'under', case when c.person_id <> p.id then
             (select json_build_object('id', cp.id, 'name', cp.name) from persons cp where cp.id = c.person_id) end,
           'episode', c.episode, 'stage', c.stage, 'neverSecret', c.never_secret,
           'outcome', c.outcome, 'organ', ${word("organ", "c.organ")}, 'organText', c.organ_text, 'dateText', c.date_text,
           'region', ${word("region", "c.region")},
           'reference', (select cu.ref_path from case_files cf join files ff on ff.id = cf.file_id join units cu on cu.id = ff.id
             where cf.case_id = c.id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1))
         order by c.date_from nulls last, c.id), '[]') from cases c where c.person_id = any($3::uuid[]) and ${caseSeen("c", "$1")}),
       'named', (select coalesce(json_agg(json_build_object('fileId', m.file_id, 'reference', u.ref_path, 'title', u.title, 'name', m.name,
           'role', m.role, 'access', m.access) order by u.ref_key, m.id), '[]')
         from mentions m join files f on f.id = m.file_id join units u on u.id = f.id
         where m.person_id = any($3::uuid[]) and ${fileSeen("f", "$1")})) as row
     from persons p where p.id = $2::uuid and ${personSeen("p", "$1")}`,
    [reachParameter(reach), id, [id, ...also]],
  );
  return rows[0]?.row ?? null;
}

/** Is the person there for this reader? Before somebody is linked to or registered with them. */
export async function isPersonSeen(db: Queryable, reach: Reach, id: string): Promise<boolean> {
  const { rows } = await db.query<{ id: string }>(
    `select p.id from persons p where p.id = $2::uuid and ${personSeen("p", "$1")}`,
    [reachParameter(reach), id],
  );
  return rows.length > 0;
}
