import type { Agencies } from "./agencies";
import { Choosing } from "./choosing";
import type { Column } from "./columns";
import type { NewUnit } from "@/lib/store/intake-units";
import type { FieldChange } from "./compare-units";
import type { Part } from "./gathering";
import type { Remark, RowFault } from "./problem";
import type { PlaceProblem } from "./place-problem";
import type { Importer } from "./proposal";
import type { Recogniser } from "./recognise";
import type { Noun, Sample } from "./view";

/** What comparing a table needs at hand: who imports, the words in force, and where findings go. */
export class TableContext {
  private readonly choosing: Choosing;

  constructor(
    readonly importer: Importer,
    readonly agencies: Agencies,
    readonly words: Recogniser,
    private readonly at: PlaceProblem,
    private readonly part: Part,
  ) {
    this.choosing = new Choosing(importer.leave ?? {}, part.summary);
  }

  readonly reject = (code: RowFault, row: number, column: Column | null, detail: string): void =>
    this.part.summary.problem(this.at(code, row, column, detail));

  readonly remark = (code: Remark, row: number, column: Column, detail: string): void =>
    this.part.summary.remark(this.at(code, row, column, detail));

  readonly idAbove = (key: string, row: number): string | null => this.part.idAbove(key, row);

  readonly addAbove = (unit: NewUnit, row: number): void => this.part.addAbove(unit, row);

  /** Something new: is it taken? */
  readonly added = (sample: Sample, key: string, hangsOnLeft = false): boolean =>
    this.choosing.added(sample, key, hangsOnLeft);

  /** Changes of something that is there: those that are made. */
  readonly compared = (sample: Sample, key: string, changes: FieldChange[]): FieldChange[] =>
    this.choosing.compared(sample, key, changes);

  /** Something new that is left out: what hangs on it is left with it. */
  readonly isLeft = (noun: Noun, key: string): boolean => this.choosing.isLeft(noun, key);
}
