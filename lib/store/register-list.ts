import type { Actor } from "@/lib/law/actor";
import type { Outcome, ProceedingKind, Step } from "@/lib/law/words";
import { caseOpenable } from "./backlog";
import type { Queryable } from "./client";
import { queueStatement } from "./queue";
import { partsFor, type QueueKind } from "./queue-parts";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type RegisterRow = {
  proceeding: string;
  kind: ProceedingKind;
  version: number;
  dossierHash: string | null;
  caseId: string | null;
  name: string;
  born: string | null;
  reference: string | null;
  since: string;
  late: boolean;
  opened: string | null;
  reader: { name: string; remark: boolean } | null;
  /** What makes this item different from the others. */
  variants: string[];
  interrogationOnly: number;
  kept: { foliation: string | null; extents: { from: number; to: number }[] } | null;
  asked: number;
  returned: number;
  namesakes: number;
};
export type RegisterFilter = {
  what: QueueKind;
  kind: ProceedingKind;
  step: Step;
  outcome: Outcome | null;
  agencies: readonly string[];
};
export const registerSorts = ["name", "differs", "reference"] as const;
export type RegisterSort = (typeof registerSorts)[number];

const first = `(select cf.file_id from case_files cf join files ff on ff.id = cf.file_id
  where cf.case_id = i.case_id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1)`;

const rowOf = `json_build_object('proceeding', i.id, 'kind', i.kind, 'version', i.version, 'dossierHash', i.dossier_hash, 'caseId', i.case_id,
  'name', coalesce(pe.name, (select string_agg(n.name, ', ') from (select np.name from case_files cf join cases nc on nc.id = cf.case_id
    join persons np on np.id = nc.person_id where cf.file_id = i.file_id and ${caseSeen("nc", "$1")} order by np.name limit 3) n), u.title),
  'born', pe.birth_text, 'reference', u.ref_path, 'since', i.since, 'late', i.late,
  'opened', (select max(v.at) from dossier_views v where v.proceeding_id = i.id and v.account_id = $2::uuid and v.hash = i.dossier_hash),
  'reader', (select json_build_object('name', ra.name, 'remark', exists (select 1 from questions q where q.proceeding_id = i.id and q.by_id = ra.id))
    from signatures s join accounts ra on ra.id = s.account_id where s.proceeding_id = i.id and s.slot = 'reader' and s.void_at is null
      and s.question = 'decide/' || i.round),
  'variants', (select coalesce(json_agg(n.text order by n.text), '[]') from person_names n where n.person_id = i.person_id and n.kind <> 'source'
    and n.search_key <> pe.search_key),
  'interrogationOnly', (select count(*) from findings fi join finding_versions v on v.finding_id = fi.id join claims cl on cl.version_id = v.id
    where fi.case_id = i.case_id and v.number = (select max(m.number) from finding_versions m where m.finding_id = fi.id and m.submitted_at is not null)
      and exists (select 1 from citations x where x.claim_id = cl.id)
      and not exists (select 1 from citations x where x.claim_id = cl.id and coalesce(x.reliability, '') <> 'interrogation')),
  'kept', (select json_build_object('foliation', kf.foliation, 'extents', json_agg(json_build_object('from', sp.from_pos, 'to', sp.to_pos) order by sp.from_pos))
    from spans sp join files kf on kf.id = sp.file_id where sp.file_id = u.id and (sp.access = 'closed' or sp.secrecy = 'keep') group by kf.foliation),
  'asked', (select count(*) from questions q where q.proceeding_id = i.id),
  'returned', (select count(*) from returns r where r.proceeding_id = i.id),
  'namesakes', (select count(*) from persons o join cases oc on oc.person_id = o.id where o.search_key = pe.search_key and o.id <> pe.id))`;

/** Undisputed items of one kind and step that wait for this person, at most `limit`, with what differs in each. */
export async function listRegister(
  db: Queryable,
  actor: Actor,
  reach: Reach,
  today: string,
  filter: RegisterFilter,
  limit: number,
): Promise<RegisterRow[]> {
  const parts = partsFor(actor);
  if (parts.length === 0) return [];
  const { rows } = await db.query<{ row: RegisterRow }>(
    `${queueStatement(parts)}
     select ${rowOf} as row from item i left join persons pe on pe.id = i.person_id left join units u on u.id = coalesce(i.file_id, ${first})
     where i.plain and not i.unanswered and i.what = $5 and i.kind = $6 and i.step = $7 and ($8::text is null or i.outcome = $8)
     order by coalesce(pe.name, u.title), i.id limit $9`,
    [
      reachParameter(reach),
      actor.accountId,
      today,
      JSON.stringify(actor.offices.map((o) => o.bodyId)),
      filter.what,
      filter.kind,
      filter.step,
      filter.outcome,
      limit,
    ],
  );
  return rows.map((r) => r.row);
}

/** Declassified cases for which a rehabilitation can be opened, as rows of the same list. */
export async function listOpenable(db: Queryable, reach: Reach, limit: number): Promise<RegisterRow[]> {
  const { rows } = await db.query<{ row: RegisterRow }>(
    `select json_build_object('proceeding', c.id, 'kind', 'rehabilitation', 'version', 0, 'dossierHash', null, 'caseId', c.id, 'name', pe.name,
       'born', pe.birth_text, 'reference', (select u.ref_path from case_files cf join units u on u.id = cf.file_id join files ff on ff.id = cf.file_id
         where cf.case_id = c.id and ${fileSeen("ff", "$1")} order by cf.bond limit 1),
       'since', c.created_at, 'late', false, 'opened', null, 'reader', null, 'variants', '[]'::json, 'interrogationOnly', 0, 'kept', null,
       'asked', 0, 'returned', 0, 'namesakes', (select count(*) from persons o join cases oc on oc.person_id = o.id
         where o.search_key = pe.search_key and (o.id <> pe.id or oc.id <> c.id))) as row
     from cases c join persons pe on pe.id = c.person_id where ${caseOpenable} and ${caseSeen("c", "$1")}
     order by pe.name, c.id limit $2`,
    [reachParameter(reach), limit],
  );
  return rows.map((r) => r.row);
}
