import type { AtomCells, AtomColumn } from "./atom-columns";
import { EVENT_COLUMNS, EVENT_FIELDS, printEvents, readEvents, type EventFields } from "./atom-events";
import { levelOf, printLevel } from "./atom-levels";
import { cleanText, distinctValues, joinValues, linesOf, splitValues } from "./atom-values";
import type { DescriptionField } from "./ead-fields";
import { tidy } from "./ead-text";

/** A field of a unit by its name, as a comparison of two imports has it. */
export type UnitField = DescriptionField | "level" | "reference" | "title" | "dateText" | "extent";
export type UnitFields = Partial<Record<UnitField, string>>;
type Cells = Partial<AtomCells>;

/** Columns that together say some fields. What is printed of fields is read as these fields again. */
export interface Group {
  columns: readonly AtomColumn[];
  fields: readonly UnitField[];
  read: (cells: AtomCells) => UnitFields;
  /** `kept`: what the source said, of which something may stay that the fields do not hold. */
  print: (fields: UnitFields, kept: AtomCells | null) => Cells;
}

function single(
  column: AtomColumn,
  field: UnitField,
  clean = cleanText,
  print = (text: string) => text,
): Group {
  return {
    columns: [column],
    fields: [field],
    read: (cells) => ({ [field]: clean(cells[column]) }),
    print: (fields) => ({ [column]: print(fields[field] ?? "") }),
  };
}

/** Several values of one column, in the field with `joint` between them. */
function several(column: AtomColumn, field: UnitField, joint: "\n" | "; "): Group {
  return {
    columns: [column],
    fields: [field],
    read: (cells) => ({ [field]: distinctValues(cells[column]).join(joint) }),
    print: (fields) => ({ [column]: (fields[field] ?? "").split(joint).join("|") }),
  };
}

/** Notes of several lines; several notes stand below each other. */
function notes(column: AtomColumn, field: UnitField): Group {
  const read = (cells: AtomCells) => ({ [field]: distinctValues(cells[column], cleanText).join("\n") });
  return { ...single(column, field), read };
}

const CODES = /^[a-z]{2,3}(?:[-_][\w-]+)?(?:; [a-z]{2,3}(?:[-_][\w-]+)?)*$/i;

/** AtoM takes codes alone for a language; words go into the note. */
const language: Group = {
  columns: ["language", "languageNote"],
  fields: ["language", "languageNote"],
  read: (cells) => ({
    language: distinctValues(cells.language).join("; "),
    languageNote: cleanText(cells.languageNote),
  }),
  print: ({ language: said = "", languageNote: note = "" }) =>
    CODES.test(said)
      ? { language: said.split("; ").join("|"), languageNote: note }
      : { language: "", languageNote: [said, note].filter(Boolean).join("\n") },
};

const subjects: Group = {
  columns: ["subjectAccessPoints"],
  fields: ["subjectPoints", "accessPoints"],
  read: (cells) => ({
    subjectPoints: distinctValues(cells.subjectAccessPoints).join("\n"),
    accessPoints: "",
  }),
  print: ({ subjectPoints = "", accessPoints = "" }) => ({
    subjectAccessPoints: [...linesOf(subjectPoints), ...linesOf(accessPoints)].join("|"),
  }),
};

const physicalObjects: Group = {
  columns: ["physicalObjectName", "physicalObjectLocation", "physicalObjectType"],
  fields: ["container", "location"],
  read: (cells) => {
    const types = splitValues(cells.physicalObjectType);
    const names = splitValues(cells.physicalObjectName).map((name, nth) =>
      tidy(`${types[nth] ?? ""} ${name}`),
    );
    const container = names.filter((name) => name !== "").join(", ");
    return { container, location: distinctValues(cells.physicalObjectLocation).join("\n") };
  },
  print: ({ container = "", location = "" }) => ({
    physicalObjectName: container,
    physicalObjectLocation: linesOf(location).join("|"),
    physicalObjectType: "",
  }),
};

