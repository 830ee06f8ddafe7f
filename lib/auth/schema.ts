import { z } from "zod";

/** How long it must be is told with the other things that can be wrong with a password. */
export const firstPassword = z.object({ password: z.string().min(1), again: z.string().min(1) });
export const nextPassword = firstPassword.extend({ current: z.string().min(1) });
