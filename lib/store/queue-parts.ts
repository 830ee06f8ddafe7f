import type { Office } from "@/lib/law/actor";
import type { Role } from "@/lib/law/words";
import { deputyFor } from "./matters-sql";

/** What waits for somebody. Each is a part of the one statement of queue.ts. */
export const queueKinds = [
  "sign",
  "read",
  "study",
  "question",
  "objection",
  "reply",
  "conclude",
  "enter_act",
  "confirm_act",
  "confirm",
  "assign",
  "stuck",
  "resume",
  "correct_second",
  "correct_sign",
  "reopen",
] as const;
export type QueueKind = (typeof queueKinds)[number];

/** Kinds in which a person signs: before each stands one's own conflict answer. */
export const signingKinds: readonly QueueKind[] = [
  "sign",
  "read",
  "reply",
  "conclude",
  "confirm_act",
  "confirm",
];

type Holding = { offices: readonly Office[] };

/** $1 reach, $2 account, $3 today, $4 bodies of the actor. `p` is an open proceeding, `c` its case. */
const idle = "p.suspended is null and p.deferred_until is null";
const unsigned = `not exists (select 1 from signatures s where s.proceeding_id = p.id and s.void_at is null
  and s.account_id = $2::uuid and s.question = 'decide/' || p.round)`;
const wroteNothing =
  "not exists (select 1 from authors w where w.proceeding_id = p.id and w.account_id = $2::uuid)";
const fresh = `not exists (select 1 from signatures s where s.proceeding_id = p.id and s.void_at is null and s.answer = 'against'
  and s.account_id = $2::uuid and s.question <> 'decide/' || p.round and (s.slot like 'member:%' or s.slot = 'chair'))`;
const membersFilled = `(select count(*) from signatures s where s.proceeding_id = p.id and s.void_at is null
  and s.question = 'decide/' || p.round and s.slot like 'member:%')`;
const membersNeeded =
  "(select (r.body->>'members')::int from rule_sets r where r.confirmed_at is not null and r.in_force_from <= now() order by r.version desc limit 1)";
const nothingOpen = `not exists (select 1 from objections o where o.proceeding_id = p.id and o.answer is null)
  and not exists (select 1 from questions q where q.proceeding_id = p.id and q.answer is null)`;
const nothingAwaited = `(p.case_id is null or not exists (select 1 from case_files af join files aw on aw.id = af.file_id
  where af.case_id = p.case_id and af.bond = 'required' and aw.standing = 'closed'))`;
const bench = `p.step = 'signing' and ${idle} and ${unsigned} and ${wroteNothing} and ${fresh} and ${nothingOpen} and ${nothingAwaited}`;
const mine = (duty: string): string => `exists (select 1 from assignments a where a.proceeding_id = p.id
  and a.account_id = $2::uuid and a.duty = '${duty}' and a.ended_at is null)`;
const noOne = (duty: string): string =>
  `not exists (select 1 from assignments a where a.proceeding_id = p.id and a.duty = '${duty}' and a.ended_at is null)`;
const wroteIt = "exists (select 1 from authors w where w.proceeding_id = p.id and w.account_id = $2::uuid)";
const bodies = "(select x::uuid from jsonb_array_elements_text($4::jsonb) x)";

const one = (kind: QueueKind, when: string, since = "p.step_since"): string =>
  `select p.id, '${kind}' as what, ${since} as since from proceedings p left join cases c on c.id = p.case_id
   left join units u on u.id = p.file_id where p.decided_at is null and ${when}`;

const decided = (kind: QueueKind, when: string, since: string): string =>
  `select p.id, '${kind}' as what, ${since} as since from proceedings p where p.decided_at is not null and ${when}`;

const eligibleMembers = `(select count(distinct ap.account_id) from appointments ap where ap.role = 'member' and ap.confirmed_at is not null
  and ap.ended_at is null and ap.from_date <= $3::date and (ap.to_date is null or ap.to_date >= $3::date)
  and not exists (select 1 from authors w where w.proceeding_id = p.id and w.account_id = ap.account_id)
  and not exists (select 1 from signatures s where s.proceeding_id = p.id and s.account_id = ap.account_id and s.void_at is null)
  and not exists (select 1 from conflict_answers ca where ca.account_id = ap.account_id and ca.case_id = p.case_id and ca.answer = 'conflict'))`;
const ownerWithoutVoice = `exists (select 1 from file_owners fo where fo.file_id = p.file_id and not exists (
  select 1 from appointments ap where ap.body_id = fo.agency_id and ap.role = 'representative' and ap.confirmed_at is not null and ap.ended_at is null))`;
const openAct =
  "(select i.act_id from legal_act_items i where i.proceeding_id = p.id and i.confirmed_at is null and i.dropped_at is null)";

