import { copyRows, type Copier } from "./copy";
import { parameter, seen } from "./intake-authorities";
import type { Reach } from "./reach";
import { rows, type Reader } from "./transaction";

/** One folded name of a new person of a table; of somebody with several names there are several. Years of birth. */
export type NewNameKey = {
  row: number;
  name: string;
  key: string;
  born_from: number | null;
  born_to: number | null;
  source_key: string;
};

const columns = ["import_id", "row", "name", "key", "born_from", "born_to", "source_key"] as const;

export function insertNewNames(tx: Copier, id: string, people: readonly NewNameKey[]): Promise<void> {
  return copyRows(
    tx,
    "import_people",
    columns,
    people.map((one) => ({ ...one, import_id: id })),
  );
}

/** Somebody new, and somebody else under the same key: a person who is here, or one of another row. */
export type SuspectRow = Omit<NewNameKey, "key"> & {
  other: {
    id: string | null;
    row: number | null;
    name: string;
    birth: string | null;
    born_from: number | null;
    born_to: number | null;
  };
  /** The years of birth are known of both. */
  dated: boolean;
};

/** Open ends of what is known of a birth. */
const from = (year: string): string => `coalesce(${year}, -9999)`;
const to = (year: string): string => `coalesce(${year}, 9999)`;
const year = (date: string): string => `extract(year from ${date})::int`;
const dated = (one: string): string => `(${one}.born_from is not null or ${one}.born_to is not null)`;
const overlap = (one: string, first: string, last: string): string =>
  `(${from(first)} <= ${to(`${one}.born_to`)} and ${to(last)} >= ${from(`${one}.born_from`)})`;
/** Of a person of whose birth nothing is known the ends are open as well. */
const mayBe = (one: string): string =>
  `${overlap(one, year("p.birth_from"), year("p.birth_to"))} and ${seen}`;

/**
 * Looked for among those who are here (a birth that is not known stands against nothing) and in the table itself (births
 * are known). In one order of births and rows it is enough to ask how far those before reach: namesakes by the
 * thousand are not compared each with each. `offset 0` has the few who are shown looked up one by one.
 */
const statement = `
  with mine as materialized (
    select source_key, key, row, name, born_from, born_to from import_people where import_id = $1::uuid
  ), here as (
    select m.source_key from mine m
      where exists (select 1 from persons p where p.search_key = m.key and ${mayBe("m")})
    union select m.source_key from mine m where exists (
      select 1 from person_names n join persons p on p.id = n.person_id where n.search_key = m.key and ${mayBe("m")})
  ), beside as (
    select source_key from (
      select source_key, ${from("born_from")} as begins, max(${to("born_to")}) over (
        partition by key order by ${from("born_from")}, row, source_key
        rows between unbounded preceding and 1 preceding) as reached
      from mine m where ${dated("m")}) spread
    where reached >= begins
  ), suspect as (
    select source_key from here union select source_key from beside
  ), first as (
    select m.source_key, min(m.row) as row, min(m.name) as name, min(m.born_from) as born_from, min(m.born_to) as born_to,
      array_agg(m.key) as keys
    from mine m join suspect using (source_key) group by m.source_key order by min(m.row), m.source_key limit $3::int
  )
  select json_build_object('count', (select count(*) from suspect), 'first', (
    select coalesce(json_agg(json_build_object('row', f.row, 'name', f.name, 'born_from', f.born_from, 'born_to', f.born_to,
      'source_key', f.source_key, 'dated', o.dated, 'other', json_build_object('id', o.id, 'row', o.row, 'name', o.name,
        'birth', o.birth, 'born_from', o.born_from, 'born_to', o.born_to)) order by f.row, f.source_key), '[]')
    from first f cross join lateral (
      (select p.id, null::int as row, p.name, p.birth_text as birth, null::int as born_from, null::int as born_to,
         ${dated("f")} and (p.birth_from is not null or p.birth_to is not null) as dated
       from (select h.id from persons h where h.search_key = any(f.keys)
           union select n.person_id from person_names n where n.search_key = any(f.keys)) found
         cross join lateral (select * from persons where id = found.id offset 0) p
       where ${mayBe("f")} order by dated desc, p.created_at, p.id limit 1)
      union all
      (select null, i.row, i.name, null, i.born_from, i.born_to, true
       from import_people i where i.import_id = $1::uuid and i.key = any(f.keys) and i.source_key <> f.source_key
         and ${dated("i")} and ${dated("f")} and ${overlap("f", "i.born_from", "i.born_to")}
       order by i.row, i.source_key limit 1)
      limit 1) o)) as row`;

/** How many of the new people of a table are perhaps somebody whom the importer may see, and the first of them. */
export async function findSuspects(
  tx: Reader,
  id: string,
  reach: Reach | null,
  limit: number,
): Promise<{ count: number; first: SuspectRow[] }> {
  const [found] = await rows<{ count: number; first: SuspectRow[] }>(
    tx,
    statement,
    ...[id, parameter(reach), limit],
  );
  return found!;
}
