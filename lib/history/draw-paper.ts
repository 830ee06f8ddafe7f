import { encode, type QrCodeGenerateResult } from "uqr";
import {
  accent,
  drawFramed,
  drawRows,
  heading,
  ink,
  margin,
  measureRow,
  soft,
  widthOf,
  type Doc,
} from "./draw-page";
import type { Paper } from "./paper";

/** The size of what is compared, not read. */
const small = 8;
/** One square of the code, in points: not quite half a millimetre, which a telephone reads from paper. */
const square = 1.25;

/**
 * A receipt as PDF, with the receipt itself attached as `receipt.json`. The same paper gives the same bytes: its
 * dates are the signature's, and nothing in it is drawn by lot.
 */
export function drawPaper(paper: Paper): Promise<Buffer> {
  const { line, about } = paper.attached;
  return drawFramed({ ...paper, attached: { name: "receipt.json", text: line, about } }, (doc) => {
    drawRows(doc, paper.rows, 10);
    drawStatement(doc, paper);
    drawProof(doc, paper);
  });
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
