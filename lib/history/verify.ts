import { canonicalBytes } from "@/lib/ledger/canonical";
import type { Entry } from "@/lib/ledger/entry";
import { emptyFold, foldEntry, type Folded } from "@/lib/ledger/fold";
import { SALT_BYTES } from "@/lib/ledger/leaf";
import type { Queryable } from "@/lib/store/client";
import { readEntries, readLiveState, type StoredEntry } from "@/lib/store/live-state";

/** What is wrong, at which entry (`seq`) or in which live row. */
export type Fault = { at: string; what: string };
export type Verdict = { entries: number; faults: readonly Fault[] };

/**
 * Reads the whole history: every entry must be in canonical form and whole, and folded together they must give
 * exactly the live tables. Stops at nothing: all faults are named, the first in order of writing first.
 */
export async function verifyHistory(db: Queryable, progress?: (entries: number) => void): Promise<Verdict> {
  const faults: Fault[] = [];
  const folded = emptyFold();
  let entries = 0;
  for await (const batch of readEntries(db)) {
    for (const stored of batch) {
      const entry = readEntry(stored, faults);
      if (entry) foldEntry(folded, entry);
    }
    entries += batch.length;
    progress?.(entries);
  }
  faults.push(...compare(folded, await readLiveState(db)));
  return { entries, faults };
}

function readEntry(stored: StoredEntry, faults: Fault[]): Entry | null {
  const at = `entry ${stored.seq}`;
  const text = stored.bytes.toString("utf8");
  let entry: Entry;
  try {
    entry = JSON.parse(text) as Entry;
  } catch {
    faults.push({ at, what: "is not JSON" });
    return null;
  }
  if (!canonicalBytes(entry).equals(stored.bytes)) faults.push({ at, what: "is not in canonical form" });
  if (stored.salt.length !== SALT_BYTES) faults.push({ at, what: "has a salt of another length" });
  if (entry.id !== stored.id) faults.push({ at, what: "says another id than its row" });
  return entry;
}

/** Every difference between what the history says and what the tables hold, by kind and id. */
export function compare(folded: Folded, live: Folded): Fault[] {
  return (["files", "cases", "proceedings", "signatures", "decisions"] as const).flatMap((kind) => {
    const [said, held] = [folded[kind] as Map<string, unknown>, live[kind] as Map<string, unknown>];
    return [...new Set([...said.keys(), ...held.keys()])].flatMap((id): Fault[] => {
      const at = `${kind} ${id}`;
      if (!said.has(id)) return [{ at, what: "is in the tables, but the history does not know it" }];
      if (!held.has(id)) return [{ at, what: "is in the history, but not in the tables" }];
      const [a, b] = [inOrder(said.get(id)), inOrder(held.get(id))];
      return a === b ? [] : [{ at, what: `the history says ${a}, the table ${b}` }];
    });
  });
}

function inOrder(value: unknown): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  return JSON.stringify(value, Object.keys(value).sort());
}
