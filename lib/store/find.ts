import type { Queryable } from "./client";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type Found = {
  cases: { id: string; name: string; born: string | null; stage: string; reference: string | null }[];
  files: { id: string; title: string; reference: string }[];
  persons: { id: string; name: string; born: string | null; cases: number }[];
};

export const pieces = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

/** What may be meant: places of people, the likest first, and a piece of the reference of a file. */
export type Meant = { people: readonly number[]; reference: string | null };

/** People, cases and files for the palette, a few of each. */
export async function findAnything(
  db: Queryable,
  reach: Reach,
  { people, reference }: Meant,
): Promise<Found> {
  const { rows } = await db.query<{ found: Found }>(
    `with named as materialized (
       select p.id, w.nth from unnest($2::int[]) with ordinality as w (n, nth) join persons p on p.n = w.n),
     spots as materialized (select u.id from units u join files f on f.id = u.id
       where $3::text is not null and u.ref_key like $3 and ${fileSeen("f", "$1")} order by length(u.ref_key), u.ref_key limit 50)
     select json_build_object(
       'cases', (select coalesce(json_agg(x.row), '[]') from (
         select json_build_object('id', c.id, 'name', pe.name, 'born', pe.birth_text, 'stage', c.stage,
           'reference', (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id join files ff on ff.id = cf.file_id
             where cf.case_id = c.id and ${fileSeen("ff", "$1")} order by cf.bond limit 1)) as row
         from cases c join persons pe on pe.id = c.person_id
         left join named n on n.id = c.person_id
         where c.id in (select o.id from cases o join named on named.id = o.person_id
             union select case_id from case_files where file_id in (select id from spots))
           and ${caseSeen("c", "$1")} order by n.nth, pe.name, c.id limit 8) x),
       'files', (select coalesce(json_agg(json_build_object('id', u.id, 'title', u.title, 'reference', u.ref_path)), '[]')
         from (select * from units where id in (select id from spots) order by length(ref_key), ref_key limit 5) u),
       'persons', (select coalesce(json_agg(x.row), '[]') from (
         select json_build_object('id', pe.id, 'name', pe.name, 'born', pe.birth_text, 'cases', count(*)) as row
         from persons pe join cases c on c.person_id = pe.id
         join named n on n.id = pe.id where ${caseSeen("c", "$1")} group by pe.id, n.nth order by n.nth limit 5) x)) as found`,
    [reachParameter(reach), people, reference && pieces(reference)],
  );
  return rows[0]!.found;
}
