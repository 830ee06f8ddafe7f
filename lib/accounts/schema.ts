import { z } from "zod";
import { locales } from "@/lib/i18n/locales";

/** Stored as it is compared: lower case, no blanks around it. */
export const loginField = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z][a-z0-9.-]{1,38}[a-z0-9]$/, { error: "loginForm" });

const uuid = z.guid();
const locale = z.enum(locales);

export const newAccount = z.object({ login: loginField, name: z.string().trim().min(1).max(120), locale });
export const oneAccount = z.object({ accountId: uuid });
export const newReset = z.object({ accountId: uuid, reason: z.string().trim().min(1).max(500) });
export const oneReset = z.object({ accountId: uuid, reset: uuid });
export const ownSession = z.object({ sessionId: uuid });
export const ownLocale = z.object({ locale });

/** A day that is in the calendar, as YYYY-MM-DD. */
export const dayField = z.iso.date({ error: "dateForm" });
/** An empty box of a form is no day. */
export const maybeDay = z.preprocess((given) => (given === "" ? undefined : given), dayField.optional());

type Period = { from: string; to?: string };
export const inOrder = ({ from, to }: Period): boolean => to === undefined || to >= from;
export const endsLater = { path: ["to"], error: "datesOrder" };

export const absence = z
  .object({ accountId: uuid, from: dayField, to: dayField, reason: z.string().trim().min(1).max(300) })
  .refine(inOrder, endsLater);
