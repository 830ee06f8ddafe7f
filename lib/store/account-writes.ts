import type { Role } from "@/lib/law/words";
import { operatorId } from "./accounts";
import { rows, type Tx } from "./transaction";

export type AccountHeld = {
  id: string;
  login: string;
  name: string;
  disabled: boolean;
  roles: Role[];
  passwordGivenBy: string | null;
  keyed: boolean;
};

/**
 * The account, held until the transaction ends, with every role it holds, will hold or is proposed for. The
 * operator's is not one that anybody works on.
 */
export async function lockAccount(tx: Tx, id: string): Promise<AccountHeld | null> {
  const found = await rows<AccountHeld>(
    tx,
    `select json_build_object('id', a.id, 'login', a.login, 'name', a.name, 'disabled', a.disabled_at is not null,
       'passwordGivenBy', a.password_given_by, 'keyed', exists (select from passkeys k where k.account_id = a.id and k.ended_at is null),
       'roles', (select coalesce(json_agg(distinct held.role), '[]') from (
         select p.role from appointments p where p.account_id = a.id and p.ended_at is null
           and (p.to_date is null or p.to_date >= current_date)
         union select p.role from delegations d join appointments p on p.id = d.appointment_id
         where d.to_account_id = a.id and d.ended_at is null and d.to_date >= current_date) held)) as row
     from accounts a where a.id = $1::uuid and a.id <> $2::uuid for update of a`,
    id,
    operatorId,
  );
  return found[0] ?? null;
}

export async function loginTaken(tx: Tx, login: string): Promise<boolean> {
  return (await tx.accounts.count({ where: { login } })) > 0;
}

export type NewAccount = {
  id: string;
  login: string;
  name: string;
  locale: "kk" | "ru" | "en";
  passwordHash: string;
  /** Who knows it; then its owner chooses another at first sign-in. */
  givenBy: string | null;
  at: Date;
};

export async function insertAccount(tx: Tx, account: NewAccount): Promise<void> {
  const { id, login, name, locale, passwordHash, givenBy, at } = account;
  const data = { id, login, name, locale, password_hash: passwordHash };
  await tx.accounts.create({
    data: { ...data, password_temporary: givenBy !== null, password_given_by: givenBy, created_at: at },
    select: { id: true },
  });
}

export async function disable(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.accounts.update({
    where: { id: accountId },
    data: { disabled_at: at, version: { increment: 1 } },
    select: { id: true },
  });
}

export async function insertAbsence(
  tx: Tx,
  absence: { id: string; accountId: string; from: string; to: string; reason: string },
): Promise<void> {
  const { id, accountId, from, to, reason } = absence;
  const [from_date, to_date] = [from, to].map((text) => new Date(`${text}T00:00:00Z`)) as [Date, Date];
  await tx.absences.create({
    data: { id, account_id: accountId, from_date, to_date, reason },
    select: { id: true },
  });
}
