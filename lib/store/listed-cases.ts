import type pg from "pg";
import type { Queryable } from "./client";
import { pieces } from "./find";
import { readListed } from "./listed";
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
  organ: string | null;
  regional: string | null;
  awaits: boolean;
  /** `[a b][c]`: the owners of each file that keeps an archived case closed. */
  held: string;
  /** `a b c`: the owners of its files. */
  owners: string;
  /** When it began and ended, in days as `dayNumber` counts them; far ahead where nobody knows. */
  from: number;
  to: number | null;
  /** Since when it has been in its step; null where it is in none. */
  since: number | null;
  /** The place of the person among people. */
  person: number;
};

/** An array: of a million rows, names are half of what would be sent and read. */
const listed = `json_build_array(l.n, l.gone, l.stage, l.outcome, l.step, l.category, l.region, l.regional_body_id, l.awaits,
  l.held, l.owners, l.year - date '1900-01-01', l.date_to - date '1900-01-01', l.person, l.organ, l.step_since - date '1900-01-01')`;

type Cells = [
  ...[place: number, gone: boolean, stage: string, outcome: string | null, step: string | null],
  ...[category: string | null, region: string | null, regional: string | null, awaits: boolean],
  ...[held: string, owners: string, from: number, to: number | null, person: number],
  ...[organ: string | null, since: number | null],
];

function listedCase(cells: Cells): ListedCase {
  const [place, gone, stage, outcome, step, category, region, regional, ...rest] = cells;
  const [awaits, held, owners, from, to, person, organ, since] = rest;
  const words = { stage, outcome, step, category, region, organ, regional, awaits, held, owners };
  return { place, gone, ...words, from, to, person, since };
}

/** Days since the beginning of 1900. */
export const dayNumber = (day: string): number =>
  Math.round((Date.parse(day) - Date.parse("1900-01-01")) / 86_400_000);

/** Hands over the rows that were written since, as `readListed` does. */
export const readListedCases = (
  pool: pg.Pool,
  since: string | null,
  put: (row: ListedCase) => void,
): Promise<string> =>
  readListed<Cells>(pool, { table: "listed_cases", cells: listed }, since, (cells) => put(listedCase(cells)));

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

/** Places of the cases that point to another one of the same episode. */
export async function loadJoined(db: Queryable): Promise<number[]> {
  const { rows } = await db.query<{ places: number[] }>(
    `select coalesce(json_agg(l.n), '[]') as places from case_joins j join listed_cases l on l.id = j.case_id where j.ended_at is null`,
  );
  return rows[0]!.places;
}

/** Places of the cases one of whose files, that the person sees, has this in its reference. */
export async function loadReferred(db: Queryable, reach: Reach, reference: string): Promise<number[]> {
  const { rows } = await db.query<{ places: number[] }>(
    `select coalesce(json_agg(l.n), '[]') as places from listed_cases l where l.id in (
       select cf.case_id from units u join case_files cf on cf.file_id = u.id join files f on f.id = u.id
       where u.ref_key like $2 and ${fileSeen("f", "$1")})`,
    [reachParameter(reach), pieces(reference)],
  );
  return rows[0]!.places;
}

/** The place of a case that the person sees; null where there is none for them. */
export async function placeOfCase(db: Queryable, reach: Reach, id: string): Promise<number | null> {
  const { rows } = await db.query<{ n: number }>(
    `select l.n from listed_cases l join cases c on c.id = l.id where l.id = $2::uuid and ${caseSeen("c", "$1")}`,
    [reachParameter(reach), id],
  );
  return rows[0]?.n ?? null;
}
