import type { Queryable } from "./client";
import { planned } from "./planned";
import type { Tx } from "./transaction";

export type EndReason = "signed_out" | "ended" | "password" | "offices" | "disabled";

export type LiveSession = { id: string; accountId: string; passwordTemporary: boolean; waits: boolean };

const liveStatement = planned(`
  select s.account_id, s.seen_at, s.waits, a.password_temporary from sessions s join accounts a on a.id = s.account_id
  where s.id = $1 and s.ended_at is null and s.expires_at > $2 and a.disabled_at is null`);

/** The session if it is still there: not ended, not expired, its account not disabled. */
export async function findLiveSession(db: Queryable, id: string, now: Date): Promise<LiveSession | null> {
  const { rows } = await db.query<{
    account_id: string;
    password_temporary: boolean;
    waits: boolean;
    seen_at: Date;
  }>(liveStatement, [id, now]);
  const row = rows[0];
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > minute) await touch(db, id, now);
  return { id, accountId: row.account_id, passwordTemporary: row.password_temporary, waits: row.waits };
}

/** The second factor was shown: the session may act. */
export async function endWaiting(db: Queryable, id: string): Promise<void> {
  await db.query("update sessions set waits = false where id = $1", [id]);
}

const minute = 60_000;

/** Once a minute is enough to tell a person when a browser of theirs was last used. */
async function touch(db: Queryable, id: string, now: Date): Promise<void> {
  await db.query("update sessions set seen_at = $2 where id = $1", [id, now]);
}

export type OwnSession = { id: string; createdAt: Date; seenAt: Date; expiresAt: Date };

export async function insertSession(
  db: Queryable,
  session: { id: string; accountId: string; waits: boolean; at: Date; expiresAt: Date },
): Promise<void> {
  await db.query(
    "insert into sessions (id, account_id, created_at, seen_at, expires_at, waits) values ($1, $2, $3, $3, $4, $5)",
    [session.id, session.accountId, session.at, session.expiresAt, session.waits],
  );
}

/** Sessions of an account that may still act, the one used last first. */
export async function listLiveSessions(db: Queryable, accountId: string, now: Date): Promise<OwnSession[]> {
  const { rows } = await db.query<{ id: string; created_at: Date; seen_at: Date; expires_at: Date }>(
    `select id, created_at, seen_at, expires_at from sessions
     where account_id = $1 and ended_at is null and expires_at > $2 order by seen_at desc, id`,
    [accountId, now],
  );
  return rows.map((row) => ({
    id: row.id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
  }));
}

type Ending = { accountId: string; sessionId?: string; except?: string; reason: EndReason; at: Date };

/** Ends one session of an account, or all of them; says how many. From the next request they are nobody. */
export async function endSessions(tx: Pick<Tx, "sessions">, ending: Ending): Promise<number> {
  const { accountId, sessionId, except, reason, at } = ending;
  const { count } = await tx.sessions.updateMany({
    where: {
      account_id: accountId,
      ended_at: null,
      ...(sessionId && { id: sessionId }),
      ...(except && { NOT: { id: except } }),
    },
    data: { ended_at: at, end_reason: reason },
  });
  return count;
}
