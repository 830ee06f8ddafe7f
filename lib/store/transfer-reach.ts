import { holds, type Actor } from "@/lib/law/actor";

/** Whose transfers a person sees: those of the archives in which they are archivist, or (commission, audit) all. */
export type TransferReach = { all: boolean; archives: readonly string[] };

export function transferReach(actor: Pick<Actor, "offices">): TransferReach {
  const everywhere = (["member", "deputy", "secretary", "auditor"] as const).some((role) =>
    holds(actor, role),
  );
  return {
    all: everywhere || holds(actor, "chair", "commission"),
    archives: actor.offices.filter(({ role }) => role === "archivist").map(({ bodyId }) => bodyId),
  };
}

/** For whoever sees none there are no pages about transfers either. */
export const seesTransfers = (reach: TransferReach): boolean => reach.all || reach.archives.length > 0;

/** SQL: may the person whose reach is the json parameter `p` see transfer `t`? */
export function transferSeen(t: string, p: string): string {
  const own = `(select own.id::uuid from jsonb_array_elements_text(${p}::jsonb->'archives') own(id))`;
  return `((${p}::jsonb->>'all')::boolean or ${t}.from_id in ${own} or ${t}.to_id in ${own})`;
}

/** SQL: does transfer `t` wait for one of these archives (a json parameter), and for a step that this account may take? */
export function transferWaits(t: string, archives: string, account: string): string {
  const own = `(select own.id::uuid from jsonb_array_elements_text(${archives}::jsonb) own(id))`;
  return `(${t}.state = 'returned' and ${t}.from_id in ${own}
    or ${t}.state in ('announced', 'received', 'checked') and ${t}.to_id in ${own} and not exists (
      select from transfer_steps ws where ws.transfer_id = ${t}.id and ws.act = 'announce' and ws.by_id = ${account}))`;
}
