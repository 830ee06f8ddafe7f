import {
  AUTHORITY_COLUMNS,
  authorityColumnOf,
  PERSON_CELLS,
  type AuthorityCells,
  type AuthorityColumn,
} from "./authority-columns";
import { authorityKey, readLife, scriptOf, type Authorities, type Authority } from "./authorities";
import { distinctValues } from "./atom-values";
import { readCells, type CellRow } from "./cell-table";
import { tidy } from "./ead-text";
import type { NameEntry } from "./entries";
import type { Outcome, ProblemCode } from "./problem";
import { foldText } from "./row-keys";
import type { OpenRecords } from "./table";

const template = {
  columns: AUTHORITY_COLUMNS,
  columnOf: authorityColumnOf,
  keeps: (column: AuthorityColumn) => PERSON_CELLS.has(column),
};

const PERSON = /^(?:person|лицо|персона|физическое лицо|тұлға|адам)?$/i;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Reads a table by AtoM's template for authority records: those of persons. */
export async function readAuthorityTable(opened: OpenRecords): Promise<Outcome<Authorities>> {
  const table = await readCells(opened, template);
  if (!table.ok) return table;
  const { reading, rows, problems, remarks } = table.value;
  const found: Authorities = {
    ...{ kind: "authorities", title: "", reading, people: [] },
    ...{ problems: [...problems], remarks: [...remarks] },
  };
  const keys = new Map<string, number>();
  for (const row of rows) takeRow(row, keys, found);
  return { ok: true, value: found };
}

function takeRow(
  { row, cells }: CellRow<AuthorityColumn>,
  keys: Map<string, number>,
  into: Authorities,
): void {
  const say = (code: ProblemCode, heading: AuthorityColumn, detail: string) =>
    ({ code, place: { kind: "row", row, heading }, detail }) as const;
  const name = tidy(cells.authorizedFormOfName);
  const person = personOf(cells, name, row);
  const first = keys.get(person.key);
  if (!PERSON.test(tidy(cells.typeOfEntity)))
    into.problems.push(say("notPerson", "typeOfEntity", tidy(cells.typeOfEntity)));
  else if (name === "") into.problems.push(say("required", "authorizedFormOfName", ""));
  else if (first !== undefined) into.problems.push(say("repeatedRow", "authorizedFormOfName", String(first)));
  else {
    keys.set(person.key, row);
    into.people.push(person);
    const dates = tidy(cells.datesOfExistence);
    if (readLife(dates) === null) into.remarks.push(say("lifeUnclear", "datesOfExistence", dates));
  }
}

function personOf(cells: AuthorityCells, name: string, row: number): Authority {
  const number = tidy(cells.descriptionIdentifier);
  const dates = tidy(cells.datesOfExistence);
  const life = readLife(dates) ?? { birth: "", death: "" };
  const form = (text: string, alias: boolean): NameEntry => ({ script: scriptOf(text), text, alias });
  const names = [
    ...distinctValues(cells.parallelFormsOfName).map((text) => form(text, false)),
    ...distinctValues(cells.standardizedFormsOfName).map((text) => form(text, false)),
    ...distinctValues(cells.otherFormsOfName).map((text) => form(text, true)),
  ];
  return {
    key: authorityKey(tidy(cells.institutionIdentifier), number, [foldText(name), foldText(dates)]),
    ...{ at: row, name, surname: "", given: "", patronymic: "", birthPlace: "", ...life },
    names: names.filter(({ text }, nth) => names.findIndex((other) => other.text === text) === nth),
    own: UUID.test(number) ? number.toLowerCase() : null,
  };
}
