import type { Office } from "@/lib/law/actor";
import type { Queryable, Reads } from "./client";
import { planned } from "./planned";
import type { Tx } from "./transaction";

/** The account that stands for the command line; it has no password and cannot sign in. */
export const operatorId = "00000000-0000-4000-8000-000000000001";

export type Holder = {
  readonly accountId: string;
  readonly login: string;
  readonly name: string;
  readonly locale: "kk" | "ru" | "en";
  readonly offices: readonly Office[];
  /** Agencies; `all` clears for every one. */
  readonly clearances: readonly string[] | "all";
  readonly coolingUntil: number;
  readonly keyed: boolean;
};

type HolderRow = {
  id: string;
  login: string;
  name: string;
  locale: "kk" | "ru" | "en";
  offices: (Omit<Office, "delegationId"> & { delegationId: string | null })[];
  agencies: (string | null)[];
  cooling: number;
  keyed: boolean;
};

// An office counts when it is confirmed and today lies within it; a delegated one when the delegation and
// the appointment under it both are.
const holderStatement = planned(`
  with own as (
    select p.id as appointment_id, p.role, p.body_id, null::uuid as delegation_id from appointments p
    where p.account_id = $1 and p.confirmed_at is not null and p.ended_at is null
      and p.from_date <= $2::date and (p.to_date is null or p.to_date >= $2::date)
    union all
    select p.id, p.role, p.body_id, d.id from delegations d join appointments p on p.id = d.appointment_id
    where d.to_account_id = $1 and d.confirmed_at is not null and d.ended_at is null
      and d.from_date <= $2::date and d.to_date >= $2::date
      and p.confirmed_at is not null and p.ended_at is null
      and p.from_date <= $2::date and (p.to_date is null or p.to_date >= $2::date)
  )
  select a.id, a.login, a.name, a.locale, coalesce(extract(epoch from a.cooling_until) * 1000, 0)::float8 as cooling,
    exists (select from passkeys k where k.account_id = a.id and k.ended_at is null) as keyed,
    (select coalesce(json_agg(json_build_object('appointmentId', o.appointment_id, 'role', o.role,
        'bodyId', o.body_id, 'bodyKind', b.kind, 'delegationId', o.delegation_id)
        order by o.delegation_id is not null, o.role, o.appointment_id), '[]')
      from own o join bodies b on b.id = o.body_id) as offices,
    (select coalesce(json_agg(c.agency_id order by c.agency_id), '[]') from clearances c
      where c.account_id = $1 and c.confirmed_at is not null and c.ended_at is null
        and c.from_date <= $2::date and (c.to_date is null or c.to_date >= $2::date)) as agencies
  from accounts a where a.id = $1 and a.disabled_at is null`);

/** Who an account is today and what it holds; null when it is disabled or not there. `today`: YYYY-MM-DD. */
export async function findHolder(db: Reads, accountId: string, today: string): Promise<Holder | null> {
  const { rows } = await db.query<HolderRow>(holderStatement, [accountId, today]);
  const row = rows[0];
  if (!row) return null;
  const agencies = row.agencies.filter((agency) => agency !== null);
  return {
    accountId: row.id,
    login: row.login,
    name: row.name,
    locale: row.locale,
    offices: row.offices.map(({ delegationId, ...office }) =>
      delegationId ? { ...office, delegationId } : office,
    ),
    clearances: agencies.length < row.agencies.length ? "all" : agencies,
    coolingUntil: row.cooling,
    keyed: row.keyed,
  };
}

export type Credential = { id: string; passwordHash: string | null };

/** A disabled account has no credential, so that it looks like one that is not there. */
export async function findCredential(db: Queryable, login: string): Promise<Credential | null> {
  return readCredential(db, "login = $1", login);
}

export async function findCredentialById(db: Queryable, accountId: string): Promise<Credential | null> {
  return readCredential(db, "id = $1", accountId);
}

async function readCredential(db: Queryable, condition: string, value: string): Promise<Credential | null> {
  const { rows } = await db.query<{ id: string; password_hash: string | null }>(
    `select id, password_hash from accounts where disabled_at is null and ${condition}`,
    [value],
  );
  return rows[0] ? { id: rows[0].id, passwordHash: rows[0].password_hash } : null;
}

export async function findLocale(db: Queryable, accountId: string): Promise<Holder["locale"] | null> {
  const { rows } = await db.query<{ locale: Holder["locale"] }>("select locale from accounts where id = $1", [
    accountId,
  ]);
  return rows[0]?.locale ?? null;
}

/** The language a person reads in is a matter of taste: it leaves no event and moves no version. */
export async function setLocale(db: Queryable, accountId: string, locale: Holder["locale"]): Promise<void> {
  await db.query("update accounts set locale = $2 where id = $1", [accountId, locale]);
}

export async function findPerson(
  db: Queryable,
  accountId: string,
): Promise<{ login: string; name: string } | null> {
  const { rows } = await db.query<{ login: string; name: string }>(
    "select login, name from accounts where id = $1 and disabled_at is null",
    [accountId],
  );
  return rows[0] ?? null;
}

export async function setPassword(
  tx: Pick<Tx, "accounts">,
  { accountId, hash, givenBy }: { accountId: string; hash: string; givenBy: string | null },
): Promise<void> {
  await tx.accounts.update({
    where: { id: accountId },
    data: {
      password_hash: hash,
      password_temporary: givenBy !== null,
      ...(givenBy && { password_given_by: givenBy }),
    },
  });
}

export async function findAccountId(db: Pick<Tx, "accounts">, login: string): Promise<string | null> {
  return (await db.accounts.findUnique({ where: { login }, select: { id: true } }))?.id ?? null;
}
