import { bitsOf, placesOf, type Against } from "@/lib/facets/tally";
import type { Queryable } from "./client";

type NameSpot = { place: number; name: string; id: string };
type NameWalk = { down: boolean; at: { name: string; id: string } | undefined };

/** Which places are wanted: few, each of them, or a bit for every place there is. */
export type Wanted = { few: readonly number[] } | { bits: Buffer };

/** So many names are put in order by themselves; where more are found, the order of all is walked through for them. */
const FEW = 4000;

/** What was found as a statement takes it, so that one does whatever lies between: its number would tell of what is hidden. */
export const wantedOf = ({ against, total }: { against: Against; total: number }): Wanted =>
  total <= FEW ? { few: placesOf(against) } : { bits: Buffer.from(bitsOf(against)) };

/** SQL: is the place `n` wanted? And the value of the parameter that it names. */
export const wantedWhere = (wanted: Wanted, n: string, p: string): [where: string, value: unknown] =>
  "few" in wanted
    ? [`${n} = any(${p}::int[])`, wanted.few]
    : [`${n} < length(${p}::bytea) * 8 and get_bit(${p}::bytea, ${n}) = 1`, wanted.bits];

/** Where names stand: what is read from, and its columns. */
type NamesIn = { from: string; n: string; name: string; id: string };

/** The next by name in the Kazakh order, of those that are wanted, at most so many. */
export async function walkNames(
  db: Queryable,
  { from, n, name, id }: NamesIn,
  { down, at }: NameWalk,
  wanted: Wanted,
  most: number,
): Promise<NameSpot[]> {
  const direction = down ? "desc" : "asc";
  const [where, value] = wantedWhere(wanted, n, "$2");
  const sorted = `${name} collate "kk-x-icu"`;
  const { rows } = await db.query<NameSpot>(
    `select ${n} as place, ${name} as name, ${id} as id from ${from}
     where ${where} ${at ? `and (${sorted}, ${id}) ${down ? "<" : ">"} ($3 collate "kk-x-icu", $4::uuid)` : ""}
     order by ${sorted} ${direction}, ${id} ${direction} limit $1`,
    [most, value, ...(at ? [at.name, at.id] : [])],
  );
  return rows;
}
