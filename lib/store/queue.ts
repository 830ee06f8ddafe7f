import type { Actor } from "@/lib/law/actor";
import type { Outcome, ProceedingKind, Step } from "@/lib/law/words";
import type { Queryable, Reads } from "./client";
import { readByCursor, type ReadingClient } from "./cursor";
import { conflictOf } from "./matters-sql";
import { planned } from "./planned";
import { partsFor, signingKinds, type QueueKind } from "./queue-parts";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type QueueRow = {
  what: QueueKind;
  proceeding: string;
  kind: ProceedingKind;
  step: Step;
  caseId: string | null;
  fileId: string | null;
  title: string;
  persons: number;
  reference: string | null;
  born: string | null;
  organText: string | null;
  dateText: string | null;
  since: string;
  due: string | null;
  late: boolean;
  single: string | null;
  outcome: Outcome | null;
  regional: boolean;
  filled: string[];
  owners: number;
  members: number;
  /** Before the signature stands one's own conflict answer. */
  unanswered: boolean;
  /** The dossier is another one than the person saw last. */
  changed: boolean;
};
export type QueueFilter = {
  what?: QueueKind | "conflict" | "late";
  kind?: ProceedingKind;
  category?: string;
  region?: string;
  after?: { due: string | null; since: string; id: string };
};
export type Queue = {
  rows: QueueRow[];
  counts: Partial<Record<QueueKind, number>>;
  total: number;
  conflicts: number;
  late: number;
  /** Undisputed items of one kind and step that can be signed in one act. */
  registers: { what: QueueKind; kind: ProceedingKind; step: Step; outcome: Outcome | null; count: number }[];
  next: QueueFilter["after"] | null;
};

export const queuePage = 50;

/** Everything that waits, each item once, as `item`; what the actor may not see is not in it. */
export function queueStatement(parts: readonly string[]): string {
  const signing = signingKinds.map((k) => `'${k}'`).join(", ");
  return `with part as (${parts.join(" union all ")}),
  item as (
    select t.what, t.since, p.*, t.what in (${signing}) and k.answer = 'unanswered' as unanswered,
      coalesce(p.due_at < $3::date, false) as late, ca.category, ca.region, ca.person_id, ca.organ_text, ca.date_text, ca.regional_body_id,
      not exists (select 1 from questions q where q.proceeding_id = p.id and q.answer is null)
        and not exists (select 1 from objections o where o.proceeding_id = p.id and o.answer is null)
        and p.single is null and coalesce(p.outcome, 'full') in ('full', 'already') as plain
    from (select distinct on (id, what) * from part order by id, what) t join proceedings p on p.id = t.id
    left join files f on f.id = p.file_id left join cases ca on ca.id = p.case_id
    cross join lateral (select ${conflictOf("$2::uuid", "p.file_id", "p.case_id")} as answer) k
    where $4::jsonb is not null and k.answer <> 'conflict'
      and (f.id is null or ${fileSeen("f", "$1")}) and (ca.id is null or ${caseSeen("ca", "$1")})
  )`;
}

const rowOf = `json_build_object('what', i.what, 'proceeding', i.id, 'kind', i.kind, 'step', i.step, 'caseId', i.case_id, 'fileId', i.file_id,
  'title', coalesce((select pe.name from persons pe where pe.id = i.person_id), u.title), 
  'persons', (select count(*) from case_files cf where cf.file_id = i.file_id),
  'reference', coalesce(u.ref_path, (select cu.ref_path from case_files cf join units cu on cu.id = cf.file_id join files ff on ff.id = cf.file_id
    where cf.case_id = i.case_id and ${fileSeen("ff", "$1")} order by cf.bond, cf.linked_at limit 1)),
  'born', (select pe.birth_text from persons pe where pe.id = i.person_id), 'organText', i.organ_text, 'dateText', i.date_text,
  'since', i.since, 'due', i.due_at, 'late', i.late, 'single', i.single, 'outcome', i.outcome, 'regional', i.regional_body_id is not null,
  'filled', (select coalesce(json_agg(s.slot), '[]') from signatures s where s.proceeding_id = i.id and s.void_at is null
    and s.question = 'decide/' || i.round),
  'owners', (select count(*) from file_owners o where o.file_id = i.file_id),
  'members', (select (r.body->>'members')::int from rule_sets r where r.confirmed_at is not null and r.in_force_from <= now() order by r.version desc limit 1),
  'unanswered', i.unanswered,
  'changed', exists (select 1 from dossier_views v where v.proceeding_id = i.id and v.account_id = $2::uuid) and not exists (
    select 1 from dossier_views v where v.proceeding_id = i.id and v.account_id = $2::uuid and v.hash = i.dossier_hash))`;

