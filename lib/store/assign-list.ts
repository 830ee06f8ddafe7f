import type { Actor } from "@/lib/law/actor";
import type { ProceedingKind } from "@/lib/law/words";
import type { Queryable } from "./client";
import { queueStatement } from "./queue";
import { partsFor } from "./queue-parts";
import { reachParameter, type Reach } from "./reach";

export type AssignRow = {
  proceeding: string;
  version: number;
  kind: ProceedingKind;
  caseId: string | null;
  name: string;
  reference: string | null;
  author: string | null;
  reader: string | null;
  since: string;
};
export type ExpertRow = {
  id: string;
  name: string;
  study: number;
  reading: number;
  late: number;
  oldest: string | null;
};

/** Proceedings without author or second reader that this person may assign; or the one that is named. */
export async function listAssignable(
  db: Queryable,
  actor: Actor,
  reach: Reach,
  today: string,
  named: string | null,
  limit: number,
): Promise<AssignRow[]> {
  const parts = partsFor(actor);
  if (parts.length === 0) return [];
  const { rows } = await db.query<{ row: AssignRow }>(
    `${queueStatement(parts)}
     select json_build_object('proceeding', i.id, 'version', i.version, 'kind', i.kind, 'caseId', i.case_id,
       'name', coalesce((select pe.name from persons pe where pe.id = i.person_id), u.title),
       'reference', coalesce(u.ref_path, (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id
         where cf.case_id = i.case_id order by cf.bond, cf.linked_at limit 1)),
       'author', (select aa.name from assignments a join accounts aa on aa.id = a.account_id where a.proceeding_id = i.id and a.duty = 'author' and a.ended_at is null),
       'reader', (select aa.name from assignments a join accounts aa on aa.id = a.account_id where a.proceeding_id = i.id and a.duty = 'second_reader' and a.ended_at is null),
       'since', i.since) as row
     from item i left join units u on u.id = i.file_id where i.what = 'assign' and ($5::uuid is null or i.id = $5)
     order by i.since, i.id limit $6`,
    [
      reachParameter(reach),
      actor.accountId,
      today,
      JSON.stringify(actor.offices.map((o) => o.bodyId)),
      named,
      limit,
    ],
  );
  return rows.map((r) => r.row);
}

/** Experts in office with what they have in hand. `today` is YYYY-MM-DD. */
export async function listExperts(db: Queryable, today: string): Promise<ExpertRow[]> {
  const { rows } = await db.query<ExpertRow>(
    `select a.id, a.name,
       count(p.id) filter (where s.duty = 'author' and p.step = 'study')::int study,
       count(p.id) filter (where s.duty = 'second_reader' and p.step = 'second_reading')::int reading,
       count(p.id) filter (where p.due_at < $1::date and (s.duty = 'author' and p.step = 'study' or s.duty = 'second_reader' and p.step = 'second_reading'))::int late,
       min(p.step_since) filter (where s.duty = 'author' and p.step = 'study' or s.duty = 'second_reader' and p.step = 'second_reading') oldest
     from accounts a
     left join assignments s on s.account_id = a.id and s.ended_at is null
     left join proceedings p on p.id = s.proceeding_id and p.decided_at is null
     where a.disabled_at is null and exists (select 1 from appointments ap where ap.account_id = a.id and ap.role = 'expert' and ap.confirmed_at is not null
       and ap.ended_at is null and ap.from_date <= $1::date and (ap.to_date is null or ap.to_date >= $1::date))
     group by a.id order by count(p.id), a.name`,
    [today],
  );
  return rows;
}
