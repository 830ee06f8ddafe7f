import { randomUUID } from "node:crypto";

/** The idempotency key of a form, made when it is drawn: sent twice, it is one act. */
export const newKey = (): string => randomUUID();
