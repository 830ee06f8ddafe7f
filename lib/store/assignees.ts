import { conflictOf } from "./matters-sql";
import { rows, type Tx } from "./transaction";

export type Assignee = { accountId: string; proceeding: string; expert: boolean; conflict: boolean };
type Named = { accountId: string; proceeding: string };

/**
 * How those who are to be assigned stand towards each proceeding: whether they hold an expert's office that day, and
 * whether they declared a conflict with what it is about. `today` is YYYY-MM-DD.
 */
export async function loadAssignees(
  tx: Pick<Tx, "$queryRawUnsafe">,
  named: readonly Named[],
  today: string,
): Promise<Assignee[]> {
  if (named.length === 0) return [];
  return rows<Assignee>(
    tx,
    `select json_build_object('accountId', n."accountId", 'proceeding', p.id,
       'expert', exists (select 1 from appointments a join accounts ac on ac.id = a.account_id
         where a.account_id = n."accountId" and ac.disabled_at is null and a.role = 'expert' and a.confirmed_at is not null
           and a.ended_at is null and a.from_date <= $2::date and (a.to_date is null or a.to_date >= $2::date)),
       'conflict', ${conflictOf('n."accountId"', "p.file_id", "p.case_id")} = 'conflict') as row
     from jsonb_to_recordset($1::jsonb) as n("accountId" uuid, proceeding uuid) join proceedings p on p.id = n.proceeding`,
    JSON.stringify(named),
    today,
  );
}
