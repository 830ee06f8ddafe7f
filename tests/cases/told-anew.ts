import { expect } from "vitest";
import type { Connection } from "@/lib/store/client";

/** What a case is listed by, told anew from the tables by nothing but what they hold. */
const toldAnew = `
  select c.id, p.name, coalesce(c.date_from, '9999-12-31')::text as year, c.date_to::text, c.stage, c.outcome, c.category, c.region,
    c.regional_body_id, (select step from proceedings q where q.case_id = c.id and q.decided_at is null) as step,
    coalesce((select string_agg(o.agency_id::text, ' ' order by o.agency_id::text) from (select distinct w.agency_id
      from case_files k join file_owners w on w.file_id = k.file_id where k.case_id = c.id) o), '') as owners,
    case when c.stage = 'archived' then coalesce((select string_agg(h.who, '' order by h.who) from (select distinct '[' || coalesce(
        (select string_agg(w.agency_id::text, ' ' order by w.agency_id) from file_owners w where w.file_id = f.id), '') || ']' as who
      from case_files k join files f on f.id = k.file_id
      where k.case_id = c.id and f.grade is not null and f.standing = 'closed') h), '') else '' end as held,
    c.stage <> 'archived' and exists (select from case_files k join files f on f.id = k.file_id
      where k.case_id = c.id and k.bond = 'required' and f.standing = 'closed') as awaits, p.n as person, c.organ,
    (select (step_since at time zone 'UTC')::date::text from proceedings q where q.case_id = c.id and q.decided_at is null) as step_since
  from cases c join persons p on p.id = c.person_id order by c.id`;
export const listedNow = `select id, name, year::text, date_to::text, stage, outcome, category, region, regional_body_id, step, owners, held, awaits, person, organ, step_since::text
  from listed_cases where not gone order by id`;

/** What a person is searched for in, told anew: each case and each mention is a way to see them. */
const peopleAnew = `
  select p.n, p.name || coalesce((select string_agg(E'\\n' || v.text, '' order by v.text) from (select distinct text from person_names
      where person_id = p.id and text <> p.name) v), '') as names, p.birth_from::text, p.birth_to::text, p.birth_place,
    case when not exists (select from ways w where w.person = p.n) or exists (select from ways w where w.person = p.n and w.held = '') then ''
      else (select string_agg(w.held, '|' order by w.held) from (select distinct held from ways where person = p.n) w) end as held,
    coalesce((select string_agg(o, ' ' order by o) from (select distinct o from ways w, unnest(string_to_array(w.owners, ' ')) o
      where w.person = p.n and o <> '') x), '') as owners,
    coalesce((select string_agg(r, ' ' order by r) from (select distinct c.regional_body_id::text r from cases c
      where c.regional_body_id is not null and (c.person_id = p.id or exists (select from mentions m join case_files k on k.file_id = m.file_id
        where m.person_id = p.id and k.case_id = c.id))) x), '') as regional
  from persons p order by p.n`;
const mentionWays = `
  select p.n, case when f.grade is null or f.standing <> 'closed' then '' else '[' || o.ids || ']' end, o.ids
  from mentions m join persons p on p.id = m.person_id join files f on f.id = m.file_id
  cross join lateral (select coalesce(string_agg(w.agency_id::text, ' ' order by w.agency_id), '') as ids
    from file_owners w where w.file_id = f.id) o`;
const peopleNow = `select n, names, birth_from::text, birth_to::text, birth_place, held, owners, regional from listed_people where not gone order by n`;

export const told = async (db: Connection, statement: string): Promise<Record<string, unknown>[]> =>
  (await db.pool.query<Record<string, unknown>>(statement)).rows;

export const expectListed = async (db: Connection): Promise<void> => {
  expect(await told(db, listedNow)).toEqual(await told(db, toldAnew));
  const ways = `with told as (${toldAnew}), ways (person, held, owners) as (select person, held, owners from told union all ${mentionWays})`;
  expect(await told(db, peopleNow)).toEqual(await told(db, `${ways} ${peopleAnew}`));
};
