import type { Actor } from "@/lib/law/actor";
import { done, refused, type Result } from "@/lib/result";
import { appPool } from "@/lib/store/client";
import { deleteMapping, listMappings } from "@/lib/store/import-mappings";
import type { Desk } from "./accept";
import { importingOffice } from "./importer";
import type { KeptMapping, MappingRefusal } from "./view";

/** What the archive of this archivist has kept of tables with headings of their own; null for whoever imports nothing. */
export async function readMappings(
  actor: Actor,
  pool: Desk["pool"] = appPool(),
): Promise<KeptMapping[] | null> {
  const office = importingOffice(actor);
  if (!office) return null;
  const kept = await listMappings(pool, office.bodyId);
  return kept.map(({ id, name, saved_by: savedBy, saved_at: savedAt, columns, read }) => ({
    ...{ id, name, savedBy, savedAt: savedAt.toISOString(), columns, read },
  }));
}

/** Deletes one of them (P18). What was read by it stays as it was read: an import has its own copy. */
export async function forgetMapping(
  { pool }: Pick<Desk, "pool">,
  actor: Actor,
  id: string,
): Promise<Result<{ id: string }, MappingRefusal>> {
  const office = importingOffice(actor);
  if (!office) return refused({ condition: "heldRole" });
  const deleted = await deleteMapping(pool, office.bodyId, id);
  return deleted ? done({ id }) : refused({ condition: "mappingGone" });
}
