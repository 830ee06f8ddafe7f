/**
 * The headings of AtoM's template for descriptions by ISAD(G), in the order of that template
 * (AtoM 2.8 and later; earlier ones have the same headings in another order).
 */
export const ATOM_COLUMNS = [
  ...(["legacyId", "parentId", "qubitParentSlug", "identifier", "title"] as const),
  ...(["eventActors", "eventActorHistories", "eventTypes"] as const),
  ...(["eventDates", "eventStartDates", "eventEndDates"] as const),
  ...(["levelOfDescription", "extentAndMedium", "repository", "archivalHistory", "acquisition"] as const),
  ...(["scopeAndContent", "appraisal", "accruals", "arrangement"] as const),
  ...(["accessConditions", "reproductionConditions", "language", "script", "languageNote"] as const),
  ...(["physicalCharacteristics", "findingAids", "locationOfOriginals", "locationOfCopies"] as const),
  ...(["relatedUnitsOfDescription", "publicationNote", "generalNote"] as const),
  ...(["subjectAccessPoints", "placeAccessPoints", "nameAccessPoints", "genreAccessPoints"] as const),
  ...(["descriptionIdentifier", "institutionIdentifier", "rules", "descriptionStatus"] as const),
  ...(["levelOfDetail", "revisionHistory", "languageOfDescription", "scriptOfDescription"] as const),
  ...(["sources", "archivistNote", "publicationStatus"] as const),
  ...(["physicalObjectName", "physicalObjectLocation", "physicalObjectType"] as const),
  ...(["alternativeIdentifiers", "alternativeIdentifierLabels"] as const),
  ...(["digitalObjectPath", "digitalObjectURI", "digitalObjectChecksum", "culture"] as const),
] as const;

export type AtomColumn = (typeof ATOM_COLUMNS)[number];
export type AtomCells = Readonly<Record<AtomColumn, string>>;

/** Whether to publish is decided here by other rules, and where a row stands is said anew by every export. */
const NOT_KEPT: readonly AtomColumn[] = ["legacyId", "parentId", "qubitParentSlug", "publicationStatus"];
export const KEPT_COLUMNS = ATOM_COLUMNS.filter((column) => !NOT_KEPT.includes(column));

const known: ReadonlyMap<string, AtomColumn> = new Map(
  ATOM_COLUMNS.map((column) => [column.toLowerCase(), column]),
);

export function atomColumnOf(heading: string): AtomColumn | null {
  return known.get(heading.trim().toLowerCase()) ?? null;
}

/** Whether these are the headings of a table of descriptions: AtoM's other templates have neither of these columns. */
export function describesUnits(headings: readonly string[]): boolean {
  const columns = new Set(headings.map(atomColumnOf));
  const named = columns.has("title") || columns.has("identifier");
  return named && (columns.has("levelOfDescription") || (columns.has("legacyId") && columns.has("parentId")));
}

export const emptyCells = Object.fromEntries(
  ATOM_COLUMNS.map((column) => [column, ""]),
) as unknown as AtomCells;