const secondable =
  "exists (select 1 from corrections k where k.proceeding_id = p.id and k.applied_at is null and k.seconded_by is null and k.proposed_by <> $2::uuid)";

const byRole: Partial<Record<Role, readonly string[]>> = {
  member: [one("sign", `${bench} and ${membersFilled} < ${membersNeeded}`)],
  chair: [
    one("sign", `${bench} and ${membersFilled} >= ${membersNeeded}`),
    decided(
      "reopen",
      `p.step = 'refused' and exists (select 1 from signatures s where s.proceeding_id = p.id and s.void_at is null
        and s.question = 'reopen/' || p.round and s.slot = 'reopen_member')`,
      "p.decided_at",
    ),
    decided(
      "correct_sign",
      "exists (select 1 from corrections k where k.proceeding_id = p.id and k.applied_at is null and k.seconded_by is not null and k.proposed_by <> $2::uuid)",
      "p.decided_at",
    ),
  ],
  deputy: [
    one(
      "sign",
      `${bench} and ${membersFilled} >= ${membersNeeded} and ${deputyFor("p.file_id", "p.case_id", "p.id", "$2::uuid", "$3::date")} is not null`,
    ),
  ],
  expert: [
    one("study", `p.step = 'study' and ${idle} and ${mine("author")}`),
    one(
      "read",
      `p.step = 'second_reading' and ${idle} and ${mine("second_reader")} and ${wroteNothing} and ${unsigned}`,
    ),
    one(
      "question",
      `${wroteIt} and exists (select 1 from questions q where q.proceeding_id = p.id and q.answer is null)`,
      "(select min(q.at) from questions q where q.proceeding_id = p.id and q.answer is null)",
    ),
    one(
      "objection",
      `${wroteIt} and p.step in ('owners', 'regional', 'signing') and exists (select 1 from objections o where o.proceeding_id = p.id and o.answer is null)`,
      "(select min(o.at) from objections o where o.proceeding_id = p.id and o.answer is null)",
    ),
    one("confirm", `p.step = 'attested' and p.opened_by <> $2::uuid and ${unsigned}`),
    decided("correct_second", secondable, "p.decided_at"),
  ],
  archivist: [
    one(
      "confirm",
      `p.step = 'attested' and p.opened_by <> $2::uuid and ${unsigned} and (u.body_id is null or u.body_id in ${bodies})`,
    ),
  ],
  representative: [
    one(
      "reply",
      `p.step = 'owners' and ${idle} and ${wroteNothing} and exists (select 1 from file_owners fo where fo.file_id = p.file_id
        and fo.agency_id in ${bodies} and not exists (select 1 from signatures s where s.proceeding_id = p.id and s.void_at is null
          and s.question = 'decide/' || p.round and s.slot = 'owner:' || fo.agency_id))`,
    ),
  ],
  secretary: [
    one("enter_act", `p.step in ('legal_act', 'court') and ${idle} and ${openAct} is null`),
    one(
      "confirm_act",
      `p.step in ('legal_act', 'court') and ${idle} and exists (select 1 from legal_acts l where l.id = ${openAct} and l.entered_by <> $2::uuid) and ${unsigned}`,
    ),
    one("resume", "p.deferred_until <= $3::date", "p.deferred_until::timestamptz"),
    decided("correct_second", secondable, "p.decided_at"),
  ],
  head: [],
};

const assigning = (own: string): readonly string[] => [
  one(
    "assign",
    `${idle} and ${own} and (p.step = 'study' and ${noOne("author")} or p.step in ('study', 'second_reading') and ${noOne("second_reader")})`,
  ),
  one(
    "stuck",
    `${own} and (p.suspended is not null or p.step = 'signing' and ${membersFilled} + ${eligibleMembers} < ${membersNeeded}
      or p.step = 'owners' and ${ownerWithoutVoice})`,
  ),
];

/** The select fragments of everything that may wait for somebody with these offices, or none. */
export function partsFor({ offices }: Holding): string[] {
  const roles = new Set(
    offices.filter((o) => o.role !== "chair" || o.bodyKind === "commission").map((o) => o.role),
  );
  const parts = [...roles].flatMap((role) => byRole[role] ?? []);
  if (roles.has("secretary")) parts.push(...assigning("true"));
  else if (roles.has("head")) parts.push(...assigning(`(c.group_id is null or c.group_id in ${bodies})`));
  if (offices.some((o) => o.role === "chair" && o.bodyKind === "regional")) {
    parts.push(
      one(
        "conclude",
        `p.step = 'regional' and ${idle} and ${wroteNothing} and ${unsigned} and c.regional_body_id in ${bodies}`,
      ),
    );
  }
  return [...new Set(parts)];
}
