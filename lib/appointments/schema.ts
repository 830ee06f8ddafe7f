import { z } from "zod";
import { dayField, endsLater, inOrder, maybeDay } from "@/lib/accounts/schema";
import { roles } from "@/lib/law/words";

const uuid = z.guid();
const act = z.string().trim().min(3).max(300);
const period = { act, from: dayField, to: maybeDay };

export const newAppointment = z
  .object({ accountId: uuid, role: z.enum(roles), bodyId: uuid, ...period })
  .refine(inOrder, endsLater);

/** `agencyId: "all"` clears for the secrets of every agency. */
export const newClearance = z
  .object({ accountId: uuid, agencyId: z.union([uuid, z.literal("all")]), ...period })
  .refine(inOrder, endsLater);

export const newDelegation = z
  .object({ accountId: uuid, appointmentId: uuid, act, from: dayField, to: dayField })
  .refine(inOrder, endsLater);

export const oneGrant = z.object({
  accountId: uuid,
  kind: z.enum(["appointment", "clearance", "delegation"]),
  id: uuid,
});
