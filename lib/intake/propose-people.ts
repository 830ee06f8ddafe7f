import { newId } from "@/lib/store/id";
import type { NewName, PersonColumns } from "@/lib/store/intake-people";
import type { KnownPerson } from "@/lib/store/intake-table";
import type { FieldChange } from "./compare-units";
import { readDateColumns } from "./dates";
import { applyChanges, findChanges, rememberSaid } from "./difference";
import type { NameEntry, PersonEntry } from "./entries";
import type { Importer } from "./proposal";
import { samplePerson } from "./samples";
import type { TableContext } from "./table-context";

export interface PeoplePlan {
  ids: Map<string, string>;
  people: (PersonColumns & { source_key: string; registered_by: string })[];
  updates: PersonColumns[];
  names: NewName[];
  changed: { id: string; fields: string[] }[];
}

type Said = Record<
  "name" | "surname" | "given" | "patronymic" | "birth" | "birthPlace" | "death" | "names",
  string
>;
type Fields = Readonly<Record<string, string>>;

/** What comparing people needs at hand, whatever they came in. */
export type PeopleContext = Pick<TableContext, "importer" | "added" | "compared" | "reject" | "remark">;

const printName = ({ script, text }: { script: string; text: string }): string => `${script}: ${text}`;
const printNames = (names: readonly { script: string; text: string }[]): string =>
  names.map(printName).sort().join("; ");

const saidOf = ({
  name,
  surname,
  given,
  patronymic,
  birth,
  birthPlace,
  death = "",
  names,
}: PersonEntry): Said => ({
  ...{ name, surname, given, patronymic, birth, birthPlace, death },
  names: printNames(names),
});

const currentOf = (known: KnownPerson): Said => ({
  name: known.name,
  surname: known.surname ?? "",
  given: known.given ?? "",
  patronymic: known.patronymic ?? "",
  birth: known.birth_text ?? "",
  birthPlace: known.birth_place ?? "",
  death: known.death_text ?? "",
  names: printNames(known.names),
});

/**
 * Compares the people of a table with those they were found to be.
 *
 * @param homeless those who are left out where they are new: all their files are.
 */
export function proposePeople(
  entries: readonly PersonEntry[],
  matches: ReadonlyMap<PersonEntry, KnownPerson>,
  context: PeopleContext,
  homeless: ReadonlySet<string> = new Set(),
): PeoplePlan {
  const plan: PeoplePlan = { ids: new Map(), people: [], updates: [], names: [], changed: [] };
  for (const entry of entries) {
    const known = matches.get(entry);
    if (known) comparePerson(entry, known, plan, context);
    else if (context.added(samplePerson(entry), entry.key, homeless.has(entry.key)))
      addPerson(entry, plan, context.importer);
    else continue;
    if (entry.birth !== "" && readDateColumns(entry.birth).date_edtf === null) {
      context.remark("dateUnclear", entry.row, "birthDate", entry.birth);
    }
  }
  return plan;
}

function columnsOf(id: string, fields: Fields, imported: Record<string, string>): PersonColumns {
  const { date_text, date_edtf, date_from, date_to } = readDateColumns(fields.birth ?? "");
  const died = readDateColumns(fields.death ?? "");
  return {
    ...{ id, name: fields.name ?? "", surname: fields.surname || null, given: fields.given || null },
    ...{ patronymic: fields.patronymic || null, birth_place: fields.birthPlace || null },
    ...{ birth_text: date_text, birth_edtf: date_edtf, birth_from: date_from, birth_to: date_to },
    ...{
      death_text: died.date_text,
      death_edtf: died.date_edtf,
      death_from: died.date_from,
      death_to: died.date_to,
    },
    imported,
  };
}

function nameRows(person_id: string, names: readonly NameEntry[]): NewName[] {
  return names.map(({ script, text, alias }) => ({
    ...{ id: newId(), person_id, script, kind: alias ? "alias" : "variant", text },
  }));
}

function addPerson(entry: PersonEntry, plan: PeoplePlan, importer: Importer): void {
  const id = newId();
  const said = saidOf(entry);
  const columns = columnsOf(id, said, rememberSaid(said, null));
  plan.ids.set(entry.key, id);
  plan.people.push({ ...columns, source_key: entry.key, registered_by: importer.accountId });
  plan.names.push(...nameRows(id, entry.names));
}

function comparePerson(
  entry: PersonEntry,
  known: KnownPerson,
  plan: PeoplePlan,
  context: PeopleContext,
): void {
  plan.ids.set(entry.key, known.id);
  const [said, current] = [saidOf(entry), currentOf(known)];
  const there = new Set(known.names.map(printName));
  const lacking = entry.names.filter((name) => !there.has(printName(name)));
  const changes = findChanges(said, known.imported, current).flatMap((change): FieldChange[] => {
    if (change.field !== "names") return [change];
    // Variants are added to those that are there; none is taken away.
    return lacking.length === 0 ? [] : [{ ...change, after: printNames([...known.names, ...lacking]) }];
  });
  if (changes.length > 0 && known.in_use) {
    context.reject("inProceeding", entry.row, null, known.name);
    context.compared(samplePerson(entry), entry.key, []);
    return;
  }
  const made = context.compared(samplePerson(entry), entry.key, changes);
  if (made.length === 0) return;
  const fields = made.map(({ field }) => field);
  plan.changed.push({ id: known.id, fields });
  plan.updates.push(columnsOf(known.id, applyChanges(current, made), rememberSaid(said, known.imported)));
  if (fields.includes("names")) plan.names.push(...nameRows(known.id, lacking));
}
