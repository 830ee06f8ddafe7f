import type { Tx } from "./transaction";
import { sqlState } from "./transaction";

/** The same key was sent with another body: a programming error or a forgery, never an act. */
export class KeyReused extends Error {
  readonly keyReused = true;
  constructor() {
    super("this key was already used for something else");
  }
}

/** The first answer to this key, or null. Throws `KeyReused` when the body is another one. */
export async function firstAnswer<T>(
  db: Pick<Tx, "requests">,
  accountId: string,
  key: string,
  bodyHash: string,
): Promise<T | null> {
  const held = await db.requests.findUnique({ where: { account_id_key: { account_id: accountId, key } } });
  if (!held) return null;
  if (held.body_hash !== bodyHash) throw new KeyReused();
  return held.reply as T;
}

export async function keepAnswer(
  tx: Pick<Tx, "$executeRawUnsafe">,
  accountId: string,
  key: string,
  bodyHash: string,
  reply: unknown,
  at: Date,
): Promise<void> {
  await tx.$executeRawUnsafe(
    "insert into requests (account_id, key, body_hash, reply, at) values ($1::uuid, $2, $3, $4::jsonb, $5)",
    accountId,
    key,
    bodyHash,
    JSON.stringify(reply),
    at,
  );
}

/** Did a unique constraint say that somebody was here first? */
export function isRepeated(fault: unknown): boolean {
  return sqlState(fault) === "23505";
}
