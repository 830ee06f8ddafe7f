import { searchKey } from "@/lib/names/tokens";
import { namesTaken, seenPeople } from "@/lib/store/intake-authorities";
import { loadPeople, type KnownPerson } from "@/lib/store/intake-table";
import type { Reader } from "@/lib/store/transaction";
import type { Authorities, Authority } from "./authorities";
import { Choosing } from "./choosing";
import type { PersonEntry } from "./entries";
import type { Outcome, Place, Problem } from "./problem";
import type { Importer, Proposal } from "./proposal";
import { proposePeople, type PeopleContext } from "./propose-people";
import { Summariser } from "./summarise";
import { arrivedPeople, editedPeople, writePeople } from "./write-people";

/**
 * Compares authority records with the people that earlier imports of the same records have left. A record is known by
 * its number alone: somebody of the same name is another person until a person says otherwise.
 */
export async function proposeAuthorities(
  tx: Reader,
  { people, title, reading, problems, remarks }: Authorities,
  importer: Importer,
): Promise<Outcome<Proposal>> {
  const summary = new Summariser("authorities", title, ["person"]);
  const choosing = new Choosing(importer.leave ?? {}, summary);
  const placeOf = (at: number): Place =>
    reading ? { kind: "row", row: at, heading: null } : { kind: "line", line: at, column: 1 };
  const problem = (code: Problem["code"], at: number, detail: string): Problem => ({
    ...{ code, place: placeOf(at), detail },
  });
  const context: PeopleContext = {
    importer,
    added: (sample, key) => choosing.added(sample, key),
    compared: (sample, key, changes) => choosing.compared(sample, key, changes),
    reject: (code, at, _column, detail) => summary.problem(problem(code, at, detail)),
    remark: (code, at, _column, detail) => summary.remark(problem(code, at, detail)),
  };
  const matches = await matchAuthorities(tx, people, importer);
  const entries = people.map(entryOf);
  const known = new Map(
    entries.flatMap((entry, nth) => {
      const match = matches.get(people[nth]!);
      return match ? [[entry, match] as const] : [];
    }),
  );
  const plan = proposePeople(entries, known, context);
  const added = people.filter((person) => plan.ids.has(person.key) && !matches.has(person));
  const taken = new Set(
    await namesTaken(
      tx,
      added.map(({ name }) => searchKey(name)),
      importer.reach,
    ),
  );
  for (const { name, at } of added)
    if (taken.has(searchKey(name))) summary.remark(problem("namesake", at, name));
  for (const one of problems) summary.problem(one);
  for (const one of remarks) summary.remark(one);
  const write: Proposal["write"] = async (into) => {
    await writePeople(into, plan);
    return [...arrivedPeople(plan), ...editedPeople(plan)];
  };
  return { ok: true, value: { summary: { ...summary.finish(), reading }, write } };
}

async function matchAuthorities(
  tx: Reader,
  people: readonly Authority[],
  { reach }: Importer,
): Promise<Map<Authority, KnownPerson>> {
  const own = people.flatMap(({ own: id }) => id ?? []);
  const ids = own.length === 0 ? [] : await seenPeople(tx, own, reach);
  const found = await loadPeople(
    tx,
    people.map(({ key }) => key),
    ids,
  );
  const byKey = new Map(found.map((person) => [person.source_key, person]));
  const byId = new Map(found.filter(({ id }) => ids.includes(id)).map((person) => [person.id, person]));
  return new Map(
    people.flatMap((person) => {
      const match = (person.own && byId.get(person.own)) || byKey.get(person.key);
      return match ? [[person, match] as const] : [];
    }),
  );
}

const entryOf = ({ at, own: _own, ...said }: Authority): PersonEntry => ({ ...said, row: at, fileKey: "" });
