import type { EadUnit } from "./ead-unit";

/** Levels that gather others; they hold no sheets of their own. */
const GATHERING = new Set([
  ..."archive collection fonds recordgrp subgrp subfonds class series subseries inventory".split(" "),
]);

/**
 * Which units of a finding aid hold sheets and become files: the lowest units at the level of a file; where
 * no level is given (or it is an item outside any file), the lowest units. What lies inside a file is part of
 * it.
 */
export function findSheetHolders(units: readonly EadUnit[]): Set<string> {
  const byKey = new Map(units.map((unit) => [unit.key, unit]));
  const parents = new Set(units.map((unit) => unit.parentKey));
  const overFile = new Set<string>();
  for (const unit of units) {
    if (unit.level !== "file") continue;
    for (const above of ancestorsOf(unit, byKey)) overFile.add(above.key);
  }
  const holders = new Set(
    units.filter((unit) => unit.level === "file" && !overFile.has(unit.key)).map(({ key }) => key),
  );
  for (const unit of units) {
    if (unit.level === "file" || unit.parentKey === null || parents.has(unit.key)) continue;
    if (GATHERING.has(unit.level)) continue;
    if (!ancestorsOf(unit, byKey).some((above) => holders.has(above.key))) holders.add(unit.key);
  }
  return holders;
}

function ancestorsOf(unit: EadUnit, byKey: ReadonlyMap<string, EadUnit>): EadUnit[] {
  const above: EadUnit[] = [];
  for (let at = byKey.get(unit.parentKey ?? ""); at; at = byKey.get(at.parentKey ?? "")) above.push(at);
  return above;
}
