import type { Queryable } from "./client";
import type { Tx } from "./transaction";

export type SecondFactor = { secret: Uint8Array; confirmed: boolean; recoveryLeft: number };

/** The second factor of an account, confirmed or about to be; null where there is none. */
export async function findSecondFactor(db: Queryable, accountId: string): Promise<SecondFactor | null> {
  const { rows } = await db.query<{ secret: Uint8Array; confirmed: boolean; left: number }>(
    `select f.secret, f.confirmed_at is not null as confirmed,
       (select count(*)::int from recovery_codes r where r.account_id = f.account_id and r.used_at is null) as left
     from second_factors f where f.account_id = $1`,
    [accountId],
  );
  const row = rows[0];
  return row ? { secret: row.secret, confirmed: row.confirmed, recoveryLeft: row.left } : null;
}

/** A new secret that is not confirmed yet; never in place of one that is. */
export async function beginSecondFactor(
  db: Queryable,
  { accountId, secret, at }: { accountId: string; secret: Uint8Array; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    `insert into second_factors (account_id, secret, made_at) values ($1, $2, $3)
     on conflict (account_id) do update set secret = excluded.secret, made_at = excluded.made_at, last_step = 0
     where second_factors.confirmed_at is null`,
    [accountId, secret, at],
  );
  return rowCount === 1;
}

/** The code of this step of the clock has been used: a code works once, and none before it any more. */
export async function useStep(db: Queryable, accountId: string, step: number): Promise<boolean> {
  const { rowCount } = await db.query(
    "update second_factors set last_step = $2 where account_id = $1 and last_step < $2",
    [accountId, step],
  );
  return rowCount === 1;
}

export async function confirmSecondFactor(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.second_factors.update({ where: { account_id: accountId }, data: { confirmed_at: at } });
}

/** New recovery codes in place of all there were. */
export async function replaceRecoveryCodes(
  tx: Tx,
  { accountId, hashes, at }: { accountId: string; hashes: readonly string[]; at: Date },
): Promise<void> {
  await tx.recovery_codes.deleteMany({ where: { account_id: accountId } });
  await tx.recovery_codes.createMany({
    data: hashes.map((hash) => ({ account_id: accountId, hash, made_at: at })),
  });
}

/** Whether this was a recovery code that had not been used. */
export async function useRecoveryCode(
  db: Queryable,
  { accountId, hash, at }: { accountId: string; hash: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "update recovery_codes set used_at = $3 where account_id = $1 and hash = $2 and used_at is null",
    [accountId, hash, at],
  );
  return rowCount === 1;
}

/** No second factor any more, nor codes for a lost one. */
export async function dropSecondFactor(tx: Tx, accountId: string): Promise<void> {
  await tx.second_factors.deleteMany({ where: { account_id: accountId } });
  await tx.recovery_codes.deleteMany({ where: { account_id: accountId } });
}
