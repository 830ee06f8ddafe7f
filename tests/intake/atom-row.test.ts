import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { guardCell, unguardCell } from "@/lib/csv";
import { ATOM_COLUMNS, emptyCells, KEPT_COLUMNS, type AtomCells } from "@/lib/intake/atom-columns";
import { GROUPS, type UnitField, type UnitFields } from "@/lib/intake/atom-groups";
import { printCells, readFields, verbatimOf } from "@/lib/intake/atom-row";
import { cleanText } from "@/lib/intake/atom-values";
import { tidy } from "@/lib/intake/ead-text";

const nasty = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom(
    ...["|", "a|b", "a||b", "NULL", "NULL|x", " x ", "a\r\nb", "a\n\nb|c", "; ", "a; a", "=1+1"],
  ),
  fc.constantFrom(...["Creation|Accumulation", "Creation", "1937", "1937-09-01", "2016-00-00", "й\u0306"]),
);
const anyCells: fc.Arbitrary<AtomCells> = fc
  .record(Object.fromEntries(ATOM_COLUMNS.map((column) => [column, nasty])), { noNullPrototype: true })
  .map((cells) => ({ ...emptyCells, ...(cells as Partial<AtomCells>) }));

const kept = (cells: AtomCells) => Object.fromEntries(KEPT_COLUMNS.map((column) => [column, cells[column]]));

describe("a row of AtoM's template", () => {
  it("comes out letter by letter as it came in, whatever stands in it", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const printed = printCells(readFields(cells), verbatimOf(cells));
        expect(kept(printed)).toEqual(kept(cells));
      }),
    );
  });

  it("is read again as the same fields after each print", () => {
    fc.assert(
      fc.property(anyCells, (cells) => {
        const fields = readFields(cells);
        expect(readFields(printCells(fields, verbatimOf(cells)))).toEqual(fields);
      }),
    );
  });

  it("says what was corrected at the desk, and the rest as the source said it", () => {
    const cells = { ...emptyCells, title: " Дело  1 ", scopeAndContent: "о\r\nчём", generalNote: "a|b" };
    const fields = { ...readFields(cells), title: "Дело 2" };
    const printed = printCells(fields, verbatimOf(cells));
    expect(printed).toMatchObject({ title: "Дело 2", scopeAndContent: "о\r\nчём", generalNote: "a|b" });
  });
});

/** Text as a unit has it: the reader has been over it. No bar, which AtoM has for its own. */
const line = fc.string({ unit: "grapheme", maxLength: 10 }).map((text) => tidy(text.replace(/[|]/g, "")));
const word = line.filter((text) => text !== "" && text !== "NULL" && !text.includes("; "));
const words = (joint: string) => fc.uniqueArray(word, { maxLength: 3 }).map((all) => all.join(joint));
const text = fc.array(line, { maxLength: 4 }).map((lines) => cleanText(lines.join("\n")));

const special: Partial<Record<UnitField, fc.Arbitrary<string>>> = {
  level: fc.constantFrom("fonds", "inventory", "file", "item", "component", "Ящик"),
  language: fc.constantFrom("", "kk", "kk; ru"),
  dateText: fc.constantFrom("", "сентябрь 1937", "1937–1938", "до войны"),
  dateNormal: fc.constant(""),
  creator: words("; "),
  history: text.filter((some) => some !== "NULL"),
  script: words("; "),
  descriptionLanguage: words("; "),
  descriptionScript: words("; "),
  accessPoints: fc.constant(""),
  ...Object.fromEntries(
    [
      "subjectPoints",
      "placePoints",
      "namePoints",
      "genrePoints",
      "location",
      "digitalObjects",
      "otherIdentifiers",
    ].map((field) => [field, words("\n")]),
  ),
  ...Object.fromEntries(
    ["note", "publications"].map((field) => [field, text.filter((some) => some !== "NULL")]),
  ),
};
const lineFields = ["reference", "title", "repository", "container", "levelOfDetail", "descriptionStatus"];
const byField = GROUPS.flatMap(({ fields }) => fields).map((field): [UnitField, fc.Arbitrary<string>] => [
  field,
  special[field] ??
    (lineFields.includes(field) || field.endsWith("Identifier") ? line.filter((s) => s !== "NULL") : text),
]);
const anyFields: fc.Arbitrary<UnitFields> = fc.record(Object.fromEntries(byField));

it("the fields of any unit are read from its row again", () => {
  fc.assert(
    fc.property(anyFields, (fields) => {
      const filled = Object.fromEntries(Object.entries(fields).filter(([, said]) => said !== ""));
      expect(readFields(printCells(fields, {}))).toEqual(filled);
    }),
  );
});

it("words of a language become a note, since AtoM takes codes alone", () => {
  expect(printCells({ language: "Русский; Қазақша" }, {})).toMatchObject({
    language: "",
    languageNote: "Русский; Қазақша",
  });
});

describe("several events", () => {
  const cells: AtomCells = {
    ...emptyCells,
    ...{
      eventActors: "НКВД|Архив",
      eventActorHistories: "История|NULL",
      eventTypes: "Creation|Accumulation",
    },
    ...{ eventDates: "1937-1938|1960", eventStartDates: "1937-00-00|1960", eventEndDates: "1938|NULL" },
  };

  it("the creation is that of the unit", () => {
    expect(readFields(cells)).toMatchObject({
      ...{ dateText: "1937-1938", dateNormal: "1937/1938", creator: "НКВД", history: "История" },
    });
  });

  it("a corrected date leaves the other events as they are", () => {
    const printed = printCells({ ...readFields(cells), dateText: "1936", dateNormal: "" }, verbatimOf(cells));
    expect(printed).toMatchObject({
      ...{ eventActors: "НКВД|Архив", eventTypes: "Creation|Accumulation", eventDates: "1936|1960" },
    });
  });
});

it("the guard of a cell is taken off again, and every cell comes out as it was", () => {
  fc.assert(
    fc.property(fc.oneof(nasty, fc.constantFrom("'=1", "''=1", "'a", "-", "@x", "'")), (cell) => {
      expect(unguardCell(guardCell(cell))).toBe(cell);
      expect(guardCell(cell)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
