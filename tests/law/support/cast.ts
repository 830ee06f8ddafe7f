import type { Office } from "@/lib/law/actor";
import { office } from "./matter";

const inRegion = { bodyId: "region", bodyKind: "regional" } as const;
const secondGroup = { bodyId: "group-2" };

/** Everybody in the small world and what they hold. Some hold two offices, so that a person can stand in their own way. */
export const cast: Record<string, readonly Office[]> = {
  archivist1: [office("archivist")],
  archivist2: [office("archivist")],
  expert1: [office("expert")],
  expert2: [office("expert")],
  expert3: [office("expert", secondGroup)],
  head: [office("head"), office("expert")],
  agencyA: [office("representative", { bodyId: "A" })],
  agencyB: [office("representative", { bodyId: "B" })],
  agencyBoth: [office("representative", { bodyId: "A" }), office("representative", { bodyId: "B" })],
  member1: [office("member")],
  member2: [office("member")],
  member3: [office("member")],
  member4: [office("member")],
  memberExpert: [office("member"), office("expert")],
  memberSecretary: [office("member"), office("secretary")],
  memberAdministrator: [office("member"), office("administrator")],
  chair: [office("chair")],
  deputy: [office("deputy"), office("member")],
  secretary1: [office("secretary")],
  secretary2: [office("secretary")],
  regional: [office("chair", inRegion)],
  auditor: [office("auditor")],
  administrator: [office("administrator")],
  former: [],
};

export const everybody = Object.keys(cast);
/** They have said nothing yet about conflicts; all others have declared none for every case. */
export const unanswered: readonly string[] = ["member3", "member4", "expert3", "secretary2", "agencyB"];

export function holders(role: Office["role"], bodyId?: string): readonly string[] {
  return everybody.filter((id) =>
    cast[id]!.some((o) => o.role === role && o.bodyKind !== "regional" && (!bodyId || o.bodyId === bodyId)),
  );
}
