"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";
import { sessionAction } from "@/lib/action";
import { sessionCookieName } from "@/lib/auth/cookie";
import { endOwnSession } from "@/lib/auth/session";

/** Ends the session of this browser. */
export const signOut = sessionAction({
  input: z.object({}),
  run: async (session, _, { now }) => {
    await endOwnSession(session, now);
    (await cookies()).delete(sessionCookieName());
    redirect("/sign-in?left=1");
  },
});
