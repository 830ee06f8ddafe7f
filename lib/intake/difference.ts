import type { FieldChange } from "./compare-units";

type Fields = Readonly<Record<string, string>>;

/**
 * What a table changes in something that is there already. An empty cell says nothing; a cell that says what
 * it said at the last import does not undo what was corrected at the desk since.
 */
export function findChanges(said: Fields, imported: Fields | null, current: Fields): FieldChange[] {
  return Object.entries(said).flatMap(([field, after]) => {
    const before = current[field] ?? "";
    const old = imported?.[field] === after;
    return after === "" || old || after === before ? [] : [{ field, before, after }];
  });
}

/** What is kept of an import for the next: cells that were empty this time keep what was said before. */
export function rememberSaid(said: Fields, imported: Fields | null): Record<string, string> {
  const filled = Object.entries(said).filter(([, value]) => value !== "");
  return { ...imported, ...Object.fromEntries(filled) };
}

/** The current fields with the changes made. */
export function applyChanges(current: Fields, changes: readonly FieldChange[]): Record<string, string> {
  return { ...current, ...Object.fromEntries(changes.map(({ field, after }) => [field, after])) };
}

/**
 * Pairs two lists by one key after the other, strictest first; of several with the same key the first with
 * the first. A null key pairs with nothing.
 */
export function pairByKeys<L, R>(
  left: readonly L[],
  right: readonly R[],
  passes: readonly (readonly [(one: L) => string | null, (one: R) => string | null])[],
): Map<L, R> {
  const pairs = new Map<L, R>();
  const open = new Set(right);
  for (const [leftKey, rightKey] of passes) {
    const waiting = new Map<string, R[]>();
    for (const one of open) {
      const key = rightKey(one);
      if (key !== null) waiting.set(key, [...(waiting.get(key) ?? []), one]);
    }
    for (const one of left) {
      const key = pairs.has(one) ? null : leftKey(one);
      const match = key === null ? undefined : waiting.get(key)?.shift();
      if (match === undefined) continue;
      pairs.set(one, match);
      open.delete(match);
    }
  }
  return pairs;
}
