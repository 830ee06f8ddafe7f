import type { Cells, Column } from "./columns";

/** Cells that several rows tell about one thing: the first that is not empty counts, the others must agree. */
export class MergedCells {
  private readonly values = new Map<Column, { value: string; row: number }>();

  constructor(private readonly columns: readonly Column[]) {}

  get(column: Column): string {
    return this.values.get(column)?.value ?? "";
  }

  /** The first cell that contradicts what an earlier row said, and that row. */
  findDisagreement(cells: Cells): { column: Column; row: number } | null {
    for (const column of this.columns) {
      const held = this.values.get(column);
      if (held && cells[column] !== "" && cells[column] !== held.value) return { column, row: held.row };
    }
    return null;
  }

  add(cells: Cells, row: number): void {
    for (const column of this.columns) {
      if (cells[column] !== "" && !this.values.has(column)) {
        this.values.set(column, { value: cells[column], row });
      }
    }
  }
}
