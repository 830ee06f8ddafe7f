import { printCsv } from "@/lib/csv";
import type { HashedFile } from "@/lib/files/blobs";
import type { Merges } from "./workbook-merges";
import type { SheetRow } from "./workbook-sheet";

/** Sets rows down as lines: a row that a sheet leaves out is an empty line, so that each keeps its number. */
export class SheetPrinter {
  private next = 1;

  constructor(
    private readonly file: HashedFile,
    private readonly merges: Merges,
  ) {}

  async print(rows: readonly SheetRow[]): Promise<void> {
    let held: string[][] = [];
    const parts: string[] = [];
    for (const one of rows) {
      this.merges.fill(one);
      const gap = one.row - this.next;
      if (gap > 0) {
        parts.push(printCsv(held), "\r\n".repeat(gap));
        held = [];
      }
      held.push(one.record.length > 0 ? one.record : [""]);
      this.next = one.row + 1;
    }
    parts.push(printCsv(held));
    const text = parts.join("");
    if (text !== "") await this.file.write(Buffer.from(text));
  }
}
