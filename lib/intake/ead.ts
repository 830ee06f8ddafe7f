import { SaxesParser } from "saxes";
import { decode } from "./decode";
import { nameUnits } from "./ead-keys";
import { EadReader } from "./ead-reader";
import type { EadUnit } from "./ead-unit";
import type { FileFault, Outcome, Problem } from "./problem";

/** A finding aid as it was read: units in document order, the whole first. A fonds of AtoM's table is one as well. */
export interface FindingAid {
  kind: "ead";
  version: "EAD3" | "EAD 2002" | "AtoM";
  /** eadid or recordid; where the file has none, agency and unitid of the whole. */
  record: string;
  title: string;
  units: EadUnit[];
}

/** Deeper nesting than any finding aid has; a file made to exhaust memory goes past it. */
const DEEPEST = 256;
const SLICE = 8192;

/**
 * Reads an EAD3 or EAD 2002 finding aid piece by piece: one unit for `archdesc` and one for every `c`,
 * `c01` … `c12`. Nothing outside the file is ever fetched and no entity is expanded; a document type
 * without declarations of its own (the usual one of EAD 2002) is passed over.
 *
 * @returns the finding aid, or the first problem met, with line and column. Never a part of a file.
 */
export async function readFindingAid(
  source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<Outcome<FindingAid>> {
  const run = new Run();
  for await (const chunk of decode(source)) {
    if ("fault" in chunk) run.fail(chunk.fault, chunk.detail);
    else run.write(chunk.text);
    if (run.problem) return { ok: false, problem: run.problem };
  }
  return run.finish();
}

class Run {
  problem: Problem | null = null;
  private readonly reader = new EadReader();
  private readonly parser = new SaxesParser({ xmlns: true });
  private blank = true;

  constructor() {
    this.parser.on("error", (error) => this.failToParse(error.message));
    this.parser.on("doctype", (doctype) => this.checkDoctype(doctype));
    this.parser.on("opentag", (tag) => {
      if (this.problem) return;
      this.reader.openElement(tag, this.parser.line);
      if (this.reader.rootName !== "ead") this.fail("notFindingAid", tag.name);
      if (this.reader.depth > DEEPEST) this.fail("tooDeep", String(DEEPEST));
    });
    this.parser.on("closetag", (tag) => {
      if (!this.problem) this.reader.closeElement(tag.local);
    });
    this.parser.on("text", (text) => this.reader.addText(text));
    this.parser.on("cdata", (text) => this.reader.addText(text));
  }

  /** In slices, because the parser itself has no way to stop: what follows a fault is not looked at. */
  write(text: string): void {
    if (this.blank && text.trim() !== "") this.blank = false;
    for (let from = 0; from < text.length && !this.problem; from += SLICE) {
      this.parser.write(text.slice(from, from + SLICE));
    }
  }

  finish(): Outcome<FindingAid> {
    if (this.blank) this.fail("empty", "");
    // The parser reports what is still open only when closed: by then the file has been cut off.
    else if (this.reader.rootName !== null && this.reader.depth > 0) this.fail("truncated", "");
    else this.parser.close();
    if (!this.problem && this.reader.drafts.length === 0) this.fail("noDescription", "archdesc");
    const { header, drafts } = this.reader;
    const whole = drafts[0];
    const record = header.record || [header.agency, whole?.text("reference") ?? ""].filter(Boolean).join(" ");
    if (!this.problem && record === "") this.fail("noIdentifier", "recordid");
    if (this.problem) return { ok: false, problem: this.problem };
    const units = nameUnits(drafts);
    return { ok: true, value: { kind: "ead", version: this.version(), record, title: header.title, units } };
  }

  fail(code: FileFault, detail: string, line = this.parser.line, column = this.parser.column): void {
    this.problem ??= { code, place: { kind: "line", line, column: Math.max(1, column) }, detail };
  }

  private version(): FindingAid["version"] {
    return this.reader.headerName === "control" ? "EAD3" : "EAD 2002";
  }

  private failToParse(message: string): void {
    const remark = message.replace(/^(?:.*?:)?\d+:\d+: /, "").replace(/\.$/, "");
    if (this.reader.rootName === null) this.fail("notXml", remark);
    else if (/undefined entity/.test(remark)) this.fail("undefinedEntity", remark);
    else this.fail("malformed", remark);
  }

  private checkDoctype(doctype: string): void {
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
