import type { WordColumn } from "@/lib/facets/columns";
import type { Way } from "@/lib/facets/tally";
import type { Reach } from "./reach";

/**
 * In which ways a person may see rows that are held in memory, as `caseSeen` and `personSeen` have it; tests hold them
 * together. What is assigned to them or hidden from them by their own answer is asked for by itself.
 */
export function seenWays(
  { held, owners, regional }: Record<"held" | "owners" | "regional", WordColumn>,
  { all, keeper, cleared, agencies, regional: bodies }: Reach,
): Way[] {
  // Of each file that keeps it closed, one of the owners is somebody for whom they are cleared.
  const opened = (way: string): boolean =>
    cleared === "all" || Array.from(way.matchAll(/\[([^\]]*)\]/g)).every(([, ids]) => ofThese(ids!, cleared));
  return [
    { column: held, may: (ways) => all && ways !== null && (keeper || ways.split("|").some(opened)) },
    { column: owners, may: (ids) => ids !== null && ofThese(ids, agencies) },
    { column: regional, may: (ids) => ids !== null && ofThese(ids, bodies) },
  ];
}

const ofThese = (ids: string, these: readonly string[]): boolean =>
  ids.split(" ").some((id) => these.includes(id));
