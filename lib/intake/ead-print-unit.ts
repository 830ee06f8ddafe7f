import type { UnitField, UnitFields } from "./atom-groups";
import { linesOf } from "./atom-values";
import { LOCAL_FIELDS, localTypeOf, type DescriptionField } from "./ead-fields";
import { element, escapeText, textElement } from "./xml-text";

type Print = (text: string) => string;

/** Several values in one text, each in an element of its own; where they would not come back as they are, in one. */
const several =
  (joint: string, one: Print): Print =>
  (text) => {
    const values = text.split(joint);
    const whole = (value: string): boolean => value !== "" && value.trim() === value;
    const apart = new Set(values).size === values.length && values.every(whole);
    return (apart ? values : [text]).map(one).join("");
  };

const inPart =
  (name: string): Print =>
  (text) =>
    element(name, textElement("part", text));
const linesIn =
  (name: string): Print =>
  (text) =>
    element(name, linesOf(text).map(escapeText).join("<lb/>"));
const inLines =
  (one: Print): Print =>
  (text) =>
    linesOf(text).map(one).join("");
const block =
  (name: string, localtype?: string): Print =>
  (text) =>
    element(name, inLines((line) => textElement("p", line))(text), { localtype });

const CODE = /^[a-z]{2,3}$/;
const language: Print = (text) =>
  element("langmaterial", textElement("language", text, { langcode: CODE.test(text) ? text : undefined }));

/** An address, or what stands for one in words. */
const digitalObject: Print = (line) =>
  /^\S+$/.test(line)
    ? element("dao", "", { daotype: "unknown", href: line })
    : element("dao", element("descriptivenote", textElement("p", line)), { daotype: "unknown" });

type Printers = readonly (readonly [UnitField, Print])[];

/** Children of `did`, in the order of ISAD(G) 3.1 and 3.2. */
const DID: Printers = [
  ["reference", (text) => textElement("unitid", text)],
  ["title", (text) => textElement("unittitle", text)],
  ["extent", (text) => textElement("physdesc", text)],
  ["creator", several("; ", (name) => element("origination", inPart("name")(name)))],
  ["repository", (text) => element("repository", inPart("corpname")(text))],
  ["language", several("; ", language)],
  ["abstract", linesIn("abstract")],
  ["container", (text) => textElement("container", text)],
  ["location", linesIn("physloc")],
  ["digitalObjects", inLines(digitalObject)],
];

/** Elements after `did`, each of lines. */
const NOTES: readonly (readonly [DescriptionField, string])[] = [
  ["history", "bioghist"],
  ["custody", "custodhist"],
  ["acquisition", "acqinfo"],
  ["scope", "scopecontent"],
  ["appraisal", "appraisal"],
  ["accruals", "accruals"],
  ["arrangement", "arrangement"],
  ["access", "accessrestrict"],
  ["reproduction", "userestrict"],
  ["physical", "phystech"],
  ["findingAids", "otherfindaid"],
  ["originals", "originalsloc"],
  ["copies", "altformavail"],
  ["related", "relatedmaterial"],
  ["publications", "bibliography"],
  ["citation", "prefercite"],
  ["note", "odd"],
  ["processing", "processinfo"],
];

/** What nobody has said the kind of is one list: the same words may stand in it twice. */
const unsorted: Print = (text) => element("list", inLines((line) => textElement("item", line))(text));

const ACCESS: Printers = [
  ["subjectPoints", inLines(inPart("subject"))],
  ["placePoints", inLines(inPart("geogname"))],
  ["namePoints", inLines(inPart("name"))],
  ["genrePoints", inLines(inPart("genreform"))],
  ["accessPoints", unsorted],
];

/** `did` with all that belongs there; it is never empty. */
export function printDid(fields: UnitFields): string {
  const dated = fields.dateText
    ? textElement("unitdate", fields.dateText, { normal: fields.dateNormal || undefined })
    : "";
  const own = printed(DID, fields);
  return element("did", own + dated || element("unittitle", ""));
}

/** Everything a unit says outside `did`. */
export function printNotes(fields: UnitFields): string {
  const notes = printed(
    NOTES.map(([field, name]) => [field, block(name)] as const),
    fields,
  );
  const local = printed(
    LOCAL_FIELDS.map((field) => [field, block("odd", localTypeOf(field))] as const),
    fields,
  );
  const access = printed(ACCESS, fields);
  return notes + local + (access === "" ? "" : element("controlaccess", access));
}

function printed(printers: Printers, fields: UnitFields): string {
  return printers.map(([field, print]) => (fields[field]?.trim() ? print(fields[field]) : "")).join("");
}
