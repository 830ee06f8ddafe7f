/** Elements that end a line of text; all others are inline and vanish into it. */
const BLOCKS = new Set([
  ..."p head item list chronlist chronitem event eventgrp datesingle daterange dateset blockquote".split(" "),
  ..."entry row table defitem label addressline lb extent dimensions physfacet descriptivenote".split(" "),
  ..."physdescstructured languageset indexentry legalstatus dao daoloc".split(" "),
]);

/** Elements that stand on a line of their own in a list, but run on inside a sentence. */
const NAMES = new Set([
  ..."persname corpname famname geogname subject genreform function occupation name title".split(" "),
  ..."bibref archref".split(" "),
]);
const SENTENCES = new Set("p item bibref archref event entry unittitle abstract".split(" "));

/** Elements next to each other without a blank between them that are separate words all the same. */
const WORDS = new Set("quantity unittype language script".split(" "));

/** Coded values that stand for the text where an element has none. */
const CODED: Readonly<Record<string, string>> = {
  language: "langcode",
  script: "scriptcode",
  fromdate: "standarddate",
  todate: "standarddate",
  datesingle: "standarddate",
  unitdate: "normal",
};

const DROPPED = new Set(["address", "objectxmlwrap", "listhead"]);

export type Attributes = (local: string) => string | null;

interface OpenElement {
  local: string;
  attributes: Attributes;
  gathered: number;
  parts: number;
}

/** Gathers the text inside one element: markup flattened, blanks collapsed, a line for every block. */
export class TextCollector {
  private lines: string[] = [];
  private line = "";
  private separator = "";
  private gathered = 0;
  private dropped = 0;
  private readonly open: OpenElement[] = [];

  constructor(private readonly keepsHead: boolean) {}

  openElement(local: string, attributes: Attributes): void {
    if (this.dropped > 0 || DROPPED.has(local) || (local === "head" && !this.keepsHead)) {
      this.dropped += 1;
      return;
    }
    if (this.breaksLine(local)) this.endLine();
    if (WORDS.has(local)) this.separator ||= " ";
    if (local === "part") this.separatePart();
    if (local === "todate") this.separator = "–";
    this.open.push({ local, attributes, gathered: this.gathered, parts: 0 });
    if (local === "dao" || local === "daoloc") this.addText(`${attributes("href") ?? ""} `);
  }

  closeElement(local: string): void {
    if (this.dropped > 0) {
      this.dropped -= 1;
      return;
    }
    const opened = this.open.pop();
    if (opened && this.gathered === opened.gathered) {
      const coded = opened.attributes(CODED[local] ?? "");
      if (coded) this.addText(coded);
    }
    if (WORDS.has(local)) this.separator ||= " ";
    if (this.breaksLine(local)) this.endLine();
  }

  addText(text: string): void {
    if (this.dropped > 0) return;
    const blank = text.trim() === "";
    if (this.separator !== "" && !blank) {
      this.line = glue(this.line, this.separator, text);
      this.separator = "";
    }
    if (!blank) this.gathered += 1;
    this.line += text;
  }

  /** The text gathered, its lines joined by `joint`. */
  finish(joint: string): string {
    this.endLine();
    return this.lines.join(joint);
  }

  private breaksLine(local: string): boolean {
    if (BLOCKS.has(local)) return true;
    return NAMES.has(local) && !this.open.some((element) => SENTENCES.has(element.local));
  }

  /** The parts of one name are told apart; the first is not cut off from the sentence before it. */
  private separatePart(): void {
    const name = this.open.at(-1);
    if (name && name.parts > 0) this.separator = ", ";
    if (name) name.parts += 1;
  }

  private endLine(): void {
    const line = tidy(this.line);
    if (line !== "") this.lines.push(line);
    this.line = "";
    this.separator = "";
  }
}

function glue(line: string, separator: string, text: string): string {
  if (line.trim() === "") return line;
  if (separator === " ") return /^\s*[),;:.]/.test(text) ? line : `${line} `;
  const punctuated = /[-–—(,;:]\s*$/.test(line) || /^\s*[-–—(),;:.]/.test(text);
  return `${line.trimEnd()}${separator === ", " && punctuated ? " " : separator}`;
}

/** One line of text: every run of blanks one blank, composed letters (a decomposed й is the same letter). */
export function tidy(text: string): string {
  return text.replace(/\s+/g, " ").trim().normalize("NFC");
}
