import { searchKey } from "@/lib/names/tokens";
import { findSuspects, type NewNameKey, type SuspectRow } from "@/lib/store/intake-duplicates";
import { seenPeople } from "@/lib/store/intake-authorities";
import type { Reach } from "@/lib/store/reach";
import type { Reader } from "@/lib/store/transaction";
import type { PersonEntry } from "./entries";
import type { Importer } from "./proposal";
import type { PeoplePlan } from "./propose-people";
import { SHOWN } from "./summarise";
import type { Duplicates, Suspect } from "./view";

const yearOf = (day: string | null): number | null => (day === null ? null : Number(day.slice(0, 4)));

/** The names of those who are new as they are looked for, each once a person. */
export function keysOfNew(
  entries: readonly PersonEntry[],
  { people }: Pick<PeoplePlan, "people">,
): NewNameKey[] {
  const added = new Map(people.map((one) => [one.source_key, one]));
  return entries.flatMap(({ key: source_key, row, name, names }) => {
    const columns = added.get(source_key);
    if (!columns) return [];
    const years = { born_from: yearOf(columns.birth_from), born_to: yearOf(columns.birth_to) };
    const keys = new Set([name, ...names.map(({ text }) => text)].map(searchKey));
    keys.delete("");
    return [...keys].map((key) => ({ row, name, key, ...years, source_key }));
  });
}

/** Who of a table that was compared is perhaps somebody else. Nothing follows from it: it is for a person to look at. */
export async function suspectPeople(tx: Reader, id: string, importer: Importer): Promise<Duplicates> {
  const { count, first } = await findSuspects(tx, id, importer.reach, SHOWN.duplicates);
  return { by: importer.accountId, count, shown: first.map(suspectOf) };
}

/**
 * Of these, what may be shown to whoever looks at them: a colleague, or whoever looked for them and has answered to a
 * conflict since. How many more there are beyond the list is known only for whom they were looked for.
 */
export async function onlySeen(
  tx: Reader,
  { by, count, shown }: Duplicates,
  reach: Reach,
): Promise<Duplicates> {
  const ids = shown.flatMap(({ other }) => other.id ?? []);
  const seen = new Set(await seenPeople(tx, ids, reach));
  const left = shown.filter(({ other }) => other.id === null || seen.has(other.id));
  const beyond = by === reach.accountId ? count - shown.length : 0;
  return { by, count: left.length + beyond, shown: left };
}

function suspectOf({ source_key: key, row, name, other, dated, ...years }: SuspectRow): Suspect {
  const { id, row: otherRow, name: otherName, birth, ...otherYears } = other;
  return {
    ...{ key, name, row, birth: printYears(years), yearsAgree: dated },
    other: { id, row: otherRow, name: otherName, birth: birth ?? printYears(otherYears) },
  };
}

function printYears({ born_from: from, born_to: to }: Pick<NewNameKey, "born_from" | "born_to">): string {
  if (from === to) return String(from ?? "");
  return `${from ?? "…"}–${to ?? "…"}`;
}
