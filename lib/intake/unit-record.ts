import { createHash } from "node:crypto";
import type { EadUnit } from "./ead-unit";

/** What two imports of the same unit are compared by. */
export type UnitContent = Omit<EadUnit, "key" | "parentKey" | "line">;

/**
 * A unit that is already in the database: its content as the source had it at the last import, so that it is
 * found again whatever was corrected at the desk since, and beside it what it says now.
 */
export interface StoredUnit extends UnitContent {
  id: string;
  key: string;
  parentId: string | null;
  current: Record<string, string>;
  refPath: string;
  refKey: string;
  /** Part of a proceeding: its reference is not changed from outside. */
  inUse: boolean;
}

/** A unit with its children and the digests by which siblings are matched. */
export interface Twig<U extends UnitContent> {
  unit: U;
  children: Twig<U>[];
  /** Digest of the unit's own fields. */
  own: string;
  /** Digest of the children's trees. */
  below: string;
  /** Digest of the unit and everything below it. */
  tree: string;
}

function digest(parts: readonly string[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest("base64");
}

/** The fields of a unit by name, in one flat record: what a person sees as "changed". */
export function fieldsOf(unit: UnitContent): Record<string, string> {
  const { level, reference, title, dateText, extent, description } = unit;
  return { level, reference, title, dateText, extent, ...description };
}

function makeTwig<U extends UnitContent>(unit: U, children: Twig<U>[]): Twig<U> {
  const fields = Object.entries(fieldsOf(unit)).filter(([, value]) => value !== "");
  const own = digest(fields.sort(([a], [b]) => (a < b ? -1 : 1)).flat());
  const below = children.length === 0 ? "" : digest(children.map((child) => child.tree));
  return { unit, children, own, below, tree: digest([own, below]) };
}

/**
 * Builds the trees of a list of units.
 *
 * @param nameOf the unit's own name and its parent's, in whatever naming the list has.
 */
export function growTrees<U extends UnitContent>(
  units: readonly U[],
  nameOf: (unit: U) => { name: string; parent: string | null },
): Twig<U>[] {
  const childrenOf = new Map<string | null, U[]>();
  for (const unit of units) {
    const { parent } = nameOf(unit);
    const siblings = childrenOf.get(parent);
    if (siblings) siblings.push(unit);
    else childrenOf.set(parent, [unit]);
  }
  const grow = (parent: string | null): Twig<U>[] =>
    (childrenOf.get(parent) ?? [])
      .sort((a, b) => a.position - b.position)
      .map((unit) => makeTwig(unit, grow(nameOf(unit).name)));
  return grow(null);
}
