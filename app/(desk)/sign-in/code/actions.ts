"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { sessionAction } from "@/lib/action";
import { pathWithin } from "@/lib/auth/address";
import { codeInput } from "@/lib/auth/schema";
import type { Result } from "@/lib/result";
import { askSecondFactor, passSecondFactor } from "@/lib/auth/second-factor";

/** The second half of signing in. */
export const passCode = sessionAction({
  input: codeInput,
  run: async (session, input, { now }): Promise<Result<null, never>> => {
    const passed = await passSecondFactor(session, input, now);
    if (!passed.ok) return passed;
    redirect(pathWithin(input.to));
  },
});

/** What a passkey is to be asked for in place of a code. */
export const prepareCode = sessionAction({
  input: z.object({}),
  run: (session, _, { now }) => askSecondFactor(session, now),
});
