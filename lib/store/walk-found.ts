import { bitsOf, placesOf, type Against } from "@/lib/facets/tally";

export type NameSpot = { place: number; name: string; id: string };
export type NameWalk = { down: boolean; at: { name: string; id: string } | undefined };

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
