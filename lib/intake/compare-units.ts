import { alignSiblings } from "./align";
import type { EadUnit } from "./ead-unit";
import { longestRise, type Pair } from "./pair-anchors";
import { fieldsOf, growTrees, type StoredUnit, type Twig } from "./unit-record";

export interface FieldChange {
  field: string;
  before: string;
  after: string;
}

export interface ChangedUnit {
  stored: StoredUnit;
  incoming: EadUnit;
  changes: FieldChange[];
}

/** What a second import of a finding aid finds. */
export interface UnitComparison {
  added: EadUnit[];
  changed: ChangedUnit[];
  unchanged: [StoredUnit, EadUnit][];
  /** Changes that are left out by choice: the unit stays, and the next import says so again. */
  left: ChangedUnit[];
  /** A reference that a proceeding already rests on; it stays as it is. */
  rejected: ChangedUnit[];
  /** In the database but no longer in the file. They are named and left alone. */
  missing: StoredUnit[];
}

/** Compares the units of a file with those that earlier imports of the same record have left. */
export function compareUnits(stored: readonly StoredUnit[], incoming: readonly EadUnit[]): UnitComparison {
  const result: UnitComparison = {
    added: [],
    changed: [],
    unchanged: [],
    left: [],
    rejected: [],
    missing: [],
  };
  const before = growTrees(stored, (unit) => ({ name: unit.id, parent: unit.parentId }));
  const after = growTrees(incoming, (unit) => ({ name: unit.key, parent: unit.parentKey }));
  const [was] = before;
  const [is] = after;
  if (was && is) comparePair(was, is, false, result);
  else addTree(is, result);
  return result;
}

function comparePair(was: Twig<StoredUnit>, is: Twig<EadUnit>, moved: boolean, result: UnitComparison): void {
  const found = was.own === is.own ? [] : compareSource(was.unit, is.unit);
  const isHeld = ({ field }: FieldChange): boolean => was.unit.inUse && field === "reference";
  const held = found.filter(isHeld);
  if (held.length > 0) result.rejected.push({ stored: was.unit, incoming: is.unit, changes: held });
  const changes = found.filter((change) => !isHeld(change));
  if (moved) {
    changes.push({ field: "position", before: String(was.unit.position), after: String(is.unit.position) });
  }
  if (changes.length === 0) result.unchanged.push([was.unit, is.unit]);
  else result.changed.push({ stored: was.unit, incoming: is.unit, changes });

  const { pairs, added, missing } = alignSiblings(was.children, is.children);
  const order = pairs.map(([a, b]): Pair => [b.unit.position, a.unit.position]);
  const inPlace = new Set(longestRise(order).map(([position]) => position));
  for (const [a, b] of pairs) comparePair(a, b, !inPlace.has(b.unit.position), result);
  for (const twig of added) addTree(twig, result);
  for (const twig of missing) dropTree(twig, result);
}

/** What the source has changed since the last import and the unit does not say already. */
function compareSource(was: StoredUnit, is: EadUnit): FieldChange[] {
  return compareFields(fieldsOf(was), fieldsOf(is))
    .map(({ field, after }) => ({ field, before: was.current[field] ?? "", after }))
    .filter(({ before, after }) => before !== after);
}

/** Field by field, in the order of a description; an absent field and an empty one are the same. */
export function compareFields(before: Record<string, string>, after: Record<string, string>): FieldChange[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const [old, now] = [before[field] ?? "", after[field] ?? ""];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function addTree(twig: Twig<EadUnit> | undefined, result: UnitComparison): void {
  if (!twig) return;
  result.added.push(twig.unit);
  for (const child of twig.children) addTree(child, result);
}

function dropTree(twig: Twig<StoredUnit>, result: UnitComparison): void {
  result.missing.push(twig.unit);
  for (const child of twig.children) dropTree(child, result);
}
