import { z } from "zod";
import { holds, type Actor } from "@/lib/law/actor";
import { acts, works } from "@/lib/law/acts";
import { appPool, appReads } from "@/lib/store/client";
import { listActors, listHistory, type HistoryFilter, type HistoryRow } from "@/lib/store/history";
import { loadReach } from "@/lib/store/reach";

export type HistoryPage = { rows: HistoryRow[]; more: boolean; last: string | null };

const search = z.object({
  act: z
    .enum([...acts, ...works, "stage", "standing", "fell_back", "arrived", "imported"])
    .optional()
    .catch(undefined),
  article: z
    .string()
    .regex(/^[A-Z]\d{1,2}[a-z]?$/)
    .optional()
    .catch(undefined),
  actor: z.uuid().optional().catch(undefined),
  refused: z.literal("1").optional().catch(undefined),
  order: z.literal("old").optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type HistorySearch = z.infer<typeof search>;

export const readHistorySearch = (params: Record<string, string | string[] | undefined>): HistorySearch =>
  search.parse(params);

/** Entries about one case, file or proceeding. */
export async function readHistoryOf(
  actor: Actor,
  about: Pick<HistoryFilter, "caseId" | "fileId" | "proceedingId">,
  old: boolean,
  after?: string,
): Promise<HistoryPage> {
  const db = appReads();
  return paged(await listHistory(db, await loadReach(db, actor), { ...about, old, after }, false));
}

/** The whole history, as far as it is open to this person. */
export async function readHistory(
  actor: Actor,
  { actor: actorId, refused, order, ...rest }: HistorySearch,
): Promise<HistoryPage & { actors: { id: string; name: string }[] }> {
  const db = appPool();
  const everything = holds(actor, "auditor") || holds(actor, "administrator");
  const filter = { ...rest, actorId, refused: refused === "1", old: order === "old" };
  const [found, actors] = await Promise.all([
    listHistory(db, await loadReach(db, actor), filter, everything),
    listActors(db),
  ]);
  return { ...paged(found), actors };
}

const paged = (found: { rows: HistoryRow[]; more: boolean }): HistoryPage => ({
  ...found,
  last: found.more ? (found.rows.at(-1)?.seq ?? null) : null,
});
