import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { encode, type QrCodeGenerateResult } from "uqr";
import type { Paper, PaperRow } from "./paper";

type Doc = InstanceType<typeof PDFDocument>;

const ink = "#14191b";
const soft = "#4f5a5e";
const rule = "#c3cccf";
const accent = "#0b5a70";
const margin = 52;
const termWidth = 116;
/** The size of what is compared, not read. */
const small = 8;
/** One square of the code, in points: not quite half a millimetre, which a telephone reads from paper. */
const square = 1.25;

const require = createRequire(`${process.cwd()}/package.json`);
const face = (weight: string): string =>
  require.resolve(`@expo-google-fonts/source-serif-4/${weight}/SourceSerif4_${weight}.ttf`);

/**
 * A receipt as PDF, with the receipt itself attached as `receipt.json`. The same paper gives the same bytes: its
 * dates are the signature's, and nothing in it is drawn by lot.
 */
export async function drawPaper(paper: Paper): Promise<Buffer> {
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
  drawRows(doc, paper.rows, 10);
  drawStatement(doc, paper);
  drawProof(doc, paper);
  drawFeet(doc, paper);
  doc.file(Buffer.from(paper.attached.line, "utf8"), {
    ...{ name: "receipt.json", type: "application/json", description: paper.attached.about },
    ...{ creationDate: paper.at, modifiedDate: paper.at, relationship: "Data" },
  });
  doc.end();
  return whole;
}

const widthOf = (doc: Doc): number => doc.page.width - 2 * margin;
const bottomOf = (doc: Doc): number => doc.page.height - doc.page.margins.bottom;

/** Begins a page where what follows in one piece would not fit. */
function keepTogether(doc: Doc, height: number): void {
  if (doc.y + height > bottomOf(doc)) doc.addPage();
}

/** A heading, on one page with at least so much of what follows. */
function heading(doc: Doc, text: string, follows = 44): void {
  doc.moveDown(0.7);
  keepTogether(doc, follows + 22);
  doc
    .font("strong")
    .fontSize(12)
    .fillColor(accent)
    .text(text, margin, doc.y, { width: widthOf(doc) });
  doc.moveDown(0.35);
}

function line(doc: Doc, y: number, color = rule, weight = 0.6): void {
  doc
    .moveTo(margin, y)
    .lineTo(doc.page.width - margin, y)
    .lineWidth(weight)
    .strokeColor(color)
    .stroke();
}

function drawHead(doc: Doc, { product, title, name, notes }: Paper): void {
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
function measureRow(doc: Doc, { term, value, hash }: PaperRow, size: number): number {
  const name = doc
    .font("plain")
    .fontSize(size - 0.5)
    .heightOfString(term, { width: termWidth - 12 });
  doc.fontSize(hash ? Math.min(size, 9) : size);
  return Math.max(name, doc.heightOfString(value, { width: widthOf(doc) - termWidth })) + 2 * padding(size);
}

function drawRows(doc: Doc, rows: readonly PaperRow[], size: number): void {
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

function drawStatement(doc: Doc, { statement: { title, text, said } }: Paper): void {
  heading(doc, title);
  doc
    .font("plain")
    .fontSize(said ? 11 : 10)
    .fillColor(said ? ink : soft)
    .text(text, margin + 14, doc.y, { width: widthOf(doc) - 28, lineGap: 2.5 });
}

/** What proves it and how it is checked, the code beside it and the rows below: together on one page. */
function drawProof(doc: Doc, { proof, keys, code, codeTooLong }: Paper): void {
  const qr = codeOf(code);
  const side = qr ? qr.size * square : 0;
  const narrow = { width: widthOf(doc) - (qr ? side + 20 : 0), lineGap: 1.2 };
  const texts = [
    { text: proof.text, color: ink },
    { text: proof.file, color: ink },
    { text: proof.command, color: accent },
    { text: qr ? proof.paper : codeTooLong, color: ink },
  ];
  doc.font("plain").fontSize(9.5);
  const height = texts.reduce((sum, { text }) => sum + doc.heightOfString(text, narrow) + 5, 0);
  const rows = proof.rows.reduce((sum, row) => sum + measureRow(doc, row, small), 0);
  const last = doc.fontSize(small).heightOfString(keys, { width: widthOf(doc) });
  heading(doc, proof.title, Math.max(height, side) + rows + last + 16);
  const top = doc.y;
  if (qr) drawCode(doc, qr, doc.page.width - margin - side, top);
  doc.y = top - 2;
  doc.font("plain").fontSize(9.5);
  for (const { text, color } of texts) {
    doc.fillColor(color).text(text, margin, doc.y, narrow);
    doc.y += 5;
  }
  doc.y = Math.max(doc.y, top + side) + 8;
  drawRows(doc, proof.rows, small);
  doc
    .moveDown(0.4)
    .fillColor(soft)
    .text(keys, margin, doc.y, { width: widthOf(doc) });
}

/** The code at the strongest correction that it fits with; null where it fits with none. */
function codeOf(text: string): QrCodeGenerateResult | null {
  for (const ecc of ["M", "L"] as const) {
    try {
      return encode(text, { ecc, border: 0 });
    } catch {
      // Too long for this one.
    }
  }
  return null;
}

/** As runs of squares: fewer paths, and no hair lines between neighbours. */
function drawCode(doc: Doc, { data, size }: QrCodeGenerateResult, x: number, y: number): void {
  for (let row = 0; row < size; row++) {
    for (let from = 0; from < size; from++) {
      if (!data[row]![from]) continue;
      let to = from;
      while (to < size && data[row]![to]) to++;
      doc.rect(x + from * square, y + row * square, (to - from) * square, square);
      from = to;
    }
  }
  doc.fill("#000000");
}

function drawFeet(doc: Doc, { foot, page }: Paper): void {
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
