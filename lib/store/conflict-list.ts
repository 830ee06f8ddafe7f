import type { Actor } from "@/lib/law/actor";
import type { Queryable } from "./client";
import { queueStatement } from "./queue";
import { partsFor } from "./queue-parts";
import { reachParameter, type Reach } from "./reach";

/** Who, where and when: nothing else of the case is shown before the answer. */
export type ConflictRow = {
  subject: string;
  name: string;
  born: string | null;
  place: string | null;
  region: string | null;
  dateText: string | null;
};

/** Cases, and files without a case, of what waits for this person's signature and is not answered for. */
export async function listUnanswered(
  db: Queryable,
  actor: Actor,
  reach: Reach,
  today: string,
  limit: number,
): Promise<{ rows: ConflictRow[]; total: number }> {
  const parts = partsFor(actor);
  if (parts.length === 0) return { rows: [], total: 0 };
  const { rows } = await db.query<{ row: ConflictRow; total: number }>(
    `${queueStatement(parts)},
     subject as (
       select i.case_id, null::uuid file_id from item i where i.unanswered and i.case_id is not null
       union select cf.case_id, null from item i join case_files cf on cf.file_id = i.file_id where i.unanswered
       union select null, i.file_id from item i where i.unanswered and i.file_id is not null
         and not exists (select 1 from case_files cf where cf.file_id = i.file_id)),
     open as (select s.* from subject s where not exists (select 1 from conflict_answers a where a.account_id = $2::uuid
       and (a.case_id = s.case_id or a.file_id = s.file_id)))
     select json_build_object('subject', case when o.case_id is null then 'f:' || o.file_id else 'c:' || o.case_id end,
       'name', coalesce(pe.name, u.title), 'born', pe.birth_text, 'place', pe.birth_place, 'region', c.region,
       'dateText', coalesce(c.date_text, u.date_text)) as row, count(*) over ()::int as total
     from open o left join cases c on c.id = o.case_id left join persons pe on pe.id = c.person_id left join units u on u.id = o.file_id
     order by coalesce(pe.name, u.title), o.case_id, o.file_id limit $5`,
    [
      reachParameter(reach),
      actor.accountId,
      today,
      JSON.stringify(actor.offices.map((o) => o.bodyId)),
      limit,
    ],
  );
  return { rows: rows.map((r) => r.row), total: rows[0]?.total ?? 0 };
}
