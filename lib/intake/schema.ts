import { z } from "zod";

const id = z.guid();

/** What was shown is what is accepted. */
export const accepting = z.object({ id, digest: z.string().regex(/^[0-9a-f]{64}$/) });
export const dropping = z.object({ id });
export const uploadName = z.string().trim().min(1).max(200);
