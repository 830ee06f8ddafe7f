import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import type { PaperRow } from "./paper";

export type Doc = InstanceType<typeof PDFDocument>;

export const ink = "#14191b";
export const soft = "#4f5a5e";
const rule = "#c3cccf";
export const accent = "#0b5a70";
export const margin = 52;
const termWidth = 116;

const require = createRequire(`${process.cwd()}/package.json`);
const face = (weight: string): string =>
  require.resolve(`@expo-google-fonts/source-serif-4/${weight}/SourceSerif4_${weight}.ttf`);

/** What every paper has, whatever it says: the same paper gives the same bytes, for its dates are its own. */
export type PaperFrame = {
  locale: string;
  at: Date;
  product: string;
  title: string;
  name: string;
  notes: readonly string[];
  foot: string;
  page(page: number, pages: number): string;
  /** Carried inside: a file of that name. */
  attached: { name: string; text: string; about: string };
};

/** A paper as PDF/A-3 with a file inside: head, whatever `draw` draws, and a foot on every page. */
export async function drawFramed(paper: PaperFrame, draw: (doc: Doc) => void): Promise<Buffer> {
  const doc = new PDFDocument({
    size: "A4",
    pdfVersion: "1.7",
    subset: "PDF/A-3b",
    lang: paper.locale,
    displayTitle: true,
    bufferPages: true,
    font: face("400Regular"),
    margins: { top: margin, bottom: margin + 12, left: margin, right: margin },
    info: {
      ...{ Title: `${paper.title}: ${paper.name}`, Author: paper.product, Producer: paper.product },
      ...{ Creator: paper.product, CreationDate: paper.at, ModDate: paper.at },
    },
  });
  const chunks: Buffer[] = [];
  doc.on("data", (chunk: Buffer) => void chunks.push(chunk));
  const whole = new Promise<Buffer>((resolve, reject) => {
    doc.on("end", () => resolve(Buffer.concat(chunks)));
    doc.on("error", reject);
  });
  doc.registerFont("plain", face("400Regular")).registerFont("strong", face("600SemiBold"));
  drawHead(doc, paper);
  draw(doc);
  drawFeet(doc, paper);
  const { name, text, about } = paper.attached;
  doc.file(Buffer.from(text, "utf8"), {
    ...{ name, type: "application/json", description: about },
    ...{ creationDate: paper.at, modifiedDate: paper.at, relationship: "Data" },
  });
  doc.end();
  return whole;
}

export const widthOf = (doc: Doc): number => doc.page.width - 2 * margin;
const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

/** Begins a page where what follows in one piece would not fit; says whether it did. */
export function keepTogether(doc: Doc, height: number): boolean {
  const breaks = doc.y + height > bottomOf(doc);
  if (breaks) doc.addPage();
  return breaks;
}

/** A heading, on one page with at least so much of what follows. */
export function heading(doc: Doc, text: string, follows = 44): void {
  doc.moveDown(0.7);
  keepTogether(doc, follows + 22);
  doc
    .font("strong")
    .fontSize(12)
    .fillColor(accent)
    .text(text, margin, doc.y, { width: widthOf(doc) });
  doc.moveDown(0.35);
}

export function line(doc: Doc, y: number, color = rule, weight = 0.6): void {
  doc
    .moveTo(margin, y)
    .lineTo(doc.page.width - margin, y)
    .lineWidth(weight)
    .strokeColor(color)
    .stroke();
}

function drawHead(doc: Doc, { product, title, name, notes }: PaperFrame): void {
  const width = widthOf(doc);
  doc.font("strong").fontSize(13).fillColor(accent).text(product, margin, margin);
  const below = doc.y + 3;
  doc.font("plain").fontSize(11).fillColor(soft);
  doc.text(title, margin, margin + 2, { width, align: "right" });
  line(doc, below, accent, 1.2);
  doc
    .font("strong")
    .fontSize(21)
    .fillColor(ink)
    .text(name, margin, below + 12, { width });
  doc.moveDown(0.4);
  for (const note of notes) {
    const height = doc
      .font("strong")
      .fontSize(10.5)
      .heightOfString(note, { width: width - 12 });
    doc.rect(margin, doc.y, 2.5, height).fill(ink);
    doc.fillColor(ink).text(note, margin + 12, doc.y, { width: width - 12 });
    doc.moveDown(0.5);
  }
}

const padding = (size: number): number => size * 0.3;

/** Sets the font of a row's value, and gives how high the row is. */
export function measureRow(doc: Doc, { term, value, hash }: PaperRow, size: number): number {
  const name = doc
    .font("plain")
    .fontSize(size - 0.5)
    .heightOfString(term, { width: termWidth - 12 });
  doc.fontSize(hash ? Math.min(size, 9) : size);
  return Math.max(name, doc.heightOfString(value, { width: widthOf(doc) - termWidth })) + 2 * padding(size);
}

export function drawRows(doc: Doc, rows: readonly PaperRow[], size: number): void {
  for (const row of rows) {
    keepTogether(doc, measureRow(doc, row, size));
    const height = measureRow(doc, row, size);
    const [top, text] = [doc.y, doc.y + padding(size)];
    line(doc, top);
    doc.fillColor(ink).text(row.value, margin + termWidth, text, { width: widthOf(doc) - termWidth });
    doc
      .fontSize(size - 0.5)
      .fillColor(soft)
      .text(row.term, margin, text, { width: termWidth - 12 });
    doc.y = top + height;
  }
  line(doc, doc.y);
}

function drawFeet(doc: Doc, { foot, page }: PaperFrame): void {
  const { count } = doc.bufferedPageRange();
  for (let nth = 0; nth < count; nth++) {
    doc.switchToPage(nth);
    // Below the margin a line of text would begin a new page.
    doc.page.margins.bottom = 0;
    const y = doc.page.height - margin;
    const width = widthOf(doc);
    line(doc, y - 6);
    doc.font("plain").fontSize(8.5).fillColor(soft);
    doc.text(foot, margin, y, { width, lineBreak: false });
    doc.text(page(nth + 1, count), margin, y, { width, align: "right", lineBreak: false });
  }
}
