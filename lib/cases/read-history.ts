import { z } from "zod";
import { beginningOf, dayAfter } from "@/lib/clock";
import { seesUnattached } from "@/lib/history/prove";
import type { Actor } from "@/lib/law/actor";
import { acts, works } from "@/lib/law/acts";
import { appPool, appReads } from "@/lib/store/client";
import type { Found } from "@/lib/store/find";
import { listActors, listHistory, unplanned, type HistoryRow } from "@/lib/store/history";
import { nameSubjects, type NamedSubjects } from "@/lib/store/history-subjects";
import type { HistoryFilter } from "@/lib/store/history-filter";
import { loadReach } from "@/lib/store/reach";
import { findMeant } from "./find-meant";

export type HistoryPage = { rows: HistoryRow[]; more: boolean; last: string | null };

const day = z.iso.date().optional().catch(undefined);
const id = z.uuid().optional().catch(undefined);
const search = z.object({
  act: z
    .enum([...acts, ...works, "stage", "standing", "fell_back", "arrived", "departed", "imported"])
    .optional()
    .catch(undefined),
  article: z
    .string()
    .regex(/^[A-Z]\d{1,2}[a-z]?$/)
    .optional()
    .catch(undefined),
  ...{ actor: id, case: id, file: id, person: id, proceeding: id, author: id },
  /** Days of Kazakhstan, both within. */
  ...{ from: day, to: day },
  signed: z.enum(["any", "unopened"]).optional().catch(undefined),
  refused: z.literal("1").optional().catch(undefined),
  /** A name or a reference, of which a case, a file or a person is still to be chosen. */
  q: z.string().trim().min(1).max(200).optional().catch(undefined),
  order: z.literal("old").optional().catch(undefined),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type HistorySearch = z.infer<typeof search>;

export const readHistorySearch = (params: Record<string, unknown>): HistorySearch => search.parse(params);

export function filterOf(wanted: HistorySearch): HistoryFilter {
  const { act, article, actor, person, proceeding, author, from, to, signed, refused } = wanted;
  return {
    ...{ act, article, signed, actorId: actor, caseId: wanted.case, fileId: wanted.file },
    ...{ personId: person, proceedingId: proceeding, authorId: author, refused: refused === "1" },
    from: from ? beginningOf(from) : undefined,
    until: to ? beginningOf(dayAfter(to)) : undefined,
  };
}

/** Entries about one case, file or proceeding. */
export async function readHistoryOf(
  actor: Actor,
  about: Pick<HistoryFilter, "caseId" | "fileId" | "proceedingId">,
  old: boolean,
  after?: string,
): Promise<HistoryPage> {
  const db = appReads();
  return paged(await listHistory(db, await loadReach(db, actor), about, { old, after }));
}

export type WholeHistory = HistoryPage & {
  actors: { id: string; name: string }[];
  subjects: NamedSubjects;
  /** What a typed name or reference may mean; null where none is typed. */
  found: Found | null;
};

/** The whole history, as far as it is open to this person. */
export async function readHistory(actor: Actor, wanted: HistorySearch): Promise<WholeHistory> {
  const db = appPool();
  const everything = seesUnattached(actor);
  const reach = await loadReach(db, actor);
  const turn = { old: wanted.order === "old", after: wanted.after, everything };
  const [history, actors, subjects, found] = await Promise.all([
    listHistory(unplanned(db), reach, filterOf(wanted), turn),
    listActors(db),
    nameSubjects(db, reach, { caseId: wanted.case, fileId: wanted.file, personId: wanted.person }),
    wanted.q ? findMeant(db, reach, wanted.q) : null,
  ]);
  return { ...paged(history), actors, subjects, found };
}

const paged = (found: { rows: HistoryRow[]; more: boolean }): HistoryPage => ({
  rows: found.rows.map(withheld),
  more: found.more,
  last: found.more ? (found.rows.at(-1)?.seq ?? null) : null,
});

/** Facts that an auditor reads also of what they may not see: why, and which sheet was read for what. */
const openFacts = ["basis", "purpose", "sheet", "from", "to", "until", "answer", "conflict", "motion"];

/** Acts, actors and reasons are the auditor's; what is said of contents is for those who may see them. */
export function withheld<T extends Pick<HistoryRow, "about" | "entry">>(row: T): T {
  const { payload } = row.entry;
  if (row.about.seen || !("facts" in payload)) return row;
  const facts = Object.fromEntries(
    Object.entries(payload.facts).filter(([name]) => openFacts.includes(name)),
  );
  return { ...row, entry: { ...row.entry, payload: { ...payload, facts } } };
}
