/**
 * Which element of a finding aid feeds which element of an ISAD(G) description, after the crosswalks of
 * EAD 2002 (appendix A) and EAD3. Names on the left are those of both versions.
 */

/** Elements of a description besides level, reference, title, dates and extent. */
export const DESCRIPTION_FIELDS = [
  "creator",
  "repository",
  "history",
  "custody",
  "acquisition",
  "scope",
  "abstract",
  "appraisal",
  "accruals",
  "arrangement",
  "access",
  "reproduction",
  "language",
  "physical",
  "findingAids",
  "originals",
  "copies",
  "related",
  "publications",
  "citation",
  "note",
  "processing",
  "accessPoints",
  "container",
  "location",
  "digitalObjects",
  "dateNormal",
  "subjectPoints",
  "placePoints",
  "namePoints",
  "genrePoints",
  "script",
  "languageNote",
  "otherIdentifiers",
  "rules",
  "sources",
  "revisions",
  "descriptionIdentifier",
  "institutionIdentifier",
  "descriptionStatus",
  "levelOfDetail",
  "descriptionLanguage",
  "descriptionScript",
] as const;

export type DescriptionField = (typeof DESCRIPTION_FIELDS)[number];

/** What a captured element fills: an element of the description or one of the unit's own columns. */
export type Target = DescriptionField | "reference" | "title" | "date" | "structuredDate" | "extent";

/** Children of `did`. */
export const DID_ELEMENTS: Readonly<Record<string, Target>> = {
  unitid: "reference",
  unittitle: "title",
  unitdate: "date",
  unitdatestructured: "structuredDate",
  physdesc: "extent",
  physdescstructured: "extent",
  physdescset: "extent",
  origination: "creator",
  repository: "repository",
  langmaterial: "language",
  abstract: "abstract",
  materialspec: "physical",
  physloc: "location",
  container: "container",
  didnote: "note",
  note: "note",
  dao: "digitalObjects",
  daogrp: "digitalObjects",
  daoset: "digitalObjects",
};

/** Children of `archdesc`, `c` and `c01`–`c12`. */
export const NOTE_ELEMENTS: Readonly<Record<string, Target>> = {
  bioghist: "history",
  custodhist: "custody",
  acqinfo: "acquisition",
  scopecontent: "scope",
  appraisal: "appraisal",
  accruals: "accruals",
  arrangement: "arrangement",
  fileplan: "arrangement",
  accessrestrict: "access",
  legalstatus: "access",
  userestrict: "reproduction",
  phystech: "physical",
  otherfindaid: "findingAids",
  originalsloc: "originals",
  altformavail: "copies",
  relatedmaterial: "related",
  separatedmaterial: "related",
  bibliography: "publications",
  prefercite: "citation",
  odd: "note",
  note: "note",
  processinfo: "processing",
  dao: "digitalObjects",
  daogrp: "digitalObjects",
  daoset: "digitalObjects",
};

/** Children of `controlaccess`: what a name says of its kind is kept, the rest goes into one list. */
export const ACCESS_ELEMENTS: Readonly<Record<string, Target>> = {
  subject: "subjectPoints",
  geogname: "placePoints",
  name: "namePoints",
  persname: "namePoints",
  corpname: "namePoints",
  famname: "namePoints",
  genreform: "genrePoints",
};

/**
 * Elements of ISAD(G) 3.4.3 and 3.7, and of the templates of AtoM, for which a component of EAD3 has no element of
 * its own: they stand in an `odd` whose local type names them.
 */
const LOCAL_PREFIX = "isadg:";
export const LOCAL_FIELDS: readonly DescriptionField[] = [
  ...(["script", "languageNote", "otherIdentifiers", "rules", "sources", "revisions"] as const),
  ...(["descriptionIdentifier", "institutionIdentifier", "descriptionStatus", "levelOfDetail"] as const),
  ...(["descriptionLanguage", "descriptionScript"] as const),
];
export const localTypeOf = (field: DescriptionField): string => LOCAL_PREFIX + field;

/** What an `odd` of this local type holds; null for a note like any other. */
export function fieldOfLocalType(localType: string | null): DescriptionField | null {
  return LOCAL_FIELDS.find((field) => localTypeOf(field) === localType) ?? null;
}

/** Elements that only group notes: their children belong to the unit. */
export const GROUPS: ReadonlySet<string> = new Set(["descgrp"]);

/** The level of a component whose level the file leaves open. */
export const UNSAID_LEVEL = "component";

/** A component: `c`, or `c01` to `c12`. */
export const COMPONENT = /^c(?:0[1-9]|1[0-2])?$/;

const SHORT: ReadonlySet<Target> = new Set([
  ...(["reference", "title", "date", "structuredDate", "extent", "creator", "repository"] as const),
  ...(["language", "script", "descriptionLanguage", "descriptionScript"] as const),
]);

/** Several values of one field are one text: notes stand below each other, short ones in a row. */
export function joiner(target: Target): string {
  if (target === "container") return ", ";
  return SHORT.has(target) ? "; " : "\n";
}
