import { SaxesParser, type SaxesTagNS } from "saxes";
import { decode } from "./decode";
import type { FileFault, Problem } from "./problem";

/** What follows the elements of one file. */
export interface XmlReader {
  readonly rootName: string | null;
  readonly depth: number;
  /** Why it reads no further. */
  readonly fault?: { code: FileFault; detail: string } | null;
  openElement: (tag: SaxesTagNS, line: number) => void;
  closeElement: (local: string) => void;
  addText: (text: string) => void;
}

/** With which element a file has to begin, and what it is called when it does not. */
export interface XmlRoot {
  is: (local: string) => boolean;
  otherwise: FileFault;
  /** Of text, a name or a value between two tags, where a file may be larger than what is held of it. */
  longest?: number;
  /** A document type is refused, whatever it says. */
  noDoctype?: boolean;
}

export type XmlSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** Deeper nesting than any description has; a file made to exhaust memory goes past it. */
const DEEPEST = 256;
const SLICE = 8192;

/** Where the reading ended, for what is found missing only then. */
export type XmlEnd = { problem: Problem | null; at: { line: number; column: number } };

/**
 * Reads XML piece by piece. Nothing outside the file is ever fetched and no entity is expanded; a document type
 * without declarations of its own is passed over.
 *
 * @returns the first problem met, with line and column.
 */
export async function readXml(source: XmlSource, reader: XmlReader, root: XmlRoot): Promise<XmlEnd> {
  const run = new Run(reader, root);
  for await (const chunk of decode(source)) {
    if ("fault" in chunk) run.fail(chunk.fault, chunk.detail);
    else run.write(chunk.text);
    if (run.problem) return run.end();
  }
  return run.finish();
}

class Run {
  problem: Problem | null = null;
  private readonly parser = new SaxesParser({ xmlns: true });
  private blank = true;
  private untold = 0;

  constructor(
    private readonly reader: XmlReader,
    private readonly root: XmlRoot,
  ) {
    this.parser.on("error", (error) => this.failToParse(error.message));
    this.parser.on("doctype", (doctype) => this.checkDoctype(doctype));
    this.parser.on("opentag", (tag) => {
      if (this.problem) return;
      reader.openElement(tag, this.parser.line);
      if (reader.depth === 1 && !root.is(tag.local)) this.fail(root.otherwise, tag.name);
      if (reader.depth > DEEPEST) this.fail("tooDeep", String(DEEPEST));
      this.heed();
    });
    this.parser.on("closetag", (tag) => {
      if (this.problem) return;
      reader.closeElement(tag.local);
      this.heed();
    });
    this.parser.on("text", (text) => reader.addText(text));
    this.parser.on("cdata", (text) => reader.addText(text));
  }

  /** In slices, because the parser itself has no way to stop: what follows a fault is not looked at. */
  write(text: string): void {
    if (this.blank && text.trim() !== "") this.blank = false;
    for (let from = 0; from < text.length && !this.problem; from += SLICE) {
      this.parser.write(text.slice(from, from + SLICE));
      this.untold += SLICE;
      const { longest } = this.root;
      if (longest !== undefined && this.untold > longest + SLICE)
        this.fail("workbookTooLarge", String(longest));
    }
  }

  /** What the parser has told is no longer held by it; the reader may have had enough. */
  private heed(): void {
    this.untold = 0;
    if (this.reader.fault) this.fail(this.reader.fault.code, this.reader.fault.detail);
  }

  finish(): XmlEnd {
    if (this.blank) this.fail("empty", "");
    // The parser reports what is still open only when closed: by then the file has been cut off.
    else if (this.reader.rootName !== null && this.reader.depth > 0) this.fail("truncated", "");
    else this.parser.close();
    return this.end();
  }

  end(): XmlEnd {
    const { line, column } = this.parser;
    return { problem: this.problem, at: { line, column: Math.max(1, column) } };
  }

  fail(code: FileFault, detail: string, line = this.parser.line, column = this.parser.column): void {
    this.problem ??= { code, place: { kind: "line", line, column: Math.max(1, column) }, detail };
  }

  private failToParse(message: string): void {
    const remark = message.replace(/^(?:.*?:)?\d+:\d+: /, "").replace(/\.$/, "");
    if (this.reader.rootName === null) this.fail("notXml", remark);
    else if (/undefined entity/.test(remark)) this.fail("undefinedEntity", remark);
    else this.fail("malformed", remark);
  }

  private checkDoctype(doctype: string): void {
    if (this.root.noDoctype) this.fail("entityDeclared", doctype.trim().slice(0, 80));
    const at = doctype.search(/<!ENTITY|%[\w.-]+;/);
    if (at < 0) return;
    // The event comes at the closing `>`: count back to the declaration.
    const after = doctype.slice(at).split("\n");
    const line = this.parser.line - after.length + 1;
    const lineStart = doctype.lastIndexOf("\n", at);
    const column = doctype.includes("\n") ? at - lineStart : this.parser.column - (doctype.length - at);
    this.fail("entityDeclared", (after[0] ?? "").trim().slice(0, 80), line, column);
  }
}
