import type { Entry } from "@/lib/ledger/entry";
import type { Queryable, Reads } from "./client";
import { planned } from "./planned";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

export type HistoryFilter = {
  caseId?: string;
  fileId?: string;
  proceedingId?: string;
  act?: string;
  article?: string;
  actorId?: string;
  refused?: boolean;
  /** Oldest first. */
  old?: boolean;
  /** The number of the entry at which the page before ended. */
  after?: string;
};

export type HistoryRow = {
  seq: string;
  entry: Entry;
  about: { caseId: string | null; fileId: string | null; name: string | null };
  /** The person that an assignment names. */
  assignee: string | null;
};
export const historyPage = 50;

/** The conditions of a filter with their values, after `$1` the reach and `$2` whether everything is shown. */
function conditionsOf(filter: HistoryFilter): { where: string; values: unknown[] } {
  const wanted: [condition: string, value: unknown][] = [
    ["e.case_id = ?::uuid", filter.caseId],
    ["e.file_id = ?::uuid", filter.fileId],
    ["e.proceeding_id = ?::uuid", filter.proceedingId],
    ["e.act = ?", filter.act],
    ["e.article = ?", filter.article],
    ["e.actor_id = ?::uuid", filter.actorId],
    [`e.seq ${filter.old ? ">" : "<"} ?::bigint`, filter.after],
  ];
  const set = wanted.filter(([, value]) => value !== undefined);
  const where = set.map(([condition], nth) => ` and ${condition.replace("?", `$${nth + 3}`)}`);
  return {
    where: where.join("") + (filter.refused ? " and e.refused" : ""),
    values: set.map(([, value]) => value),
  };
}

/**
 * Entries by number. Left out: what is about a case or file this person may not see, and, unless `everything`,
 * what is about neither (accounts and appointments).
 */
export async function listHistory(
  db: Reads,
  reach: Reach,
  filter: HistoryFilter,
  everything: boolean,
): Promise<{ rows: HistoryRow[]; more: boolean }> {
  const { where, values } = conditionsOf(filter);
  const { rows } = await db.query<{ row: HistoryRow }>(
    planned(`select json_build_object('seq', e.seq::text, 'entry', convert_from(e.bytes, 'UTF8')::json,
       'about', json_build_object('caseId', e.case_id, 'fileId', e.file_id, 'name', coalesce(pe.name, u.title)),
       'assignee', (select a.name from accounts a where e.act in ('assign_author', 'assign_reader')
         and a.id::text = convert_from(e.bytes, 'UTF8')::json->'payload'->'facts'->>'assignee')) as row
     from events e left join files f on f.id = e.file_id left join units u on u.id = f.id
     left join cases c on c.id = e.case_id left join persons pe on pe.id = coalesce(c.person_id, e.person_id)
     where (f.id is null or ${fileSeen("f", "$1")}) and (c.id is null or ${caseSeen("c", "$1")})
       and (f.id is not null or c.id is not null or $2 or e.person_id is not null and $1::jsonb->'all' = 'true'::jsonb)
       ${where} order by e.seq ${filter.old ? "asc" : "desc"} limit ${historyPage + 1}`),
    [reachParameter(reach), everything, ...values],
  );
  return { rows: rows.slice(0, historyPage).map((r) => r.row), more: rows.length > historyPage };
}

/** Everybody who ever did something, by name: for the filter. */
export async function listActors(db: Queryable): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select a.id, a.name from accounts a where exists (select 1 from events e where e.actor_id = a.id) order by a.name limit 500`,
  );
  return rows;
}
