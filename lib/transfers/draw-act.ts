import {
  drawFramed,
  drawRows,
  heading,
  ink,
  keepTogether,
  line,
  margin,
  measureRow,
  soft,
  widthOf,
  type Doc,
} from "@/lib/history/draw-page";
import type { ActPaper, ActRow } from "./act";

const figureWidth = 44;
const gap = 5;
/** The size of what the table says, and of its heads. */
const size = 9.5;
const headSize = 7.5;

/** An act of transfer as PDF, with the statement that its hash is of inside. */
export function drawAct(paper: ActPaper): Promise<Buffer> {
  return drawFramed(paper, (doc) => {
    drawRows(doc, paper.rows, 10);
    drawItems(doc, paper.items);
    drawRemarks(doc, paper.remarks);
    drawSides(doc, paper.sides);
    drawStatement(doc, paper.statement);
  });
}

const columnsIn = ({ heads }: ActPaper["items"]): number =>
  heads.reduce((sum, head) => sum + head.length - 1, 0);
const nameWidth = (doc: Doc, items: ActPaper["items"]): number =>
  widthOf(doc) - columnsIn(items) * figureWidth;
const columnAt = (doc: Doc, items: ActPaper["items"], nth: number): number =>
  margin + nameWidth(doc, items) + nth * figureWidth;

function drawItems(doc: Doc, items: ActPaper["items"]): void {
  heading(doc, items.title, 70);
  drawHeads(doc, items);
  for (const row of items.rows) drawItem(doc, items, row, "plain");
  if (items.rows.length > 1) drawItem(doc, items, items.sum, "strong");
  line(doc, doc.y);
}

/** Two lines: what is counted, over a rule as wide as its columns, and below it what each column says of it. */
function drawHeads(doc: Doc, items: ActPaper["items"]): void {
  const top = doc.y;
  let nth = 0;
  for (const [group, ...parts] of items.heads) {
    const [x, width] = [columnAt(doc, items, nth) + gap, parts.length * figureWidth - gap];
    doc.font("plain").fontSize(headSize).fillColor(soft);
    doc.text(group, x, top, { width, align: "center", lineBreak: false });
    const below = top + headSize * 1.45;
    doc
      .moveTo(x, below)
      .lineTo(x + width, below)
      .lineWidth(0.4)
      .strokeColor(soft)
      .stroke();
    for (const part of parts) {
      const cell = { width: figureWidth - gap, align: "right", lineBreak: false } as const;
      doc.fontSize(headSize - 1).text(part, columnAt(doc, items, nth) + gap, below + 2, cell);
      nth++;
    }
  }
  doc.y = top + headSize * 3.3;
}

function drawItem(doc: Doc, items: ActPaper["items"], row: ActRow, weight: "plain" | "strong"): void {
  const width = nameWidth(doc, items) - gap;
  const name = doc.font(weight).fontSize(size).heightOfString(row.name, { width });
  const under = row.under ? doc.font("plain").fontSize(headSize).heightOfString(row.under, { width }) : 0;
  const height = name + under + 7;
  if (keepTogether(doc, height)) drawHeads(doc, items);
  const top = doc.y;
  line(doc, top);
  doc
    .font(weight)
    .fontSize(size)
    .fillColor(ink)
    .text(row.name, margin, top + 3, { width });
  if (row.under)
    doc
      .font("plain")
      .fontSize(headSize)
      .fillColor(soft)
      .text(row.under, margin, top + 3 + name, { width });
  doc.font(weight).fillColor(ink);
  for (const [nth, figure] of row.figures.entries()) {
    const room = figureWidth - gap;
    doc.fontSize(size);
    // A sum of millions is set smaller rather than broken.
    const wide = doc.widthOfString(figure);
    doc.fontSize(wide > room ? (size * room) / wide : size);
    doc.text(figure, columnAt(doc, items, nth) + gap, top + 3, {
      width: room,
      align: "right",
      lineBreak: false,
    });
  }
  doc.y = top + height;
}

function drawRemarks(doc: Doc, { title, texts }: ActPaper["remarks"]): void {
  if (texts.length === 0) return;
  heading(doc, title);
  doc.font("plain").fontSize(size).fillColor(ink);
  for (const text of texts) {
    keepTogether(doc, doc.heightOfString(text, { width: widthOf(doc) }));
    doc.text(text, margin, doc.y, { width: widthOf(doc) });
  }
}

/** Both sides beside each other, each with a line to sign on. */
function drawSides(doc: Doc, { title, signature, parts }: ActPaper["sides"]): void {
  const width = (widthOf(doc) - 24) / 2;
  const heights = parts.map(({ lines }) =>
    lines.reduce(
      (sum, text) => sum + doc.font("plain").fontSize(size).heightOfString(text, { width }) + 2,
      0,
    ),
  );
  const room = Math.max(...heights) + 60;
  heading(doc, title, room);
  const top = doc.y;
  for (const [nth, part] of parts.entries()) {
    const x = margin + nth * (width + 24);
    doc.font("strong").fontSize(size).fillColor(ink).text(part.title, x, top, { width });
    doc.font("plain");
    for (const text of part.lines) doc.text(text, x, doc.y + 2, { width });
    const y = top + room - 16;
    doc
      .moveTo(x, y)
      .lineTo(x + width, y)
      .lineWidth(0.6)
      .strokeColor(soft)
      .stroke();
    doc
      .fontSize(headSize)
      .fillColor(soft)
      .text(signature, x, y + 2, { width, lineBreak: false });
  }
  doc.y = top + room;
}

function drawStatement(doc: Doc, { title, text, rows }: ActPaper["statement"]): void {
  const width = widthOf(doc);
  const height = rows.reduce((sum, row) => sum + measureRow(doc, row, 8), 0);
  heading(doc, title, height + 40);
  doc.font("plain").fontSize(size).fillColor(ink).text(text, margin, doc.y, { width });
  doc.moveDown(0.4);
  drawRows(doc, rows, 8);
}
