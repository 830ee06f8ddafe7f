import type { Names } from "./account-lists";
import { reportFound, within, type Asked, type Found } from "./audit-reports";
import type { Queryable } from "./client";
import { reachParameter, subjectSeen, type Reach } from "./reach";

export type AppointedRow = {
  kind: "appointment" | "delegation";
  accountId: string;
  name: string;
  role: string;
  body: Names;
  /** The act by which they were appointed. */
  act: string;
  proposedBy: string;
  confirmedBy: string;
  confirmedById: string;
  confirmedAt: string;
  /** YYYY-MM-DD in Kazakhstan. */
  confirmedDay: string;
  /** What they signed in that office, and the decision that followed. */
  slot: string;
  proceedingId: string;
  decidedAt: string;
  result: "granted" | "refused";
  outcome: string | null;
  /** Days from the confirmation to the decision. */
  days: number;
  /** Null where the reader may not see what it was about. */
  about: string | null;
};

const powers = `
  select 'appointment' as kind, p.account_id, p.role, p.body_id, p.act, p.proposed_by, p.confirmed_by, p.confirmed_at, null::uuid as delegation
    from appointments p where p.confirmed_at is not null
  union all
  select 'delegation', d.to_account_id, p.role, p.body_id, d.act, d.proposed_by, d.confirmed_by, d.confirmed_at, d.id
    from delegations d join appointments p on p.id = d.appointment_id where d.confirmed_at is not null`;

/**
 * Decisions that came within so many days of an appointment, or a delegation, in which the person who received it
 * signed in that very office.
 */
export function listAppointed(
  db: Queryable,
  asked: Asked,
  days: number,
  reach: Reach,
): Promise<Found<AppointedRow>> {
  return reportFound(
    db,
    asked,
    `select json_build_object('kind', w.kind, 'accountId', a.id, 'name', a.name, 'role', w.role, 'act', w.act,
       'body', json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en), 'proposedBy', pb.name,
       'confirmedBy', cb.name, 'confirmedById', cb.id, 'confirmedAt', w.confirmed_at,
       'confirmedDay', (w.confirmed_at at time zone 'Asia/Almaty')::date, 'slot', w.slot,
       'proceedingId', w.proceeding_id, 'decidedAt', w.decided_at, 'result', w.result, 'outcome', w.outcome,
       'days', extract(epoch from w.decided_at - w.confirmed_at)::float8 / 86400,
       'about', case when ${subjectSeen("$5")} then coalesce(pe.name, u.ref_path) end) as row
     from (select p.*, s.proceeding_id, min(s.slot) as slot, d.id as decision, d.at as decided_at, d.result, d.outcome, d.file_id, d.case_id
       from (${powers}) p
       join signatures s on s.account_id = p.account_id and s.at >= p.confirmed_at and s.at < p.confirmed_at + make_interval(days => $4)
         and s.role = p.role and s.body_id = p.body_id and s.delegation_id is not distinct from p.delegation
       join decisions d on d.proceeding_id = s.proceeding_id and d.at >= s.at and d.at < p.confirmed_at + make_interval(days => $4)
         and (s.void_at is null or s.void_at > d.at)
       where ${within("d.at")}
       group by p.kind, p.account_id, p.role, p.body_id, p.act, p.proposed_by, p.confirmed_by, p.confirmed_at, p.delegation,
         s.proceeding_id, d.id) w
     join accounts a on a.id = w.account_id join bodies b on b.id = w.body_id
     join accounts pb on pb.id = w.proposed_by join accounts cb on cb.id = w.confirmed_by
     left join files f on f.id = w.file_id left join units u on u.id = f.id
     left join cases c on c.id = w.case_id left join persons pe on pe.id = c.person_id
     order by w.decided_at - w.confirmed_at, w.decided_at desc, a.id, w.decision`,
    [days, reachParameter(reach)],
  );
}
