import path from "node:path";
import { PartReader } from "./part-reader";
import { builtInForm, formOf, type DateForm } from "./workbook-dates";

type Said = (name: string) => string | undefined;

/** A workbook is no archive of its own: what is held of it in memory has its bounds. */
const MOST_STRINGS = 2_000_000;
const MOST_LETTERS = 48_000_000;
const MOST_STYLES = 100_000;
const MOST_SHEETS = 1000;

/** Sheets in their order; what an author has hidden is not looked at. */
export class BookReader extends PartReader {
  readonly sheets: { name: string; id: string }[] = [];
  from1904 = false;

  protected open(local: string, said: Said): void {
    if (local === "workbookPr") this.from1904 = /^(1|true|on)$/.test(said("date1904") ?? "");
    if (local !== "sheet") return;
    if ((said("state") ?? "visible") === "visible")
      this.sheets.push({ name: said("name") ?? "", id: idOf(said) });
    if (this.sheets.length > MOST_SHEETS) this.fail("workbookTooLarge", String(MOST_SHEETS));
  }

  protected close(): void {}
}

const idOf = (said: Said): string => said("r:id") ?? said("id") ?? "";

/** Which program wrote a workbook. */
export class ProgramReader extends PartReader {
  private name = "";

  get countsByCalendar(): boolean {
    return /^(libre|open|neo)office/i.test(this.name.trim().replace(/\s/g, ""));
  }

  protected open(local: string): void {
    if (local === "Application") this.keepText();
  }

  protected close(local: string, text: string): void {
    if (local === "Application") this.name = text;
  }
}

/** Where parts lie. One outside the workbook is as good as none: nothing is ever fetched. */
export class RelationsReader extends PartReader {
  readonly sheets = new Map<string, string>();
  strings: string | null = null;
  styles: string | null = null;

  protected open(local: string, said: Said): void {
    if (local !== "Relationship" || said("TargetMode") === "External") return;
    const [type = "", target = ""] = [said("Type")?.split("/").at(-1), said("Target")];
    const place = target.startsWith("/") ? target.slice(1) : path.posix.join("xl", target);
    if (type === "worksheet") this.sheets.set(said("Id") ?? "", place);
    if (type === "sharedStrings") this.strings = place;
    if (type === "styles") this.styles = place;
  }

  protected close(): void {}
}

/** Which styles of cells show a number as a date. */
export class StylesReader extends PartReader {
  readonly forms: DateForm[] = [];
  private readonly codes = new Map<number, DateForm>();
  private inCells = false;

  protected open(local: string, said: Said): void {
    if (local === "numFmt") this.codes.set(Number(said("numFmtId")), formOf(said("formatCode") ?? ""));
    if (local === "cellXfs") this.inCells = true;
    if (local !== "xf" || !this.inCells) return;
    const id = Number(said("numFmtId") ?? 0);
    this.forms.push(this.codes.has(id) ? this.codes.get(id)! : builtInForm(id));
    if (this.forms.length > MOST_STYLES || this.codes.size > MOST_STYLES)
      this.fail("workbookTooLarge", String(MOST_STYLES));
  }

  protected close(local: string): void {
    if (local === "cellXfs") this.inCells = false;
  }
}

/** The texts that cells share: several runs are one text, how it is pronounced is none. */
export class StringsReader extends PartReader {
  readonly strings: string[] = [];
  private letters = 0;
  private spoken = 0;
  private whole = "";

  protected open(local: string): void {
    if (local === "si") this.whole = "";
    if (local === "rPh") this.spoken += 1;
    if (local === "t" && this.spoken === 0) this.keepText();
  }

  protected close(local: string, text: string): void {
    if (local === "rPh") this.spoken -= 1;
    if (local === "t" && this.spoken === 0) this.whole += text;
    if (local !== "si") return;
    this.strings.push(unescapeText(this.whole));
    this.letters += this.whole.length;
    if (this.strings.length > MOST_STRINGS) this.fail("workbookTooLarge", String(MOST_STRINGS));
    if (this.letters > MOST_LETTERS) this.fail("workbookTooLarge", String(MOST_LETTERS));
  }
}

/** `_x000D_` is a character that XML would not keep; what no text should hold is left as it is written. */
export function unescapeText(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (written, hex: string) => {
    const sign = String.fromCharCode(parseInt(hex, 16));
    return /[\t\n\r\x20-\ud7ff\ue000-\ufffd]/.test(sign) ? sign : written;
  });
}
