import { hashOf } from "@/lib/ledger/canonical";
import { insertNames, insertPeople, updatePeople } from "@/lib/store/intake-people";
import type { PlainTx } from "@/lib/store/transaction";
import type { Entry } from "./proposal";
import type { PeoplePlan } from "./propose-people";

/** Writes people and their names. */
export async function writePeople(tx: PlainTx, plan: PeoplePlan): Promise<void> {
  await insertPeople(tx, plan.people);
  await updatePeople(tx, plan.updates);
  await insertNames(tx, plan.names);
}

/** Something that an import has brought, as the history keeps it. */
export function arrived(
  what: "file" | "person" | "case",
  id: string,
  source: string,
  said: unknown,
  about: Entry["about"],
): Entry {
  const hash = hashOf(said ?? null);
  return { payload: { kind: "arrived", what, id, source, hash }, about };
}

/** Something that was there, and in which fields an import has changed it. */
export function edited(about: NonNullable<Entry["about"]>, fields: string[]): Entry {
  return {
    payload: {
      kind: "work",
      work: "accept_import",
      article: "P18",
      about: { file: about.fileId ?? null, case: about.caseId ?? null, person: about.personId ?? null },
      facts: { fields },
    },
    about,
  };
}

export const arrivedPeople = ({ people }: PeoplePlan): Entry[] =>
  people.map((one) => arrived("person", one.id, one.source_key, one.imported, { personId: one.id }));

export const editedPeople = ({ changed }: PeoplePlan): Entry[] =>
  changed.map(({ id, fields }) => edited({ personId: id }, fields));
