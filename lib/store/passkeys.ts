import type { Queryable } from "./client";
import { planned } from "./planned";
import { rows, type Tx } from "./transaction";

export type PasskeyRow = {
  id: string;
  credential: string;
  cose: Uint8Array<ArrayBuffer>;
  spki: string;
  site: string;
  counter: number;
  transports: string[];
  label: string;
  addedAt: Date;
  usedAt: Date | null;
};

/** The passkeys of an account that count, the oldest first. */
export async function listPasskeys(db: Queryable, accountId: string): Promise<PasskeyRow[]> {
  const { rows: found } = await db.query<PasskeyRow & { counter: bigint }>(
    `select id, credential, cose, spki, site, counter, transports, label, added_at as "addedAt", used_at as "usedAt"
     from passkeys where account_id = $1 and ended_at is null order by added_at, id`,
    [accountId],
  );
  return found.map((row) => ({ ...row, cose: Uint8Array.from(row.cose), counter: Number(row.counter) }));
}

export type Signer = { keyed: boolean; cooling: boolean };

const heldStatement =
  "select json_build_object('id', id) as row from accounts where id = $1::uuid for key share";
const signerStatement = `select json_build_object('keyed', exists (select from passkeys k where k.account_id = a.id and k.ended_at is null),
  'cooling', coalesce(a.cooling_until > $2::timestamptz, false)) as row from accounts a where a.id = $1::uuid`;
for (const text of [heldStatement, signerStatement]) planned(text);

/**
 * With what somebody signs, held until the transaction ends: a passkey is made, and a reset confirmed, before it or
 * after it, and the history tells them in that order.
 */
export async function holdSigner(
  tx: Pick<Tx, "$queryRawUnsafe">,
  accountId: string,
  at: Date,
): Promise<Signer> {
  await rows(tx, heldStatement, accountId);
  const [signer] = await rows<Signer>(tx, signerStatement, accountId, at);
  if (!signer) throw new Error("no such account");
  return signer;
}

/** Holds an account alone, against signatures that are being given. */
export async function lockHolder(tx: Pick<Tx, "$queryRawUnsafe">, accountId: string): Promise<void> {
  await rows(
    tx,
    "select json_build_object('id', id) as row from accounts where id = $1::uuid for update",
    accountId,
  );
}

export type NewPasskey = Omit<PasskeyRow, "addedAt" | "usedAt"> & { accountId: string; at: Date };

export async function insertPasskey(tx: Tx, { accountId, at, cose, ...passkey }: NewPasskey): Promise<void> {
  await tx.passkeys.create({
    data: { ...passkey, cose: Uint8Array.from(cose), account_id: accountId, added_at: at },
    select: { id: true },
  });
}

/** It signed: its counter never goes back (where it counts at all). False when another use came first. */
export async function usePasskey(
  tx: Pick<Tx, "$executeRawUnsafe">,
  { id, counter, at }: { id: string; counter: number; at: Date },
): Promise<boolean> {
  const used = await tx.$executeRawUnsafe(
    `update passkeys set counter = $2::bigint, used_at = $3 where id = $1::uuid and ended_at is null
     and (counter < $2::bigint or (counter = 0 and $2::bigint = 0))`,
    id,
    counter,
    at,
  );
  return used === 1;
}

export async function endPasskey(tx: Tx, { id, at }: { id: string; at: Date }): Promise<void> {
  await tx.passkeys.update({ where: { id }, data: { ended_at: at }, select: { id: true } });
}

export async function endPasskeys(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.passkeys.updateMany({ where: { account_id: accountId, ended_at: null }, data: { ended_at: at } });
}

/** A code that an administrator hands over; the one before it ends. */
export async function insertPasskeyCode(
  tx: Tx,
  code: { id: string; accountId: string; hash: string; issuedBy: string; at: Date; until: Date },
): Promise<void> {
  const { id, accountId, hash, issuedBy, at, until } = code;
  await endPasskeyCodes(tx, accountId, at);
  await tx.passkey_codes.create({
    data: { id, account_id: accountId, hash, issued_by: issuedBy, issued_at: at, expires_at: until },
    select: { id: true },
  });
}

export async function isPasskeyCode(
  db: Queryable,
  { accountId, hash, at }: { accountId: string; hash: string; at: Date },
): Promise<boolean> {
  const { rowCount } = await db.query(
    "select from passkey_codes where account_id = $1 and hash = $2 and ended_at is null and expires_at > $3",
    [accountId, hash, at],
  );
  return rowCount === 1;
}

export async function endPasskeyCodes(tx: Tx, accountId: string, at: Date): Promise<void> {
  await tx.passkey_codes.updateMany({
    where: { account_id: accountId, ended_at: null },
    data: { ended_at: at },
  });
}

export type Purpose = "passkey" | "sign_in";

/** Keeps the challenge that a browser is about to answer; an earlier one of this purpose is forgotten. */
export async function keepChallenge(
  db: Queryable,
  ceremony: { sessionId: string; purpose: Purpose; challenge: string; at: Date },
): Promise<void> {
  const { sessionId, purpose, challenge, at } = ceremony;
  await db.query(
    `insert into ceremonies (session_id, purpose, challenge, at) values ($1, $2, $3, $4)
     on conflict (session_id, purpose) do update set challenge = excluded.challenge, at = excluded.at`,
    [sessionId, purpose, challenge, at],
  );
}

/** The challenge that this browser was given after `since`; null when there is none any more. */
export async function findChallenge(
  db: Queryable,
  { sessionId, purpose, since }: { sessionId: string; purpose: Purpose; since: Date },
): Promise<string | null> {
  const { rows: found } = await db.query<{ challenge: string }>(
    "select challenge from ceremonies where session_id = $1 and purpose = $2 and at > $3",
    [sessionId, purpose, since],
  );
  return found[0]?.challenge ?? null;
}

/** It has been answered: nobody answers it again. False when somebody just did. */
export async function forgetChallenge(
  tx: Pick<Tx, "ceremonies">,
  { sessionId, purpose, challenge }: { sessionId: string; purpose: Purpose; challenge: string },
): Promise<boolean> {
  const { count } = await tx.ceremonies.deleteMany({ where: { session_id: sessionId, purpose, challenge } });
  return count === 1;
}
