import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { dayOf, systemClock } from "@/lib/clock";
import type { Actor } from "@/lib/law/actor";
import { findHolder, operatorId, type Holder } from "@/lib/store/accounts";
import { appPool, type Queryable } from "@/lib/store/client";
import { findLiveSession, type LiveSession } from "@/lib/store/sessions";
import { readSessionCookie, sessionCookieName } from "./cookie";

/** The only place where the brand is put on; whatever leads here has read the rows first. */
function make(holder: Holder, sessionId: string | null): Actor {
  return Object.freeze({ ...holder, sessionId }) as Actor;
}

/** The session behind this request's cookie, read from the database once per request. */
export const currentSession = cache(async (): Promise<LiveSession | null> => {
  const id = await readSessionCookie((await cookies()).get(sessionCookieName())?.value);
  return id ? findLiveSession(appPool(), id, systemClock()) : null;
});

/** Who is signed in. Before the second factor, or with a password that somebody else chose, one is nobody yet. */
export const currentActor = cache(async (): Promise<Actor | null> => {
  const session = await currentSession();
  return session && actorOfSession(appPool(), session, systemClock());
});

/** For pages: whoever is not signed in is led to the sign-in page and back to `here` afterwards. */
export async function requireActor(here?: string): Promise<Actor> {
  const actor = await currentActor();
  if (actor) return actor;
  const session = await currentSession();
  if (session?.waits) redirect(here ? `/sign-in/code?to=${encodeURIComponent(here)}` : "/sign-in/code");
  if (session?.passwordTemporary) redirect("/sign-in/password");
  redirect(here ? `/sign-in?to=${encodeURIComponent(here)}` : "/sign-in");
}

export async function actorOfSession(db: Queryable, session: LiveSession, now: Date): Promise<Actor | null> {
  if (session.passwordTemporary || session.waits) return null;
  const holder = await findHolder(db, session.accountId, dayOf(now));
  return holder && make(holder, session.id);
}

/**
 * For jobs (the submitter, re-read when the job runs), tests and the sample archive. `today`: YYYY-MM-DD.
 * Throws when the account is not there or disabled.
 */
export async function actorOfAccount(db: Queryable, accountId: string, today: string): Promise<Actor> {
  const holder = await findHolder(db, accountId, today);
  if (!holder) throw new Error("no such account, or it is disabled");
  return make(holder, null);
}

/** Who works at the command line: named in the history, without any office. */
export function operatorActor(name: string): Actor {
  const nobody = {
    login: "operator",
    locale: "kk",
    offices: [],
    clearances: [],
    coolingUntil: 0,
    keyed: false,
  } as const;
  return make({ ...nobody, accountId: operatorId, name }, null);
}
