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
      where k.case_id = c.id and k.bond = 'required' and f.standing = 'closed') as awaits
  from cases c join persons p on p.id = c.person_id order by c.id`;
export const listedNow = `select id, name, year::text, date_to::text, stage, outcome, category, region, regional_body_id, step, owners, held, awaits
  from listed_cases where not gone order by id`;

export const told = async (db: Connection, statement: string): Promise<Record<string, unknown>[]> =>
  (await db.pool.query<Record<string, unknown>>(statement)).rows;

export const expectListed = async (db: Connection): Promise<void> =>
  expect(await told(db, listedNow)).toEqual(await told(db, toldAnew));
