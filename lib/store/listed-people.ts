import type pg from "pg";
import type { Queryable } from "./client";
import { readListed } from "./listed";
import type { Exceptions } from "./listed-cases";
import { planned } from "./planned";
import { personSeen, reachParameter, type Reach } from "./reach";

/**
 * What people are searched for in (migration `listed_people`, ADR 15). None of this is for eyes: what somebody may see of it
 * is asked where it is searched, and again where rows are read.
 */
export type ListedPerson = {
  place: number;
  gone: boolean;
  /** The name and its other forms. */
  names: readonly string[];
  /** Between which days they were born, as `dayNumber` counts; null where nobody knows. */
  bornFrom: number | null;
  bornTo: number | null;
  birthPlace: string | null;
  /** The ways in which the staff may see them (`[a b][c]|[d]`); empty where one is open to all of it. */
  held: string;
  /** `a b c`: the owners of files, and the regional commissions, by which others may. */
  owners: string;
  regional: string;
};

const listed = `json_build_array(l.n, l.gone, l.names, l.birth_from - date '1900-01-01', l.birth_to - date '1900-01-01',
  l.birth_place, l.held, l.owners, l.regional)`;

type Cells = [
  ...[place: number, gone: boolean, names: string, bornFrom: number | null, bornTo: number | null],
  ...[birthPlace: string | null, held: string, owners: string, regional: string],
];

/** Hands over the rows that were written since, as `readListed` does. */
export const readListedPeople = (
  pool: pg.Pool,
  since: string | null,
  put: (row: ListedPerson) => void,
): Promise<string> =>
  readListed<Cells>(pool, { table: "listed_people", cells: listed }, since, (cells) => {
    const [place, gone, names, bornFrom, bornTo, birthPlace, held, owners, regional] = cells;
    const born = { bornFrom, bornTo, birthPlace };
    put({ place, gone, names: gone ? [] : names.split("\n"), ...born, held, owners, regional });
  });

const concerned = planned(
  `with assigned as materialized (select p.file_id from assignments a join proceedings p on p.id = a.proceeding_id
       where a.account_id = $2::uuid and a.ended_at is null and p.file_id is not null),
     concerned as materialized (select p.n, ${personSeen("p", "$1")} as seen from persons p where p.id = any(array(
       select c.person_id from cases c where c.id = any($3::uuid[])
       union select m.person_id from mentions m where m.file_id = any($4::uuid[])
       union select c.person_id from assigned a join case_files cf on cf.file_id = a.file_id join cases c on c.id = cf.case_id
       union select m.person_id from assigned a join mentions m on m.file_id = a.file_id)))
     select json_build_object('hidden', (select coalesce(json_agg(n), '[]') from concerned where not seen),
       'shown', (select coalesce(json_agg(n), '[]') from concerned where seen)) as row`,
);

/** Places of people whom somebody sees, or does not, for what they answered and what is assigned to them. */
export async function loadPeopleExceptions(db: Queryable, reach: Reach): Promise<Exceptions> {
  const { rows } = await db.query<{ row: Exceptions }>(concerned, [
    reachParameter(reach),
    reach.accountId,
    reach.conflictedCases,
    reach.conflictedFiles,
  ]);
  return rows[0]!.row;
}
