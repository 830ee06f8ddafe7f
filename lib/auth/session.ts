import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { log } from "@/lib/log";
import { appClient, appPool, type Queryable } from "@/lib/store/client";
import {
  endSessions,
  insertSession,
  listLiveSessions,
  type LiveSession,
  type OwnSession,
} from "@/lib/store/sessions";
import { authSecret, sessionCookieName, usesHttps } from "./cookie";

/** A working day: whoever signs in the morning signs in again the next. In seconds. */
export const sessionLength = 12 * 60 * 60;

/** A new row for a browser that has just shown a password. Never reuses one, so none can be planted. */
export async function openSession(
  db: Queryable,
  accountId: string,
  now: Date,
  waits = false,
): Promise<string> {
  const id = randomUUID();
  await insertSession(db, {
    id,
    accountId,
    waits,
    at: now,
    expiresAt: new Date(now.getTime() + sessionLength * 1000),
  });
  return id;
}

/** The cookie for a session opened outside next-auth's own callback, after a change of password. */
export async function sealSession(sessionId: string) {
  const value = await encode({ token: { sessionId }, secret: authSecret(), maxAge: sessionLength });
  return { name: sessionCookieName(), value, ...sessionCookieOptions(), maxAge: sessionLength };
}

export function sessionCookieOptions() {
  return { httpOnly: true, sameSite: "lax", path: "/", secure: usesHttps() } as const;
}

export async function endOwnSession(session: Pick<LiveSession, "id" | "accountId">, at: Date): Promise<void> {
  const { id: sessionId, accountId } = session;
  await endSessions(appClient(), { accountId, sessionId, reason: "signed_out", at });
  log.info("signed_out", { account: accountId });
}

/** Ends every session of an account but the one that asks; says how many. */
export function endOtherSessions(
  { accountId, sessionId }: { accountId: string; sessionId: string | null },
  at: Date,
): Promise<number> {
  return endSessions(appClient(), { accountId, except: sessionId ?? undefined, reason: "ended", at });
}

/** The browsers in which somebody is signed in. */
export function ownSessions(accountId: string, now: Date): Promise<OwnSession[]> {
  return listLiveSessions(appPool(), accountId, now);
}
