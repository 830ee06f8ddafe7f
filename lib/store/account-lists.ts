import type { Json } from "@/lib/ledger/entry";
import type { BodyKind, Role } from "@/lib/law/words";
import { operatorId } from "./accounts";
import type { PrismaClient } from "./client";
import type { GrantKind } from "./grants";
import { rows } from "./transaction";

type Reader = Pick<PrismaClient, "$queryRawUnsafe">;
export type Names = { kk: string; ru: string; en: string };
export type BodyRow = { id: string; kind: BodyKind; names: Names };
export type PersonRow = { id: string; name: string };

/** One thing that gives power, with the names of everybody who had a part in it. */
export type HeldRow = {
  kind: GrantKind;
  id: string;
  accountId: string;
  role: Role | null;
  body: BodyRow | null;
  act: string;
  from: string;
  to: string | null;
  proposedBy: PersonRow;
  confirmedBy: PersonRow | null;
  ended: boolean;
  delegatedBy: PersonRow | null;
};

const body =
  "json_build_object('id', b.id, 'kind', b.kind, 'names', json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en))";
const person = (alias: string): string => `json_build_object('id', ${alias}.id, 'name', ${alias}.name)`;
const columns = `'id', g.id, 'act', g.act, 'from', g.from_date, 'to', g.to_date, 'ended', g.ended_at is not null,
  'proposedBy', ${person("pb")}, 'confirmedBy', case when g.confirmed_at is not null then ${person("cb")} end`;
const people = "join accounts pb on pb.id = g.proposed_by left join accounts cb on cb.id = g.confirmed_by";

const grants = `
  select g.account_id, g.from_date, json_build_object('kind', 'appointment', 'accountId', g.account_id, 'role', g.role,
      'body', ${body}, 'delegatedBy', null, ${columns}) as held
    from appointments g join bodies b on b.id = g.body_id ${people}
  union all
  select g.account_id, g.from_date, json_build_object('kind', 'clearance', 'accountId', g.account_id, 'role', null,
      'body', case when b.id is not null then ${body} end, 'delegatedBy', null, ${columns})
    from clearances g left join bodies b on b.id = g.agency_id ${people}
  union all
  select g.to_account_id, g.from_date, json_build_object('kind', 'delegation', 'accountId', g.to_account_id,
      'role', p.role, 'body', ${body}, 'delegatedBy', ${person("h")}, ${columns})
    from delegations g join appointments p on p.id = g.appointment_id join accounts h on h.id = p.account_id
      join bodies b on b.id = p.body_id ${people}`;

export type AccountRow = {
  id: string;
  login: string;
  name: string;
  disabled: boolean;
  passwordTemporary: boolean;
  passwordGivenBy: string | null;
  /** Has a passkey that counts. */
  keyed: boolean;
  coolingUntil: string | null;
  sessions: number;
  held: HeldRow[];
};

const accounts = (condition: string): string => `
  with held as (${grants})
  select json_build_object('id', a.id, 'login', a.login, 'name', a.name, 'disabled', a.disabled_at is not null,
    'passwordTemporary', a.password_temporary, 'passwordGivenBy', a.password_given_by, 'coolingUntil', a.cooling_until,
    'keyed', exists (select from passkeys k where k.account_id = a.id and k.ended_at is null),
    'sessions', (select count(*)::int from sessions s where s.account_id = a.id and s.ended_at is null and s.expires_at > now()),
    'held', (select coalesce(json_agg(h.held order by h.from_date desc), '[]') from held h where h.account_id = a.id)) as row
  from accounts a where a.id <> $1::uuid and ${condition}`;

/** Everybody who has an account; some hundreds at most, so they come in one list. */
export function listAccounts(db: Reader): Promise<AccountRow[]> {
  return rows<AccountRow>(db, `${accounts("true")} order by a.name, a.id`, operatorId);
}

export async function findAccount(db: Reader, id: string): Promise<AccountRow | null> {
  return (await rows<AccountRow>(db, accounts("a.id = $2::uuid"), operatorId, id))[0] ?? null;
}

export function listBodies(db: Reader): Promise<BodyRow[]> {
  return rows<BodyRow>(db, `select ${body} as row from bodies b order by b.kind, b.name_ru, b.id`);
}

export type AbsenceRow = { from: string; to: string; reason: string };

export function listAbsences(db: Reader, accountId: string, since: string): Promise<AbsenceRow[]> {
  return rows<AbsenceRow>(
    db,
    `select json_build_object('from', from_date, 'to', to_date, 'reason', reason) as row from absences
     where account_id = $1::uuid and to_date >= $2::date order by from_date`,
    accountId,
    since,
  );
}

export type AccountEventRow = {
  id: string;
  at: string;
  what: string;
  article: string | null;
  condition: string | null;
  /** What became of it, where that is told in a form of its own: a reset proposed, a passkey added. */
  how: string | null;
  actor: { id: string | null; name: string; role: string | null };
  facts: { [key: string]: Json };
};

/** What was done to an account, the newest first. The entries' own bytes say it; nothing is joined to them. */
export function listAccountEvents(db: Reader, accountId: string, limit = 200): Promise<AccountEventRow[]> {
  return rows<AccountEventRow>(
    db,
    `select json_build_object('id', e.id, 'at', e.at, 'what', e.act, 'article', e.article,
       'condition', entry #>> '{payload,condition}', 'how', entry #>> '{payload,what}', 'facts', coalesce(entry #> '{payload,facts}', '{}'),
       'actor', json_build_object('id', entry #>> '{actor,id}', 'name', entry #>> '{actor,name}',
         'role', entry #>> '{actor,role}')) as row
     from events e, lateral (select convert_from(e.bytes, 'UTF8')::jsonb as entry) read
     where e.act = any($2) and (entry #>> '{payload,about,account}' = $1 or entry #>> '{payload,account}' = $1)
     order by e.seq desc limit $3`,
    accountId,
    [...accountEvents],
    limit,
  );
}

/** The names under which works on accounts stand in the history. */
export const accountEvents = [
  "create_account",
  "disable_account",
  "propose_appointment",
  "confirm_appointment",
  "confirm_expert_appointment",
  "end_appointment",
  "issue_passkey_code",
  "propose_reset",
  "confirm_reset",
  "withdraw_reset",
  "reset",
  "passkey",
  "second_factor",
  "password_chosen",
  "sessions_ended",
  "absence_recorded",
] as const;
