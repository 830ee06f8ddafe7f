import type { SaxesTagNS } from "saxes";
import type { FileFault } from "./problem";
import type { XmlReader } from "./xml-run";

/** Follows the elements of one part of a workbook, whatever prefix they have. */
export abstract class PartReader implements XmlReader {
  rootName: string | null = null;
  depth = 0;
  fault: { code: FileFault; detail: string } | null = null;
  private text: string | null = null;

  /** `said`: the values of attributes by their names without prefix. */
  protected abstract open(local: string, said: (name: string) => string | undefined): void;
  protected abstract close(local: string, text: string): void;

  openElement(tag: SaxesTagNS): void {
    this.rootName ??= tag.local;
    this.depth += 1;
    this.open(tag.local, (name) => valueOf(tag, name));
  }

  closeElement(local: string): void {
    this.depth -= 1;
    const text = this.text ?? "";
    this.text = null;
    this.close(local, text);
  }

  addText(text: string): void {
    if (this.text !== null) this.text += text;
  }

  /** From here to the end of the element its text is kept. */
  protected keepText(): void {
    this.text = "";
  }

  protected fail(code: FileFault, detail: string): void {
    this.fault ??= { code, detail };
  }
}

function valueOf({ attributes }: SaxesTagNS, name: string): string | undefined {
  const plain = attributes[name];
  if (plain) return plain.value;
  return Object.values(attributes).find(({ local, prefix }) => local === name && prefix !== "xmlns")?.value;
}
