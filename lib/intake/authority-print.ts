import { guardCell, printCsv } from "@/lib/csv";
import type { ExportPerson } from "@/lib/store/person-export";
import { AUTHORITY_COLUMNS, type AuthorityColumn } from "./authority-columns";
import { printLife } from "./authorities";

/** A person to be printed, as the store gives them. */
export type PrintedPerson = Readonly<ExportPerson>;

/** The table of people by AtoM's template for authority records, piece by piece. */
export async function* printAuthorities(
  parts: AsyncIterable<readonly PrintedPerson[]>,
): AsyncGenerator<string, void> {
  yield printCsv([AUTHORITY_COLUMNS], { bom: true });
  for await (const people of parts) yield printCsv(people.map(rowOf));
}

function rowOf(person: PrintedPerson): string[] {
  const forms = (alias: boolean): string => {
    const texts = person.variants.filter(({ kind }) => (kind === "alias") === alias).map(({ text }) => text);
    return [...new Set(texts)].join("|");
  };
  const cells: Partial<Record<AuthorityColumn, string>> = {
    typeOfEntity: "Person",
    authorizedFormOfName: person.name,
    parallelFormsOfName: forms(false),
    otherFormsOfName: forms(true),
    datesOfExistence: printLife({ birth: person.birthText ?? "", death: person.deathText ?? "" }),
    places: person.birthPlace ?? "",
    ...numberOf(person),
  };
  return AUTHORITY_COLUMNS.map((column) => guardCell(cells[column] ?? ""));
}

/** The number of the record that a person came with; otherwise the id under which they are known here. */
function numberOf({ id, sourceKey }: PrintedPerson): Partial<Record<AuthorityColumn, string>> {
  const [, agency = "", number] = /^authority#([^#]*)#([^#]+)$/.exec(sourceKey ?? "") ?? [];
  return number === undefined
    ? { descriptionIdentifier: id }
    : { descriptionIdentifier: number, institutionIdentifier: agency };
}
