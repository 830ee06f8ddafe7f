import { PartReader } from "./part-reader";
import { printDate, type DateForm, type Epoch } from "./workbook-dates";
import { unescapeText } from "./workbook-parts";

type Said = (name: string) => string | undefined;

/** As a spreadsheet has them. */
const MOST_ROWS = 1_048_576;
/** As a table may have them. */
export const MOST_COLUMNS = 500;

/** What cells refer to. */
export interface Book {
  strings: readonly string[];
  forms: readonly DateForm[];
  epoch: Epoch;
}

interface Cell {
  ref: string;
  column: number;
  type: string;
  style: number;
  hasFormula: boolean;
  hasValue: boolean;
  text: string;
}

export interface SheetRow {
  /** As a spreadsheet counts them. */
  row: number;
  record: string[];
}

/** The rows of a sheet, as they stand there: of a formula what it came to, nothing is ever calculated. */
export class SheetReader extends PartReader {
  /** Those that were read and that nobody has taken yet. */
  readonly rows: SheetRow[] = [];
  private row = 0;
  private record: string[] = [];
  private column = 0;
  private cell: Cell | null = null;
  private spoken = 0;

  constructor(private readonly book: Book) {
    super();
  }

  protected open(local: string, said: Said): void {
    if (local === "row") this.beginRow(said("r"));
    else if (local === "c") this.beginCell(said);
    else if (local === "rPh") this.spoken += 1;
    else if (!this.cell) return;
    else if (local === "f") this.cell.hasFormula = true;
    else if (local === "v" || (local === "t" && this.spoken === 0)) {
      this.cell.hasValue = true;
      this.keepText();
    }
  }

  protected close(local: string, text: string): void {
    if (local === "rPh") this.spoken -= 1;
    else if (local === "row") this.rows.push({ row: this.row, record: this.record });
    else if (!this.cell) return;
    else if (local === "v" || (local === "t" && this.spoken === 0)) this.cell.text += text;
    else if (local === "c") this.endCell(this.cell);
  }

  private beginRow(number: string | undefined): void {
    const row = number === undefined ? this.row + 1 : Number(number);
    if (row > MOST_ROWS) this.fail("workbookTooLarge", String(MOST_ROWS));
    else if (!(row > this.row)) this.fail("workbookBroken", `row ${number}`);
    [this.row, this.record, this.column] = [row, [], 0];
  }

  private beginCell(said: Said): void {
    const ref = said("r") ?? "";
    this.column = ref === "" ? this.column + 1 : columnOfRef(ref);
    const [type, style] = [said("t") ?? "n", Number(said("s") ?? 0)];
    this.cell = { ref, column: this.column, type, style, hasFormula: false, hasValue: false, text: "" };
  }

  private endCell(cell: Cell): void {
    this.cell = null;
    if (cell.hasFormula && !cell.hasValue) this.fail("formulaUncomputed", cell.ref);
    const text = this.textOf(cell);
    if (text === "") return;
    if (cell.column > MOST_COLUMNS || cell.column < 1) this.fail("tooManyColumns", String(cell.column));
    else {
      while (this.record.length < cell.column) this.record.push("");
      this.record[cell.column - 1] = text;
    }
  }

  private textOf({ type, style, text, ref }: Cell): string {
    if (type === "inlineStr" || type === "str") return unescapeText(text);
    if (text === "") return "";
    if (type === "s") {
      const shared = this.book.strings[Number(text)];
      if (shared === undefined) this.fail("workbookBroken", `${ref} ${text}`);
      return shared ?? "";
    }
    if (type === "b") return text === "1" || text === "true" ? "true" : "false";
    if (type === "d") return text.replace(/T00:00(:00(\.0+)?)?Z?$/, "").replace("T", " ");
    return type === "e" ? text : this.printNumber(text, style);
  }

  private printNumber(text: string, style: number): string {
    const value = Number(text);
    if (!Number.isFinite(value)) return text;
    const form = this.book.forms[style] ?? null;
    return (form && printDate(value, form, this.book.epoch)) ?? String(value);
  }
}

/** `AB12` is in column 28; 0 for what is no cell. */
export function columnOfRef(ref: string): number {
  const [letters = ""] = /^[A-Z]{1,3}/.exec(ref) ?? [];
  return [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);
}
