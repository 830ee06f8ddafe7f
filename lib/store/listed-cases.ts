import type pg from "pg";
import { readByCursor } from "./cursor";
import type { Queryable } from "./client";
import { pieces } from "./find";
import { inOneMoment } from "./ledger";
import { caseSeen, fileSeen, reachParameter, type Reach } from "./reach";

/**
 * What the list of cases is looked up in (migration `listed_cases`, ADR 14). None of this is for eyes: what a person may
 * see of it is asked where it is counted, and again where rows are read.
 */
export type ListedCase = {
  place: number;
  gone: boolean;
  stage: string;
  outcome: string | null;
  step: string | null;
  category: string | null;
  region: string | null;
  regional: string | null;
  awaits: boolean;
  /** `[a b][c]`: the owners of each file that keeps an archived case closed. */
  held: string;
  /** `a b c`: the owners of its files. */
  owners: string;
  /** When it began and ended, in days as `dayNumber` counts them; far ahead where nobody knows. */
  from: number;
  to: number | null;
};

/** An array: of a million rows, names are half of what would be sent and read. */
const listed = `json_build_array(l.n, l.gone, l.stage, l.outcome, l.step, l.category, l.region, l.regional_body_id, l.awaits,
  l.held, l.owners, l.year - date '1900-01-01', l.date_to - date '1900-01-01')`;

type Cells = [
  ...[place: number, gone: boolean, stage: string, outcome: string | null, step: string | null],
  ...[category: string | null, region: string | null, regional: string | null, awaits: boolean],
  ...[held: string, owners: string, from: number, to: number | null],
];

function listedCase(cells: Cells): ListedCase {
  const [place, gone, stage, outcome, step, category, region, regional, awaits, held, owners, from, to] =
    cells;
  return { place, gone, stage, outcome, step, category, region, regional, awaits, held, owners, from, to };
}

/** Days since the beginning of 1900. */
export const dayNumber = (day: string): number =>
  Math.round((Date.parse(day) - Date.parse("1900-01-01")) / 86_400_000);

/** So many changes are read at once; where there are more, all are walked through. */
const FEW = 2000;

/**
 * Hands over every row that was written since (all, when it is null), in no order and some of them again.
 *
 * @returns since when there is more to hand over the next time: whatever is committed before is in what was handed over.
 */
export async function readListed(
  pool: pg.Pool,
  since: string | null,
  put: (row: ListedCase) => void,
): Promise<string> {
  if (since !== null) {
    // Rows that another cluster wrote may have numbers that this one has yet to reach: they are not new.
    const { rows } = await pool.query<{ moment: string; row: Cells | null }>(
      `select pg_snapshot_xmin(pg_current_snapshot())::text as moment, l.row from (select 1) one left join lateral (
         select ${listed} as row from listed_cases l where l.changed >= $1::xid8
           and l.changed < pg_snapshot_xmax(pg_current_snapshot()) order by l.changed limit ${FEW}) l on true`,
      [since],
    );
    for (const { row } of rows) if (row) put(listedCase(row));
    if (rows.length < FEW) return rows[0]!.moment;
  }
  const client = await pool.connect();
  try {
    return await inOneMoment(
      client,
      async () => {
        const { rows } = await client.query<{ moment: string }>(
          "select pg_snapshot_xmin(pg_current_snapshot())::text as moment",
        );
        const statement = `select ${listed} as row from listed_cases l where $1::xid8 is null or l.changed >= $1::xid8`;
        for await (const some of readByCursor<Cells>(client, "listed", statement, [since]))
          for (const row of some) put(listedCase(row));
        return rows[0]!.moment;
      },
      "read only",
    );
  } finally {
    client.release();
  }
}

export type Exceptions = { hidden: number[]; shown: number[] };

/** Places that a person does not see, or sees, for what they answered and what is assigned to them. */
export async function loadExceptions(db: Queryable, reach: Reach): Promise<Exceptions> {
  const { rows } = await db.query<{ row: Exceptions }>(
    `select json_build_object(
       'hidden', (select coalesce(json_agg(l.n), '[]') from listed_cases l where l.id = any($2::uuid[])),
       'shown', (select coalesce(json_agg(l.n), '[]') from listed_cases l join cases c on c.id = l.id
         where l.id = any(array(select cf.case_id from assignments a join proceedings p on p.id = a.proceeding_id
           join case_files cf on cf.file_id = p.file_id where a.account_id = $3::uuid and a.ended_at is null))
         and ${caseSeen("c", "$1")})) as row`,
    [reachParameter(reach), reach.conflictedCases, reach.accountId],
  );
  return rows[0]!.row;
}

/** Places of the cases about which a person has answered whether there is a conflict. */
export async function loadAnswered(db: Queryable, accountId: string): Promise<number[]> {
  const { rows } = await db.query<{ places: number[] }>(
    `select coalesce(json_agg(l.n), '[]') as places from listed_cases l where l.id = any(array(
       select a.case_id from conflict_answers a where a.account_id = $1::uuid and a.case_id is not null))`,
    [accountId],
  );
  return rows[0]!.places;
}

export type CaseText = { stems: readonly string[]; reference: string | null };

/** Places of the cases whose person has all these stems in a name, or one of whose files that the person sees has this reference. */
export async function loadNamed(db: Queryable, reach: Reach, text: CaseText): Promise<number[]> {
  const { rows } = await db.query<{ places: number[] }>(
    `select coalesce(json_agg(l.n), '[]') as places from listed_cases l where l.id in (
       select c.id from cases c where $2::text[] is not null and c.person_id in (
         select p.id from persons p where p.search_key like all($2::text[])
         union select v.person_id from person_names v where v.search_key like all($2::text[]))
       union select cf.case_id from units u join case_files cf on cf.file_id = u.id join files f on f.id = u.id
         where $3::text is not null and u.ref_key like $3 and ${fileSeen("f", "$1")})`,
    [
      reachParameter(reach),
      text.stems.length > 0 ? text.stems.map(pieces) : null,
      text.reference && pieces(text.reference),
    ],
  );
  return rows[0]!.places;
}

export type NameSpot = { place: number; name: string; id: string };
export type NameWalk = { down: boolean; at: { name: string; id: string } | undefined };

/** The next by name in the Kazakh order, of all there are (`among` is null) or of some places. */
export async function walkNames(
  db: Queryable,
  { down, at }: NameWalk,
  among: readonly number[] | null,
  most: number,
): Promise<NameSpot[]> {
  const direction = down ? "desc" : "asc";
  const beyond = at ? `and (l.name, l.id) ${down ? "<" : ">"} ($3, $4::uuid)` : "";
  const { rows } = await db.query<NameSpot>(
    `select l.n as place, l.name, l.id from listed_cases l
     where ${among ? "l.n = any($2::int[])" : "not l.gone and $2::int[] is null"} ${beyond}
     order by l.name ${direction}, l.id ${direction} limit $1`,
    [most, among, ...(at ? [at.name, at.id] : [])],
  );
  return rows;
}

/** The place of a case that the person sees; null where there is none for them. */
export async function placeOfCase(db: Queryable, reach: Reach, id: string): Promise<number | null> {
  const { rows } = await db.query<{ n: number }>(
    `select l.n from listed_cases l join cases c on c.id = l.id where l.id = $2::uuid and ${caseSeen("c", "$1")}`,
    [reachParameter(reach), id],
  );
  return rows[0]?.n ?? null;
}
