import type { Foliation } from "@/lib/archive/foliation";
import { countPositions, type Extent } from "@/lib/archive/positions";

/**
 * What keeps extents from covering a file: positions under none, under several, and extents beyond its ends.
 */
export type Cover = {
  readonly gaps: readonly Extent[];
  readonly overlaps: readonly Extent[];
  readonly outside: readonly Extent[];
};

/** Whether the extents, in any order, hold every position of the file exactly once. */
export function coversExactly(extents: readonly Extent[], foliation: Foliation): boolean {
  const { gaps, overlaps, outside } = gapsAndOverlaps(extents, foliation);
  return gaps.length + overlaps.length + outside.length === 0;
}

/**
 * Finds every gap and every overlap, in order and each as long as it reaches, and the extents that are
 * reversed or reach outside the file (these are left out of the other two).
 */
export function gapsAndOverlaps(extents: readonly Extent[], foliation: Foliation): Cover {
  const count = countPositions(foliation);
  const fits = ({ from, to }: Extent) => from >= 0 && to < count && from <= to;
  const gaps: Extent[] = [];
  const overlaps: Extent[] = [];
  let next = 0;
  for (const { from, to } of extents.filter(fits).sort((a, b) => a.from - b.from)) {
    if (from > next) gaps.push({ from: next, to: from - 1 });
    if (from < next) overlaps.push({ from, to: Math.min(to, next - 1) });
    next = Math.max(next, to + 1);
  }
  if (next < count) gaps.push({ from: next, to: count - 1 });
  return { gaps, overlaps: joinExtents(overlaps), outside: extents.filter((extent) => !fits(extent)) };
}

/** Joins extents, ordered by their beginnings, that touch or overlap. */
export function joinExtents(extents: readonly Extent[]): Extent[] {
  const joined: Extent[] = [];
  for (const { from, to } of extents) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, to) };
    else joined.push({ from, to });
  }
  return joined;
}
