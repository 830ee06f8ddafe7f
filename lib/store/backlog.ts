import { holds, type Actor } from "@/lib/law/actor";
import type { Queryable } from "./client";
import { fileSeen, reachParameter, type Reach } from "./reach";
import { transferReach, transferWaits } from "./transfer-reach";

/** Work that is not a proceeding yet: counted, with a list behind each count. */
export type Waiting = {
  /** Files without sheets counted or without owners; files ready to be opened. */
  toDescribe: number;
  toDeclassify: number;
  /** Appointments that somebody else proposed and that wait for this person's confirmation. */
  toConfirm: number;
  /** A rule set that another administrator proposed: one or none. */
  rulesToConfirm: number;
  /** Transfers of files in which the next step is this person's archive's, and open to them. */
  transfers: number;
};

/** SQL: is case `c` one for which a rehabilitation could be opened? */
export const caseOpenable = `c.stage = 'declassified' and c.outcome is null
  and not exists (select 1 from proceedings p where p.case_id = c.id and p.decided_at is null)
  and not exists (select 1 from case_joins j where j.case_id = c.id and j.ended_at is null)`;

/** Counts of what could be begun, each only for whoever may begin it. */
export async function loadBacklog(db: Queryable, actor: Actor, reach: Reach): Promise<Waiting> {
  const asks = {
    files: holds(actor, "archivist"),
    appointments: holds(actor, "administrator") || holds(actor, "secretary"),
  };
  const { rows } = await db.query<Waiting>(
    `select
       case when $2::boolean then (select count(*)::int from files f where f.standing = 'closed' and f.leaf_count is null
         and ${fileSeen("f", "$1")}) else 0 end "toDescribe",
       case when $2::boolean then (select count(*)::int from files f where f.standing = 'closed' and f.leaf_count is not null
         and not exists (select 1 from proceedings p where p.file_id = f.id and (p.decided_at is null or p.step = 'refused'))
         and ${fileSeen("f", "$1")}) else 0 end "toDeclassify",
       case when $3::boolean then (select count(*)::int from appointments a where a.confirmed_at is null and a.ended_at is null
         and a.proposed_by <> $4::uuid and a.account_id <> $4::uuid
         and case when a.role in ('member', 'expert') then $5::boolean else $6::boolean end) else 0 end "toConfirm",
       case when $6::boolean then (select count(*)::int from rule_sets r where r.confirmed_at is null and r.withdrawn_at is null
         and r.proposed_by <> $4::uuid) else 0 end "rulesToConfirm",
       (select count(*)::int from transfers t where ${transferWaits("t", "$7", "$4::uuid")}) transfers`,
    [
      reachParameter(reach),
      asks.files,
      asks.appointments,
      actor.accountId,
      holds(actor, "secretary"),
      holds(actor, "administrator"),
      JSON.stringify(transferReach(actor).archives),
    ],
  );
  return rows[0]!;
}
