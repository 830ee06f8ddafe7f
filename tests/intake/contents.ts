import type { Connection } from "@/lib/store/client";

/** Everything that an import leaves, by what it says and not by its ids. */
export async function contents({ pool }: Connection): Promise<unknown> {
  const { rows } = await pool.query<{ all: unknown }>(`
    with unit as (select u.id, u.ref_path from units u),
    files_ as (select json_agg(x order by x.path) a from (select u.ref_path path, u.title, u.date_text, u.date_edtf, u.level, p.ref_path parent,
        u.source_key, u.imported, f.foliation, f.leaf_count, f.grade, (select array_agg(o.agency_id order by 1) from file_owners o where o.file_id = f.id) owners,
        (select json_agg(json_build_array(m.from_pos, m.to_pos, m.kind, m.title, m.date_text, m.had_grade, m.source_key) order by m.from_pos, m.kind, m.title) from materials m where m.file_id = f.id) materials,
        (select json_agg(json_build_array(m.name, m.role, n.source_key, m.source_key) order by m.source_key) from mentions m left join persons n on n.id = m.person_id where m.file_id = f.id) mentions
      from units u left join units p on p.id = u.parent_id left join files f on f.id = u.id) x),
    people as (select json_agg(x order by x.source_key) a from (select p.source_key, p.name, p.surname, p.birth_edtf, p.search_key, p.imported,
        (select json_agg(json_build_array(n.script, n.text) order by n.script, n.text) from person_names n where n.person_id = p.id) names from persons p) x),
    cases_ as (select json_agg(x order by x.source_key) a from (select c.source_key, p.source_key person, c.episode, c.date_text, c.organ, c.category, c.region, c.stage, c.imported,
        (select json_agg(h.article order by h.position) from charges h where h.case_id = c.id) charges,
        (select json_agg(json_build_array(m.kind, m.text, m.date_text) order by m.position) from measures m where m.case_id = c.id) measures,
        (select json_agg(json_build_array(u.ref_path, l.bond) order by u.ref_path) from case_files l join unit u on u.id = l.file_id where l.case_id = c.id) files
      from cases c join persons p on p.id = c.person_id) x)
    select json_build_object('files', (select a from files_), 'people', (select a from people), 'cases', (select a from cases_),
      'acts', (select json_object_agg(act, n) from (select act, count(*) n from events group by act) e)) "all"`);
  return rows[0]!.all;
}
