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
  controlaccess: "accessPoints",
  dao: "digitalObjects",
  daogrp: "digitalObjects",
  daoset: "digitalObjects",
};

/** Elements that only group notes: their children belong to the unit. */
export const GROUPS: ReadonlySet<string> = new Set(["descgrp"]);

/** A component: `c`, or `c01` to `c12`. */
export const COMPONENT = /^c(?:0[1-9]|1[0-2])?$/;

/** Several values of one field are one text: notes stand below each other, short ones in a row. */
export function joiner(target: Target): string {
  if (target === "container") return ", ";
  const short: readonly Target[] = ["reference", "title", "date", "structuredDate", "extent", "language"];
  if (short.includes(target) || target === "creator" || target === "repository") return "; ";
  return "\n";
}
