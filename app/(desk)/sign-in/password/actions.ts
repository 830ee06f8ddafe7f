"use server";

import { cookies } from "next/headers";
import { z } from "zod";
import { sessionAction } from "@/lib/action";
import { chooseOwnPassword } from "@/lib/auth/own-password";
import { sealSession } from "@/lib/auth/session";

/** Chooses one's own password; this browser stays signed in with a new session, every other one ends. */
export const choosePassword = sessionAction({
  input: z.object({ current: z.string().optional(), password: z.string().min(1), again: z.string().min(1) }),
  run: async (session, input, { now }) => {
    const chosen = await chooseOwnPassword(session, input, now);
    if (chosen.ok) (await cookies()).set(await sealSession(chosen.value));
    return chosen.ok ? { ok: true, value: null } : chosen;
  },
});
