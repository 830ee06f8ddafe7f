"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { ownSession } from "@/lib/accounts/schema";
import { action, sessionAction } from "@/lib/action";
import { chooseOwnPassword } from "@/lib/auth/own-password";
import { nextPassword } from "@/lib/auth/schema";
import { endOtherSessions, endOwnSession, sealSession } from "@/lib/auth/session";
import { done } from "@/lib/result";
import type { AccountResult } from "@/lib/accounts/view";

/** This browser stays signed in with a new session; every other one ends. */
export const changePassword = sessionAction({
  input: nextPassword,
  run: async (session, input, { now }) => {
    const chosen = await chooseOwnPassword(session, input, now);
    if (!chosen.ok) return chosen;
    (await cookies()).set(await sealSession(chosen.value));
    return done(null);
  },
  revalidate: () => ["/profile"],
});

/** Signs one of one's own browsers out. */
export const endSession = action({
  input: ownSession,
  run: async ({ accountId }, { sessionId }, { now }): Promise<AccountResult<null>> => {
    await endOwnSession({ id: sessionId, accountId }, now);
    return done(null);
  },
  revalidate: () => ["/profile"],
});

/** Signs every browser out but this one. */
export const endOthers = action({
  input: z.object({}),
  run: async (actor, _, { now }): Promise<AccountResult<number>> => done(await endOtherSessions(actor, now)),
  revalidate: () => ["/profile"],
});
