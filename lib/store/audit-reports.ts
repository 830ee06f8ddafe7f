import type { Queryable } from "./client";

/** What a report is about: moments, `from` inclusive and `until` exclusive. */
export type ReportPeriod = { from?: Date; until?: Date };

/** Rows of a report, the most telling first, and how many there are in all. */
export type Found<R> = { rows: readonly R[]; all: number };

/** So many rows are read for a screen; a file has them all. */
export const reportRows = 200;

export type Asked = { period: ReportPeriod; most: number | null };

export const within = (at: string): string =>
  `($1::timestamptz is null or ${at} >= $1) and ($2::timestamptz is null or ${at} < $2)`;

export async function reportFound<R>(
  db: Queryable,
  { period, most }: Asked,
  sql: string,
  more: unknown[],
): Promise<Found<R>> {
  const { rows } = await db.query<{ row: R; n: bigint }>(
    `select row, count(*) over () as n from (${sql}) x limit $3`,
    [...[period.from ?? null, period.until ?? null, most], ...more],
  );
  return { rows: rows.map(({ row }) => row), all: Number(rows[0]?.n ?? 0) };
}

export type UnopenedRow = {
  accountId: string;
  name: string;
  /** Signatures given by register, and those of them whose dossier the signer had not opened. */
  signed: number;
  unopened: number;
  /** Of one. */
  share: number;
  last: string;
};

/** By signer: signatures given by register, and how many of them over a dossier that the signer had not opened. */
export function listUnopened(db: Queryable, asked: Asked): Promise<Found<UnopenedRow>> {
  return reportFound(
    db,
    asked,
    `select json_build_object('accountId', a.id, 'name', a.name, 'signed', s.signed, 'unopened', s.unopened,
       'share', s.unopened::float8 / s.signed, 'last', s.last) as row
     from (select account_id, count(*)::int as signed, count(*) filter (where not opened)::int as unopened,
         max(at) filter (where not opened) as last
       from signatures where register and ${within("at")} group by account_id) s
     join accounts a on a.id = s.account_id where s.unopened > 0
     order by s.unopened desc, a.name, a.id`,
    [],
  );
}

export type PaceRow = {
  accountId: string;
  name: string;
  /** YYYY-MM-DD in Kazakhstan. */
  day: string;
  signed: number;
  /** A register is signed in one. */
  times: number;
  /** Seconds from one time of signing to the next on that day. */
  median: number;
  shortest: number;
  /** How often sooner than the limit. */
  fast: number;
};

/**
 * By signer and day: the time from one signing to the next. A register counts as one: its items are signed at one
 * moment. Days on which somebody signed but once are left out, and so are those with nothing faster than `seconds`.
 */
export function listPace(db: Queryable, asked: Asked, seconds: number): Promise<Found<PaceRow>> {
  return reportFound(
    db,
    asked,
    `with given as (select account_id, at, count(*)::int as items from signatures where ${within("at")} group by account_id, at),
     spaced as (select account_id, items, (at at time zone 'Asia/Almaty')::date as day,
         extract(epoch from at - lag(at) over (partition by account_id, (at at time zone 'Asia/Almaty')::date order by at))::float8 as gap
       from given),
     days as (select account_id, day, sum(items)::int as signed, count(*)::int as times, min(gap) as shortest,
         percentile_cont(0.5) within group (order by gap) as median, count(*) filter (where gap < $4)::int as fast
       from spaced group by account_id, day)
     select json_build_object('accountId', a.id, 'name', a.name, 'day', d.day, 'signed', d.signed, 'times', d.times,
       'median', d.median, 'shortest', d.shortest, 'fast', d.fast) as row
     from days d join accounts a on a.id = d.account_id where d.fast > 0
     order by d.fast desc, d.median, d.day desc, a.name, a.id`,
    [seconds],
  );
}

export type PairRow = {
  authorId: string;
  author: string;
  readerId: string;
  reader: string;
  /** Proceedings in which the one wrote and the other was second reader. */
  common: number;
  /** How often the reader returned one of them. */
  returned: number;
  last: string;
};

/** Authors and second readers who had at least `least` proceedings in common and never disagreed in one. */
export function listPairs(db: Queryable, asked: Asked, least: number): Promise<Found<PairRow>> {
  return reportFound(
    db,
    asked,
    `with common as (select au.account_id as author, s.account_id as reader, s.proceeding_id,
         bool_or(s.answer = 'against') as against, max(s.at) as at
       from signatures s join authors au on au.proceeding_id = s.proceeding_id and au.account_id <> s.account_id
       where s.slot = 'reader' and ${within("s.at")} group by au.account_id, s.account_id, s.proceeding_id)
     select json_build_object('authorId', w.id, 'author', w.name, 'readerId', r.id, 'reader', r.name, 'common', p.common,
       'returned', (select count(*) from returns b where b.by_id = p.reader and b.proceeding_id = any(p.proceedings)), 'last', p.last) as row
     from (select author, reader, count(*)::int as common, max(at) as last, array_agg(proceeding_id) as proceedings
       from common group by author, reader having count(*) >= $4 and not bool_or(against)) p
     join accounts w on w.id = p.author join accounts r on r.id = p.reader
     order by p.common desc, w.name, r.name, w.id, r.id`,
    [least],
  );
}
