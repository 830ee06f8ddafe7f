import type { Actor, Office } from "@/lib/law/actor";
import type { ActorSnapshot } from "@/lib/ledger/entry";
import type { Queryable } from "@/lib/store/client";
import { loadReach } from "@/lib/store/reach";
import type { Importer } from "./proposal";

/** The office in which somebody imports: P18 names the archivist alone. */
export function importingOffice(actor: Pick<Actor, "offices">): Office | null {
  return actor.offices.find(({ role }) => role === "archivist") ?? null;
}

export async function importerOf(db: Queryable, actor: Actor, office: Office): Promise<Importer> {
  return { accountId: actor.accountId, archiveId: office.bodyId, reach: await loadReach(db, actor) };
}

export function snapshotOf({ accountId, name }: Actor, office: Office): ActorSnapshot {
  const { role, bodyId, delegationId = null } = office;
  return { id: accountId, name, role, body: bodyId, delegation: delegationId };
}
