import { COLUMNS, REQUIRED, type Column } from "./columns";
import type { Entries, MaterialEntry, MentionEntry } from "./entries";
import { CaseGroup, FileGroup, nameOf, PersonGroup } from "./entry-groups";
import type { MergedCells } from "./merged-cells";
import { problemsOf, type PlaceProblem } from "./place-problem";
import type { Problem, RowFault } from "./problem";
import type { ReadRow } from "./read-row";
import { caseKeyOf, codedPerson, foldText, materialKeyOf } from "./row-keys";
import type { TableHead } from "./table";

/** A reference may be spelled in several ways; whatever else is in a row is looked at as it is. */
const COLUMNS_BESIDE = COLUMNS.filter((column) => !REQUIRED.includes(column));

/**
 * Sorts a table into files, people, mentions and cases. What rows belong together is told by the reference of
 * the file and by the codes alone: two people are never one because their names are.
 */
export function groupRows(rows: Iterable<ReadRow>, headings: TableHead["headings"]): Entries {
  const grouping = new Grouping(headings);
  for (const row of rows) grouping.take(row);
  return grouping.finish();
}

class Grouping {
  private readonly files = new Map<string, FileGroup>();
  private readonly people = new Map<string, PersonGroup>();
  private readonly mentions = new Map<string, MentionEntry>();
  private readonly cases = new Map<string, CaseGroup>();
  private readonly materials = new Map<string, MaterialEntry>();
  private readonly seen = new Map<string, number>();
  private readonly namesakes = new Map<string, number>();
  private readonly problems: Problem[] = [];

  private readonly at: PlaceProblem;

  constructor(private readonly headings: TableHead["headings"]) {
    this.at = problemsOf(headings);
  }

  take(read: ReadRow): void {
    if (this.isRepeated(read) || this.disagrees(read)) return;
    const file = this.files.get(read.fileKey) ?? new FileGroup(read);
    this.files.set(read.fileKey, file);
    file.add(read);
    this.takeMaterial(read);
    if (read.role === null) return;
    const personKey = this.takePerson(read);
    this.takeMention(read, personKey);
    if (read.role === "accused") this.takeCase(read, personKey);
  }

  finish(): Entries {
    return {
      files: [...this.files.values()].map((group) => group.finish()),
      people: [...this.people.values()].map((group) => group.finish()),
      mentions: [...this.mentions.values()],
      cases: [...this.cases.values()].map((group) => group.finish()),
      materials: [...this.materials.values()],
      problems: this.problems,
      headings: this.headings,
    };
  }

  private complain(row: number, code: RowFault, column: Column | null, detail: string): void {
    this.problems.push(this.at(code, row, column, detail));
  }

  private isRepeated(read: ReadRow): boolean {
    let signature = read.fileKey;
    for (const column of COLUMNS_BESIDE) signature += `\u0000${read.cells[column]}`;
    const earlier = this.seen.get(signature);
    if (earlier === undefined) this.seen.set(signature, read.row);
    else this.complain(read.row, "repeatedRow", null, String(earlier));
    return earlier !== undefined;
  }

  /** Looked at as a whole before anything of the row is taken. */
  private disagrees(read: ReadRow): boolean {
    const coded = codedPerson(read);
    const known = this.knownCase(read);
    const person = this.people.get(known?.personKey ?? coded ?? "");
    const groups: [RowFault, MergedCells | undefined][] = [
      ["fileDisagrees", this.files.get(read.fileKey)?.cells],
      ["personDisagrees", person?.cells],
      ["caseDisagrees", known?.cells],
    ];
    for (const [code, cells] of groups) {
      const found = cells?.findDisagreement(read.cells);
      if (!found) continue;
      this.complain(read.row, code, found.column, String(found.row));
      return true;
    }
    const another = known !== undefined && coded !== null && coded !== known.personKey;
    if (another) this.complain(read.row, "caseDisagrees", "personCode", String(known.row));
    return another;
  }

  private knownCase(read: ReadRow): CaseGroup | undefined {
    return this.cases.get(caseKeyOf(read, codedPerson(read)) ?? "");
  }

  /** Relatives, witnesses, informers and officials are people of their own only under a code. */
  private takePerson(read: ReadRow): string | null {
    const coded = this.knownCase(read)?.personKey ?? codedPerson(read);
    if (coded === null && read.role !== "accused") return null;
    const key = coded ?? this.nameNamesake("name", read);
    const group = this.people.get(key) ?? new PersonGroup(key, read);
    this.people.set(key, group);
    group.cells.add(read.cells, read.row);
    return key;
  }

  private takeMention(read: ReadRow, personKey: string | null): void {
    const { row, fileKey, cells, role } = read;
    if (role === null) return;
    const key = `${fileKey}#${role}#${personKey ?? this.nameNamesake(role, read)}`;
    if (this.mentions.has(key)) return;
    const note = personKey === null ? [cells.birthDate, cells.birthPlace].filter(Boolean).join(", ") : "";
    this.mentions.set(key, {
      key,
      row,
      fileKey,
      personKey,
      name: nameOf(cells),
      role,
      sheet: cells.personSheet,
      note,
    });
  }

  /** A document is known by its code, otherwise by what it is and where it lies: a copy lies elsewhere. */
  private takeMaterial(read: ReadRow): void {
    if (read.material === null) return;
    const { row, fileKey, cells, material } = read;
    const key = materialKeyOf(read);
    if (this.materials.has(key))
      return this.complain(row, "repeatedRow", null, String(this.materials.get(key)?.row));
    this.materials.set(key, {
      ...{ key, row, fileKey, kind: cells.materialKind, title: cells.materialTitle },
      ...{ dates: cells.materialDates, sheets: cells.materialSheets, graded: material.graded },
    });
  }

  private takeCase(read: ReadRow, personKey: string | null): void {
    const key = caseKeyOf(read, personKey);
    if (key === null || personKey === null) return;
    const group = this.cases.get(key) ?? new CaseGroup(key, personKey, read.row);
    this.cases.set(key, group);
    group.add(read);
  }

  /** Namesakes in one file are told apart by their order. */
  private nameNamesake(kind: string, read: ReadRow): string {
    const name = `${kind}#${read.fileKey}#${foldText(nameOf(read.cells))}`;
    const nth = (this.namesakes.get(name) ?? 0) + 1;
    this.namesakes.set(name, nth);
    return nth === 1 ? name : `${name}#${nth}`;
  }
}
