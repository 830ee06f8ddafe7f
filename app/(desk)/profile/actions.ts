"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { ownSession } from "@/lib/accounts/schema";
import { action, sessionAction } from "@/lib/action";
import { chooseOwnPassword } from "@/lib/auth/own-password";
import { addPasskey, beginPasskey, removePasskey, vouchForPasskey } from "@/lib/auth/own-passkeys";
import * as schema from "@/lib/auth/schema";
import { beginSecondFactor, confirmSecondFactor, dropSecondFactor } from "@/lib/auth/second-factor";
import { endOtherSessions, endOwnSession, sealSession } from "@/lib/auth/session";
import { done } from "@/lib/result";
import type { AccountResult } from "@/lib/accounts/view";

/** This browser stays signed in with a new session; every other one ends. */
export const changePassword = sessionAction({
  input: schema.nextPassword,
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

const shown = (): string[] => ["/profile"];

/** What the browser is to make a passkey of, after the password and, for a first one, the code. */
export const startPasskey = action({
  input: schema.passkeyBegun,
  run: (actor, input, { now }) => beginPasskey(actor, input, now),
});

/** What a passkey that is there is to be asked for, to vouch for a new one. */
export const vouch = action({
  input: schema.passkeyMade,
  run: (actor, { response }, { now }) => vouchForPasskey(actor, response, now),
});

export const keepPasskey = action({
  input: schema.passkeyNamed,
  run: (actor, input, { now }) => addPasskey(actor, input, now),
  revalidate: shown,
});

export const endPasskey = action({
  input: schema.passkeyRemoved,
  run: (actor, input, { now }) => removePasskey(actor, input, now),
  revalidate: shown,
});

/** A secret for the telephone; it counts once a code of it was typed. */
export const startFactor = action({
  input: schema.factorBegun,
  run: (actor, input, { now }) => beginSecondFactor(actor, input, now),
});

export const confirmFactor = action({
  input: schema.factorConfirmed,
  run: (actor, input, { now }) => confirmSecondFactor(actor, input, now),
});

export const dropFactor = action({
  input: schema.factorDropped,
  run: (actor, input, { now }) => dropSecondFactor(actor, input, now),
  revalidate: shown,
});
