import { CASE_SCALARS, FILE_COLUMNS, PERSON_COLUMNS, type Cells, type Column } from "./columns";
import type { CaseEntry, FileEntry, PersonEntry } from "./entries";
import { MergedCells } from "./merged-cells";
import type { ReadRow } from "./read-row";
import { gradeOf, splitCell, type Bond } from "./row-words";

/** A file while its rows come in. */
export class FileGroup {
  readonly cells = new MergedCells(FILE_COLUMNS);
  private foliation: ReadRow["foliation"] = null;

  constructor(private readonly first: ReadRow) {}

  add(read: ReadRow): void {
    this.cells.add(read.cells, read.row);
    this.foliation ??= read.foliation;
  }

  finish(): FileEntry {
    const { row, reference, fileKey } = this.first;
    return {
      key: fileKey,
      row,
      reference,
      title: this.cells.get("fileTitle"),
      dates: this.cells.get("fileDates"),
      foliation: this.foliation,
      owners: [...new Set(splitCell(this.cells.get("ownerAgency")))],
      grade: gradeOf(this.cells.get("grade")),
    };
  }
}

const NAME_COLUMNS = { kk: "nameKazakh", ru: "nameRussian", latin: "nameLatin" } as const;

/** A person while the rows that name them come in. */
export class PersonGroup {
  readonly cells = new MergedCells(PERSON_COLUMNS);

  constructor(
    private readonly key: string,
    private readonly first: ReadRow,
  ) {}

  finish(): PersonEntry {
    const get = (column: Column): string => this.cells.get(column);
    const parts = { surname: get("surname"), given: get("given"), patronymic: get("patronymic") };
    const names = (["kk", "ru", "latin"] as const).flatMap((script) =>
      splitCell(get(NAME_COLUMNS[script])).map((text) => ({ script, text })),
    );
    return {
      key: this.key,
      row: this.first.row,
      fileKey: this.first.fileKey,
      name: nameOf({ ...parts, nameAsWritten: get("nameAsWritten") }),
      ...parts,
      names,
      birth: get("birthDate"),
      birthPlace: get("birthPlace"),
    };
  }
}

/** A case while its rows come in: charges and measures add up, everything else must agree. */
export class CaseGroup {
  readonly cells = new MergedCells(CASE_SCALARS);
  private readonly files = new Map<string, Bond>();
  private readonly charges = new Set<string>();
  private readonly measures = new Map<string, { text: string; date: string }>();

  constructor(
    private readonly key: string,
    readonly personKey: string,
    readonly row: number,
  ) {}

  add({ cells, row, fileKey, bond }: ReadRow): void {
    this.cells.add(cells, row);
    if (this.files.get(fileKey) !== "required") this.files.set(fileKey, bond);
    for (const charge of splitCell(cells.charge)) this.charges.add(charge);
    const dates = splitCell(cells.measureDate);
    for (const [place, text] of splitCell(cells.measure).entries()) {
      const date = dates[place] ?? (dates.length === 1 ? dates[0]! : "");
      this.measures.set(`${text}#${date}`, { text, date });
    }
  }

  finish(): CaseEntry {
    return {
      key: this.key,
      row: this.row,
      personKey: this.personKey,
      files: [...this.files].map(([fileKey, bond]) => ({ fileKey, bond })),
      episode: this.cells.get("episodeDate"),
      body: this.cells.get("body"),
      charges: [...this.charges],
      measures: [...this.measures.values()],
      category: this.cells.get("category"),
      region: this.cells.get("region"),
    };
  }
}

type NameCells = Pick<Cells, "nameAsWritten" | "surname" | "given" | "patronymic">;

/** The name as the source has it; composed in the order of a register where it is not given. */
export function nameOf(cells: NameCells): string {
  return cells.nameAsWritten || [cells.surname, cells.given, cells.patronymic].filter(Boolean).join(" ");
}
