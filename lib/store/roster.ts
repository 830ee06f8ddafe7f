import type { Standing } from "@/lib/law/matter";
import type { Role } from "@/lib/law/words";
import type { Reads } from "./client";
import { conflictOf, deputyFor } from "./matters-sql";
import { planned } from "./planned";

const rosterStatement = planned(`
  with held as (
       select a.account_id, json_agg(json_build_object('appointmentId', a.id, 'role', a.role, 'bodyId', a.body_id, 'bodyKind', b.kind)) offices
       from appointments a join bodies b on b.id = a.body_id join accounts ac on ac.id = a.account_id and ac.disabled_at is null
       where a.confirmed_at is not null and a.ended_at is null and a.from_date <= $3::date and (a.to_date is null or a.to_date >= $3::date)
         and exists (select 1 from appointments o where o.account_id = a.account_id and o.role = any($2::text[]))
       group by a.account_id)
     select json_build_object('id', h.account_id, 'offices', h.offices, 'cooling', false, 'keyed', false, 'conflict', ${conflictOf("h.account_id", "p.file_id", "p.case_id")},
       'deputyFor', ${deputyFor("p.file_id", "p.case_id", "p.id", "h.account_id", "$3::date")}) as row
     from held h cross join proceedings p where p.id = $1::uuid`);

/** Everybody who holds one of these roles today, as they stand towards one subject. `today` is YYYY-MM-DD. */
export async function loadRoster(
  db: Reads,
  proceeding: string,
  roles: readonly Role[],
  today: string,
): Promise<Standing[]> {
  const { rows } = await db.query<{ row: Standing }>(rosterStatement, [proceeding, roles, today]);
  return rows.map((r) => r.row);
}