const otherIdentifiers: Group = {
  columns: ["alternativeIdentifiers", "alternativeIdentifierLabels"],
  fields: ["otherIdentifiers"],
  read: (cells) => {
    const labels = splitValues(cells.alternativeIdentifierLabels).map(tidy);
    const named = splitValues(cells.alternativeIdentifiers).map((id, nth) =>
      [labels[nth] ?? "", tidy(id)].filter(Boolean).join(": "),
    );
    return { otherIdentifiers: named.filter((line) => line !== "").join("\n") };
  },
  print: ({ otherIdentifiers: lines = "" }) => {
    const parts = linesOf(lines).map((line) => /^(.+?): (.+)$/.exec(line) ?? ["", "", line]);
    return {
      alternativeIdentifiers: joinValues(parts.map(([, , id = ""]) => id)),
      alternativeIdentifierLabels: joinValues(parts.map(([, label = ""]) => label)),
    };
  },
};

const digitalObjects: Group = {
  columns: ["digitalObjectPath", "digitalObjectURI", "digitalObjectChecksum"],
  fields: ["digitalObjects"],
  read: ({ digitalObjectURI, digitalObjectPath }) => {
    const places = [...distinctValues(digitalObjectURI), ...distinctValues(digitalObjectPath)];
    return { digitalObjects: [...new Set(places)].join("\n") };
  },
  print: ({ digitalObjects: lines = "" }) => ({
    digitalObjectPath: "",
    digitalObjectURI: linesOf(lines).join("|"),
    digitalObjectChecksum: "",
  }),
};

const events: Group = {
  columns: EVENT_COLUMNS,
  fields: EVENT_FIELDS,
  read: readEvents,
  print: ({ dateText = "", dateNormal = "", creator = "", history = "" }, kept): Cells => {
    const fields: EventFields = { dateText, dateNormal, creator, history };
    return printEvents(fields, kept);
  },
};

/** Said by no field: kept as it came. */
const culture: Group = { columns: ["culture"], fields: [], read: () => ({}), print: () => ({ culture: "" }) };

export const GROUPS: readonly Group[] = [
  single("identifier", "reference", tidy),
  single("title", "title", tidy),
  single("levelOfDescription", "level", levelOf, printLevel),
  single("extentAndMedium", "extent"),
  single("repository", "repository", tidy),
  single("archivalHistory", "custody"),
  single("acquisition", "acquisition"),
  single("scopeAndContent", "scope"),
  single("appraisal", "appraisal"),
  single("accruals", "accruals"),
  single("arrangement", "arrangement"),
  single("accessConditions", "access"),
  single("reproductionConditions", "reproduction"),
  single("physicalCharacteristics", "physical"),
  single("findingAids", "findingAids"),
  single("locationOfOriginals", "originals"),
  single("locationOfCopies", "copies"),
  single("relatedUnitsOfDescription", "related"),
  single("descriptionIdentifier", "descriptionIdentifier", tidy),
  single("institutionIdentifier", "institutionIdentifier", tidy),
  single("rules", "rules"),
  single("descriptionStatus", "descriptionStatus", tidy),
  single("levelOfDetail", "levelOfDetail", tidy),
  single("revisionHistory", "revisions"),
  single("sources", "sources"),
  single("archivistNote", "processing"),
  several("script", "script", "; "),
  several("languageOfDescription", "descriptionLanguage", "; "),
  several("scriptOfDescription", "descriptionScript", "; "),
  several("placeAccessPoints", "placePoints", "\n"),
  several("nameAccessPoints", "namePoints", "\n"),
  several("genreAccessPoints", "genrePoints", "\n"),
  notes("publicationNote", "publications"),
  notes("generalNote", "note"),
  ...[language, subjects, events, physicalObjects, otherIdentifiers, digitalObjects, culture],
];
