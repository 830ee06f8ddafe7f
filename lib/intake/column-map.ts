import { columnOf, foldHeading, isRejectHeading, wordsOf, type Column } from "./columns";
import { tidy } from "./ead-text";
import type { ColumnMap, MappedColumn } from "./view";

const SAMPLES = 3;
const LONGEST = 60;
/** A shorter word is in too many others. */
const SHORTEST = 5;

/**
 * What each heading of a table is known by in a mapping: letters alone count, and of several that are alike their turn.
 * Null for what is never read: blank ones, and those of a list of rejects.
 */
export function keysOf(names: readonly string[]): (string | null)[] {
  const turns = new Map<string, number>();
  return names.map((name) => {
    const heading = tidy(name);
    if (heading === "" || isRejectHeading(heading)) return null;
    const folded = foldHeading(heading) || heading;
    const turn = (turns.get(folded) ?? 0) + 1;
    turns.set(folded, turn);
    return turn === 1 ? folded : `${folded} ${turn}`;
  });
}

/** Whether somebody has said of every heading, and of no other, what it is. */
export function fits(map: ColumnMap, names: readonly string[]): boolean {
  const keys = keysOf(names).filter((key) => key !== null);
  return keys.length === Object.keys(map).length && keys.every((key) => Object.hasOwn(map, key));
}

/** The mapping that says of each heading, in their order, what it is. */
export function mapOf(headings: readonly string[], columns: readonly (Column | null)[]): ColumnMap {
  const keys = keysOf(headings);
  return Object.fromEntries(
    keys.flatMap((key, at) => (key === null ? [] : [[key, columns[at] ?? null] as const])),
  );
}

/**
 * The headings of a table with some of their cells, and the column that each is or may be: as the mapping has it, as it
 * is known, or by likeness. No column is proposed twice.
 */
export function describeColumns(
  names: readonly string[],
  rows: readonly (readonly string[])[],
  map: ColumnMap = {},
): MappedColumn[] {
  const taken = new Set<Column>();
  const claim = (column: Column | null): Column | null => {
    if (column === null || taken.has(column)) return null;
    taken.add(column);
    return column;
  };
  const keys = keysOf(names);
  const said = names.map((name, at) => {
    const key = keys[at] ?? null;
    return claim(key !== null && Object.hasOwn(map, key) ? map[key]! : columnOf(tidy(name)));
  });
  return names.flatMap((name, at): MappedColumn[] => {
    const key = keys[at] ?? null;
    if (key === null) return [];
    const column = said[at] ?? (Object.hasOwn(map, key) ? null : claim(likeliest(name)));
    return [{ heading: tidy(name), samples: samplesOf(rows, at), column }];
  });
}

function samplesOf(rows: readonly (readonly string[])[], at: number): string[] {
  const samples = new Set<string>();
  for (const row of rows) {
    const cell = tidy(row[at] ?? "").slice(0, LONGEST);
    if (cell !== "") samples.add(cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/** The column one of whose headings is in this one, or has this one in it: the longest of them. */
function likeliest(name: string): Column | null {
  const heading = foldHeading(name);
  let best: { column: Column; length: number } | null = null;
  for (const [known, column] of wordsOf()) {
    const shorter = Math.min(known.length, heading.length);
    if (shorter < SHORTEST || shorter <= (best?.length ?? 0)) continue;
    if (heading.includes(known) || known.includes(heading)) best = { column, length: shorter };
  }
  return best?.column ?? null;
}
