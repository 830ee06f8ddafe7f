import type { Queryable } from "./client";

export type EndReason = "signed_out" | "ended" | "password" | "offices" | "disabled";

export type LiveSession = { id: string; accountId: string; passwordTemporary: boolean };

/** The session if it may still act: not ended, not expired, its account not disabled. */
export async function findLiveSession(db: Queryable, id: string, now: Date): Promise<LiveSession | null> {
  const { rows } = await db.query<{ account_id: string; password_temporary: boolean; seen_at: Date }>(
    `select s.account_id, s.seen_at, a.password_temporary
     from sessions s join accounts a on a.id = s.account_id
     where s.id = $1 and s.ended_at is null and s.expires_at > $2 and a.disabled_at is null`,
    [id, now],
  );
  const row = rows[0];
  if (!row) return null;
  if (now.getTime() - row.seen_at.getTime() > minute) await touch(db, id, now);
  return { id, accountId: row.account_id, passwordTemporary: row.password_temporary };
}

const minute = 60_000;

/** Once a minute is enough to tell a person when a browser of theirs was last used. */
async function touch(db: Queryable, id: string, now: Date): Promise<void> {
  await db.query("update sessions set seen_at = $2 where id = $1", [id, now]);
}
