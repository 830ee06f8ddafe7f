/** The headings of AtoM's template for authority records, with the columns for other forms of the name. */
export const AUTHORITY_COLUMNS = [
  ...(["culture", "typeOfEntity", "authorizedFormOfName", "parallelFormsOfName"] as const),
  ...(["standardizedFormsOfName", "otherFormsOfName", "corporateBodyIdentifiers"] as const),
  ...(["datesOfExistence", "history", "places", "legalStatus", "functions", "mandates"] as const),
  ...(["internalStructures", "generalContext", "descriptionIdentifier", "institutionIdentifier"] as const),
  ...(["rules", "status", "levelOfDetail", "revisionHistory", "sources", "maintenanceNotes"] as const),
  ...(["actorOccupations", "actorOccupationNotes", "subjectAccessPoints", "placeAccessPoints"] as const),
] as const;
export type AuthorityColumn = (typeof AUTHORITY_COLUMNS)[number];
export type AuthorityCells = Readonly<Record<AuthorityColumn, string>>;

/** Columns that say something of a person here; what kind of record it is decides whether it is taken. */
export const PERSON_CELLS: ReadonlySet<string> = new Set<AuthorityColumn>([
  ...(["culture", "typeOfEntity", "authorizedFormOfName", "parallelFormsOfName"] as const),
  ...(["standardizedFormsOfName", "otherFormsOfName", "datesOfExistence"] as const),
  ...(["descriptionIdentifier", "institutionIdentifier"] as const),
]);

const known: ReadonlyMap<string, AuthorityColumn> = new Map(
  AUTHORITY_COLUMNS.map((column) => [column.toLowerCase(), column]),
);

export const authorityColumnOf = (heading: string): AuthorityColumn | null =>
  known.get(heading.trim().toLowerCase()) ?? null;

export const describesPeople = (headings: readonly string[]): boolean =>
  headings.some((heading) => authorityColumnOf(heading) === "authorizedFormOfName");
