"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { firstPassword } from "@/lib/auth/schema";
import { sessionAction } from "@/lib/action";
import { chooseOwnPassword } from "@/lib/auth/own-password";
import { sealSession } from "@/lib/auth/session";
import type { Result } from "@/lib/result";

/** Replaces a password that was handed over; this browser goes on with a new session. */
export const choosePassword = sessionAction({
  input: firstPassword,
  run: async (session, input, { now }): Promise<Result<null, never>> => {
    const chosen = await chooseOwnPassword(session, input, now);
    if (!chosen.ok) return chosen;
    (await cookies()).set(await sealSession(chosen.value));
    redirect("/");
  },
});
