import { newColumns, putRow, type Columns } from "@/lib/facets/columns";
import { followed } from "@/lib/store/followed";
import { readListedCases, type ListedCase } from "@/lib/store/listed-cases";

const words = [
  ...(["stage", "outcome", "step", "category", "region", "organ"] as const),
  ...(["awaits", "held", "owners", "regional"] as const),
] as const;
const numbers = ["from", "to", "person", "since"] as const;
export type CaseColumns = Columns<(typeof words)[number], (typeof numbers)[number]>;

function put(
  columns: CaseColumns,
  { place, gone, awaits, from, to, person, since, ...rest }: ListedCase,
): void {
  putRow(columns, {
    place,
    gone,
    words: { ...rest, awaits: awaits ? "yes" : null },
    // What has no end is over before anything began; what is in no step has not been in it for long.
    numbers: { from, to: to ?? -(2 ** 31), person, since: since ?? 2 ** 31 - 1 },
  });
}

/** What all cases are filtered by, as the database has it now. */
export const listedCases = followed<CaseColumns>(
  "cases",
  () => newColumns(words, numbers),
  (pool, since, columns) => readListedCases(pool, since, (row) => put(columns, row)),
);
