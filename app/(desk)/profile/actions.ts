"use server";

import { z } from "zod";
import { ownSession } from "@/lib/accounts/schema";
import { action } from "@/lib/action";
import { endOtherSessions, endOwnSession } from "@/lib/auth/session";
import { done } from "@/lib/result";
import type { AccountResult } from "@/lib/accounts/act";

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
