import type { Agencies } from "./agencies";
import type { Column } from "./columns";
import type { NewUnit } from "@/lib/store/intake-units";
import type { FieldChange } from "./compare-units";
import type { Part } from "./gathering";
import type { Remark, RowFault } from "./problem";
import type { PlaceProblem } from "./place-problem";
import type { Importer } from "./proposal";
import type { Recogniser } from "./recognise";
import type { Sample } from "./view";

/** What comparing a table needs at hand: who imports, the words in force, and where findings go. */
export class TableContext {
  constructor(
    readonly importer: Importer,
    readonly agencies: Agencies,
    readonly words: Recogniser,
    private readonly at: PlaceProblem,
    private readonly part: Part,
  ) {}

  readonly reject = (code: RowFault, row: number, column: Column | null, detail: string): void =>
    this.part.summary.problem(this.at(code, row, column, detail));

  readonly remark = (code: Remark, row: number, column: Column, detail: string): void =>
    this.part.summary.remark(this.at(code, row, column, detail));

  readonly idAbove = (key: string, row: number): string | null => this.part.idAbove(key, row);

  readonly addAbove = (unit: NewUnit, row: number): void => this.part.addAbove(unit, row);

  readonly added = (sample: Sample, key: string): void => this.part.summary.added(sample, key);

  readonly compared = (sample: Sample, key: string, changes: FieldChange[]): void => {
    if (changes.length === 0) this.part.summary.unchanged(sample.noun);
    else this.part.summary.changed({ ...sample, changes }, key);
  };
}
