import { columnOfRef, MOST_COLUMNS, type SheetRow } from "./workbook-sheet";

/** More than anybody has drawn by hand. */
const MOST = 200_000;
/** Longer is no element of this kind. */
const LONGEST = 200;

interface Merge {
  column: number;
  from: number;
  to: number;
  text: string;
}

/**
 * Cells that were made one downwards: what stands in the first of them holds for all its rows. Sideways a text stays in
 * its first cell. They are listed behind the rows that they concern, and so are looked for first.
 */
export class Merges {
  private readonly all: Merge[] = [];
  private held = "";
  private next = 0;
  /** By their columns: drawn cells never lie over each other. */
  private readonly live = new Map<number, Merge>();

  /** @returns false when there are too many. */
  look(piece: Uint8Array): boolean {
    const text = this.held + Buffer.from(piece).toString("latin1");
    let end = 0;
    for (const { 0: whole, 1: ref = "", index } of text.matchAll(
      /<(?:\w+:)?mergeCell\s[^<>]*?ref=["']([^"']*)["']/g,
    )) {
      this.add(ref);
      end = index + whole.length;
    }
    this.held = text.slice(Math.max(end, text.length - LONGEST));
    return this.all.length <= MOST;
  }

  ready(): void {
    this.all.sort((one, other) => one.from - other.from);
  }

  /** Rows that hold nothing of their own stay empty. */
  fill({ row, record }: SheetRow): void {
    for (let merge = this.all[this.next]; merge && merge.from <= row; merge = this.all[(this.next += 1)])
      this.live.set(merge.column, merge);
    if (record.every((cell) => cell === "")) return;
    for (const merge of this.live.values()) {
      if (merge.to < row) this.live.delete(merge.column);
      else if (merge.from === row) merge.text = record[merge.column - 1] ?? "";
      else if (merge.text !== "" && !record[merge.column - 1]) {
        while (record.length < merge.column) record.push("");
        record[merge.column - 1] = merge.text;
      }
    }
  }

  private add(ref: string): void {
    const [, column = "", from, to] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(ref) ?? [];
    const at = columnOfRef(column);
    if (at <= MOST_COLUMNS && Number(to) > Number(from))
      this.all.push({ column: at, from: Number(from), to: Number(to), text: "" });
  }
}
