import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { forSpreadsheets, printCsv } from "@/lib/csv";

/** As a spreadsheet reads that parts at semicolons alone: quotes hold only where a cell begins with one. */
function cellsAtSemicolons(csv: string): string[] {
  const cells: string[] = [];
  for (let rest = csv.replace(/^\ufeff/, ""); rest !== "";) {
    const [whole, quoted, plain] = /^(?:"((?:[^"]|"")*)"([^;\r\n]*)|[^;\r\n]*)/.exec(rest)!;
    cells.push(quoted === undefined ? whole : quoted.replaceAll('""', '"') + (plain ?? ""));
    rest = rest.slice(whole.length).replace(/^(;|\r\n|\r|\n)/, "");
  }
  return cells;
}

const formula = /^\s*[=+\-@＝＋－＠]/;

describe("a table for people", () => {
  it("has no formula, whichever of comma and semicolon parts its cells", () => {
    const nasty = fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", ";", ",", "\t", "\n", "\r", '"', "'", "1", "ә"),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(nasty, nasty, nasty), { minLength: 1 }), (rows) => {
        const csv = printCsv(rows, forSpreadsheets);
        const read: string[][] = parse(csv, {
          bom: true,
          skip_empty_lines: false,
          relax_column_count: true,
        });
        expect(read.flat().filter((cell) => formula.test(cell))).toEqual([]);
        expect(cellsAtSemicolons(csv).filter((cell) => formula.test(cell))).toEqual([]);
      }),
    );
  });

  it("leaves alone what is none", () => {
    const plain = [
      "16-14 сентября 1940 г.",
      "Әділ; ұлы – 1",
      "a = b",
      "1937–1938",
      "л. 12; 14 об.",
      "007701",
    ];
    expect(parse(printCsv([plain], forSpreadsheets), { bom: true })).toEqual([plain]);
  });

  it("a number is a number, below nought as well", () => {
    expect(printCsv([[-5, 3, null]], forSpreadsheets)).toBe("\ufeff-5,3,\r\n");
  });
});
