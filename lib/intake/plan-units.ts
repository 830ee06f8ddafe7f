import { newId } from "@/lib/store/id";
import type { NewFile, NewUnit, Settled, UnitColumns } from "@/lib/store/intake-units";
import type { UnitComparison } from "./compare-units";
import type { EadUnit } from "./ead-unit";
import { keyOfPath } from "./path-key";
import { findSheetHolders } from "./sheet-holders";
import { fieldsOf, type StoredUnit } from "./unit-record";
import { columnsOf, importedOf, titleOf, type Fields } from "./unit-rows";

/** Every row that accepting a finding aid writes. */
export interface UnitPlan {
  inserts: NewUnit[];
  updates: (UnitColumns & { id: string })[];
  /** Order, paths and the words of the source: kept up to date, no change of content. */
  settled: Settled[];
  files: NewFile[];
}

interface Match {
  stored: StoredUnit;
  fields: Fields;
  imported: Record<string, unknown>;
  /** Its changes are left out. */
  stays?: true;
}

interface Place {
  id: string;
  path: string;
  key: string;
}

/** Works out the rows of a comparison. Units come in document order, parents before their children. */
export function planUnits(
  comparison: UnitComparison,
  units: readonly EadUnit[],
  { source, bodyId }: { source: string; bodyId: string | null },
): UnitPlan {
  const matches = matchesOf(comparison);
  const taken = new Set([...matches.values()].map(({ stored }) => stored.key));
  for (const { key } of comparison.missing) taken.add(key);
  const holders = findSheetHolders(units);
  const places = new Map<string, Place>();
  const plan: UnitPlan = { inserts: [], updates: updatesOf(comparison, matches), settled: [], files: [] };
  for (const unit of units) {
    const parent = places.get(unit.parentKey ?? "");
    const match = matches.get(unit.key);
    const fields = match?.fields ?? fieldsOf(unit);
    const label = labelOf({ ...fields, title: titleOf(fields) });
    const path = parent ? `${parent.path} / ${label}` : label;
    const key = keyOfPath(parent?.key ?? keyOfPath(null, fields.repository ?? ""), label);
    const place = { id: match?.stored.id ?? newId(), path, key };
    places.set(unit.key, place);
    if (match) plan.settled.push(settle(unit, match, place));
    else {
      const source_key = freeKey(unit.key, taken);
      plan.inserts.push({ ...newRow(unit, place, parent), source, source_key, body_id: bodyId });
      if (holders.has(unit.key)) plan.files.push({ id: place.id });
    }
  }
  return plan;
}

function matchesOf(comparison: UnitComparison): Map<string, Match> {
  const matches = new Map<string, Match>();
  for (const [stored, incoming] of comparison.unchanged) {
    matches.set(incoming.key, { stored, fields: stored.current, imported: importedOf(incoming) });
  }
  for (const { stored, incoming, changes } of comparison.changed) {
    const fields: Fields = { ...stored.current };
    for (const { field, after } of changes) fields[field] = after;
    matches.set(incoming.key, { stored, fields, imported: importedOf(incoming) });
  }
  for (const { stored, incoming } of comparison.left) {
    // What was said before is kept: what is said now was not followed.
    matches.set(incoming.key, { stored, fields: stored.current, imported: {}, stays: true });
  }
  for (const { stored, incoming } of comparison.rejected) {
    const match = matches.get(incoming.key);
    // The source has not been followed, so the next import shall say so again.
    if (match) match.imported.reference = stored.reference;
  }
  return matches;
}

function updatesOf(comparison: UnitComparison, matches: ReadonlyMap<string, Match>): UnitPlan["updates"] {
  return comparison.changed.flatMap(({ incoming, changes }) => {
    const match = matches.get(incoming.key);
    const contentChanged = changes.some(({ field }) => field !== "position");
    return match && contentChanged ? [{ id: match.stored.id, ...columnsOf(match.fields) }] : [];
  });
}

function settle(unit: EadUnit, { stored, imported, stays }: Match, { path, key }: Place): Settled {
  const { position } = stays ? stored : unit;
  const { id, inUse, refPath, refKey } = stored;
  // A dossier names the file by its path: while one does, the path stays.
  const named = inUse ? { ref_path: refPath, ref_key: refKey } : { ref_path: path, ref_key: key };
  return { id, position, imported, ...named };
}

function newRow(unit: EadUnit, place: Place, parent: Place | undefined) {
  const path = { ref_path: place.path, ref_key: place.key };
  const tree = { id: place.id, parent_id: parent?.id ?? null, position: unit.position };
  return { ...tree, ...columnsOf(fieldsOf(unit)), imported: importedOf(unit), ...path };
}

/** How a unit is named in the path of a reference where it has none of its own. */
function labelOf(fields: Fields): string {
  const label = fields.reference || fields.container || fields.title || "…";
  return label.length > 80 ? `${label.slice(0, 79)}…` : label;
}

/** A new sibling's place may be the one under which another is already known. */
function freeKey(key: string, taken: Set<string>): string {
  let free = key;
  for (let nth = 2; taken.has(free); nth += 1) free = `${key}~${nth}`;
  taken.add(free);
  return free;
}
