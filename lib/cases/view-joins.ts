import type { Refusal } from "@/lib/law/refusals";

export type { BesideCase } from "@/lib/store/case-joins";

/** What stands in the way of joining two cases besides the law. */
export type JoinLeft =
  "gone" | "joinedAlready" | "leadJoined" | "leadsJoined" | "twoPeople" | "decidedLeads" | "notJoinedNow";
export type JoinRefusal = Refusal | { condition: JoinLeft };
