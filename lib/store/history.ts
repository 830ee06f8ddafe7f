import type { Entry } from "@/lib/ledger/entry";
import type { Queryable, Reads } from "./client";
import { conditionsOf, type HistoryFilter } from "./history-filter";
import { planned } from "./planned";
import { aboutSeen, entrySeen, reachParameter, type Reach } from "./reach";

export type HistoryRow = {
  seq: string;
  entry: Entry;
  about: {
    caseId: string | null;
    fileId: string | null;
    proceedingId: string | null;
    name: string | null;
    /** The file's reference. */
    reference: string | null;
    /** Somebody's account, where it is about that. */
    account: string | null;
    /** False where an auditor reads an entry about what they may not see: it has no name and no texts then. */
    seen: boolean;
  };
  /** The person that an assignment names. */
  assignee: string | null;
  /** The body in which the actor acted, as it is called now. */
  body: { kk: string; ru: string; en: string } | null;
  /** Its place in the tree; null while it waits for one. */
  leaf: number | null;
};
export const historyPage = 50;

/** How a page of the history is taken. */
export type HistoryTurn = {
  /** Oldest first. */
  old?: boolean;
  /** The number of the entry at which the page before ended. */
  after?: string;
  /** Also what is about neither a case nor a file: accounts and appointments. */
  everything?: boolean;
  most?: number;
};

/** In the order of time, and within one moment in that of writing: each filter has an index in this order. */
function statementOf(
  filter: HistoryFilter,
  { old, after, most = historyPage }: HistoryTurn,
): { text: string; values: unknown[] } {
  const { where, values } = conditionsOf(filter, after === undefined ? 3 : 4);
  const place = `and (e.at, e.seq) ${old ? ">" : "<"} ((select x.at from events x where x.seq = $3::bigint), $3::bigint)`;
  const way = old ? "asc" : "desc";
  const text = `select json_build_object('seq', e.seq::text, 'entry', read.entry,
       'about', json_build_object('caseId', e.case_id, 'fileId', e.file_id, 'proceedingId', e.proceeding_id, 'seen', seen,
         'name', case when seen then coalesce(pe.name, u.title) end, 'reference', case when seen then u.ref_path end,
         'account', (select a.name from accounts a where f.id is null and c.id is null
           and a.id::text = coalesce(read.entry #>> '{payload,about,account}', read.entry #>> '{payload,account}'))),
       'body', (select json_build_object('kk', b.name_kk, 'ru', b.name_ru, 'en', b.name_en) from bodies b
         where b.id::text = read.entry #>> '{actor,body}'),
       'leaf', (select l.index from ledger_leaves l where l.seq = e.seq),
       'assignee', (select a.name from accounts a where e.act in ('assign_author', 'assign_reader')
         and a.id::text = read.entry #>> '{payload,facts,assignee}')) as row
     from events e left join files f on f.id = e.file_id left join units u on u.id = f.id
     left join cases c on c.id = e.case_id left join persons pe on pe.id = coalesce(c.person_id, e.person_id)
     cross join lateral (select convert_from(e.bytes, 'UTF8')::json as entry) read
     cross join lateral (select ${aboutSeen("$1")} as seen) s
     where ${entrySeen("$1", "$2")}
       ${after === undefined ? "" : place}${where} order by e.at ${way}, e.seq ${way} limit ${most + 1}`;
  return { text, values: after === undefined ? values : [after, ...values] };
}

/**
 * Entries by time. Left out: what is about a case or file whose history this person may not read, and, unless
 * `everything`, what is about neither.
 */
export async function listHistory(
  db: Reads,
  reach: Reach,
  filter: HistoryFilter,
  turn: HistoryTurn,
): Promise<{ rows: HistoryRow[]; more: boolean }> {
  const { text, values } = statementOf(filter, turn);
  const { rows } = await db.query<{ row: HistoryRow }>(planned(text), [
    ...[reachParameter(reach), turn.everything === true],
    ...values,
  ]);
  const most = turn.most ?? historyPage;
  return { rows: rows.slice(0, most).map((r) => r.row), more: rows.length > most };
}

/** All of it, oldest first, some thousands at a time: what `client` sees in its transaction. */
export async function* readHistoryWhole(
  client: Queryable,
  reach: Reach,
  filter: HistoryFilter,
): AsyncGenerator<readonly HistoryRow[]> {
  const turn = { old: true, everything: true, most: 2000 };
  for (let after: string | undefined; ;) {
    const { rows, more } = await listHistory(unplanned(client), reach, filter, { ...turn, after });
    if (rows.length > 0) yield rows;
    if (!more) return;
    after = rows.at(-1)!.seq;
  }
}

/** For statements of many shapes: none is kept under a name, and each is planned for its own values. */
export const unplanned = (db: Queryable): Reads => ({
  query: ({ text }, values) => db.query(text, values),
});

/** Everybody who ever did something, by name: for the filter. */
export async function listActors(db: Queryable): Promise<{ id: string; name: string }[]> {
  const { rows } = await db.query<{ id: string; name: string }>(
    `select a.id, a.name from accounts a where exists (select 1 from events e where e.actor_id = a.id) order by a.name limit 500`,
  );
  return rows;
}