const wanted = `($5::text is null or i.what = $5 or $5 = 'conflict' and i.unanswered or $5 = 'late' and i.late)
  and ($6::text is null or i.kind = $6) and ($7::text is null or i.category = $7) and ($8::text is null or i.region = $8)`;
/** Nearest deadline first, of items `i`. */
export const queueOrder = "coalesce(i.due_at, 'infinity'::timestamptz), i.since, i.id";

type Told = Omit<Queue, "next" | "counts"> & { counts: { what: QueueKind; count: number }[] };

/** What waits for this person, nearest deadline first, with what it counts to. `today` is YYYY-MM-DD. */
export async function loadQueue(
  db: Queryable,
  actor: Actor,
  reach: Reach,
  today: string,
  filter: QueueFilter = {},
): Promise<Queue> {
  const parts = partsFor(actor);
  if (parts.length === 0) {
    return { rows: [], counts: {}, total: 0, conflicts: 0, late: 0, registers: [], next: null };
  }
  const { rows } = await db.query<{ told: Told }>(
    planned(`${queueStatement(parts)}
     select json_build_object(
       'counts', (select coalesce(json_agg(json_build_object('what', w.what, 'count', w.n)), '[]') from (select what, count(*) n from item group by what) w),
       'total', (select count(*) from item), 'conflicts', (select count(*) from item where unanswered),
       'late', (select count(*) from item where late),
       'registers', (select coalesce(json_agg(json_build_object('what', g.what, 'kind', g.kind, 'step', g.step, 'outcome', g.outcome, 'count', g.n) order by g.n desc), '[]')
         from (select what, kind, step, outcome, count(*) n from item where plain and not unanswered
           and what in ('sign', 'read', 'reply', 'conclude', 'confirm', 'confirm_act', 'enter_act') group by 1, 2, 3, 4 having count(*) > 1) g),
       'rows', (select coalesce(json_agg(x.row order by x.n), '[]') from (
         select ${rowOf} as row, row_number() over (order by ${queueOrder}) n
         from item i left join units u on u.id = i.file_id where ${wanted}
           and ($9::timestamptz is null or (coalesce(i.due_at, 'infinity'::timestamptz), i.since, i.id) > ($9, $10::timestamptz, $11::uuid))
         order by ${queueOrder} limit ${queuePage + 1}) x)) as told`),
    [
      reachParameter(reach),
      actor.accountId,
      today,
      JSON.stringify(actor.offices.map((o) => o.bodyId)),
      filter.what ?? null,
      filter.kind ?? null,
      filter.category ?? null,
      filter.region ?? null,
      filter.after ? (filter.after.due ?? "infinity") : null,
      filter.after?.since ?? null,
      filter.after?.id ?? null,
    ],
  );
  const { counts, ...told } = rows[0]!.told;
  const shown = told.rows.slice(0, queuePage);
  const last = shown.at(-1);
  const more = told.rows.length > queuePage && last;
  return {
    ...told,
    rows: shown,
    counts: Object.fromEntries(counts.map((c) => [c.what, c.count])),
    next: more ? { due: last.due, since: last.since, id: last.proceeding } : null,
  };
}

/** All that waits and fits, some at a time; `after` is left out. */
export async function* readQueueRows(
  client: ReadingClient,
  actor: Actor,
  reach: Reach,
  today: string,
  { what, kind, category, region }: QueueFilter,
): AsyncGenerator<readonly QueueRow[]> {
  const parts = partsFor(actor);
  if (parts.length === 0) return;
  const offices = JSON.stringify(actor.offices.map((o) => o.bodyId));
  const values = [reachParameter(reach), actor.accountId, today, offices];
  const asked = [what, kind, category, region].map((value) => value ?? null);
  const statement = `${queueStatement(parts)} select ${rowOf} as row from item i left join units u on u.id = i.file_id
    where ${wanted} order by ${queueOrder}`;
  yield* readByCursor<QueueRow>(client, "queue_rows", statement, [...values, ...asked]);
}

/** For the rail: how many items wait. */
export async function countQueue(db: Reads, actor: Actor, reach: Reach, today: string): Promise<number> {
  const parts = partsFor(actor);
  if (parts.length === 0) return 0;
  const { rows } = await db.query<{ total: number }>(
    planned(`${queueStatement(parts)} select count(*)::int as total from item`),
    [reachParameter(reach), actor.accountId, today, JSON.stringify(actor.offices.map((o) => o.bodyId))],
  );
  return rows[0]!.total;
}
