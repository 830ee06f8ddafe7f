import { createHash, randomInt } from "node:crypto";
import jsQR from "jsqr";
import * as mupdf from "mupdf";
import { expect, test } from "vitest";
import { drawPaper } from "@/lib/history/draw-paper";
import type { Paper } from "@/lib/history/paper";
import { printCode } from "@/lib/history/receipt-code";
import { canonicalBytes } from "@/lib/ledger/canonical";
import { printHead } from "@/lib/ledger/checkpoint";
import { leafHash } from "@/lib/ledger/leaf";
import { EMPTY_FRONTIER, extend, rootOf } from "@/lib/ledger/merkle";
import { proveInclusion } from "@/lib/ledger/merkle-proof";
import { printNote } from "@/lib/ledger/note";
import { printReceipt } from "@/lib/ledger/receipt";
import { act, entry, log, salt, std, T, trust } from "@/tests/support/hand-made";
import { bothVerdicts } from "@/tests/support/judge";

const kazakh = "Әміржан Ғабит Қуанышұлы Жаңа Өтеғұлов Үмбет Һәкім Іңкәр ә ғ қ ң ө ұ ү һ і";
const statement = { items: [{ proceeding: "p" }], text: "Мен қол қоямын" };
const hash = createHash("sha256").update(canonicalBytes(statement)).digest("hex");
const signature = {
  answer: "for",
  dossier: "d",
  id: "s",
  outcome: "full",
  question: "q",
  rules: 1,
  slot: "chair",
};

const size = 300;
function receiptOf(reason = "") {
  const signed = entry(
    act({
      reason: { code: "other", text: reason },
      signature: { ...signature, statement: { hash, id: "st", method: "password" } },
    }),
  );
  const leaves = Array.from({ length: size }, (_, n) =>
    leafHash(canonicalBytes(n === 5 ? signed : { n }), salt),
  );
  const nodes = new Map<string, Buffer>();
  const tree = extend(EMPTY_FRONTIER, leaves, (level, nth, node) => void nodes.set(`${level} ${nth}`, node));
  const body = printHead({ origin: log.name, size, root: rootOf(tree) });
  return {
    checkpoint: printNote({ body, signatures: std(T)(body) }),
    ...{ text: canonicalBytes(signed).toString("utf8"), salt, index: 5, statement },
    proof: proveInclusion((level, nth) => nodes.get(`${level} ${nth}`)!, 5, size),
  };
}

const receipt = receiptOf();
const line = `${printReceipt(receipt)}\n`;
const paperOf = (more: Partial<Paper> = {}): Paper => ({
  ...{
    locale: "kk",
    at: new Date(T * 1000),
    product: "Ақталу",
    title: "Қолхат",
    name: kazakh,
    notes: ["Үлгі"],
  },
  rows: [{ term: "Қол қойған", value: kazakh }],
  statement: { title: "Мәтін", text: statement.text, said: true },
  proof: {
    ...{ title: "Дәлел", text: "text", file: "file", command: "command", paper: "paper" },
    rows: [{ term: "Root", value: "ab".repeat(32), hash: true }],
  },
  ...{ keys: "keys", code: printCode(receipt), codeTooLong: "too long for a code", foot: "foot" },
  page: (page, pages) => `${page} of ${pages}`,
  attached: { line, about: "receipt" },
  ...more,
});

const pagesOf = (pdf: Buffer): mupdf.Page[] => {
  const document = mupdf.Document.openDocument(pdf, "application/pdf");
  return Array.from({ length: document.countPages() }, (_, n) => document.loadPage(n));
};

const textOf = (pdf: Buffer): string =>
  pagesOf(pdf)
    .map((page) => page.toStructuredText("").asText())
    .join("\n");

/** The code on a page as a camera sees it: three dots for each of its squares. */
function codeOn([page]: readonly mupdf.Page[]): string | null {
  const picture = page!.toPixmap(mupdf.Matrix.scale(2.4, 2.4), mupdf.ColorSpace.DeviceRGB, false);
  const [width, height, rgb] = [picture.getWidth(), picture.getHeight(), picture.getPixels()];
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let at = 0; at < width * height; at++) rgba.set(rgb.subarray(3 * at, 3 * at + 3), 4 * at);
  return jsQR(rgba, width, height, { inversionAttempts: "dontInvert" })?.data ?? null;
}

test("one paper gives the same bytes each time, with its text, fonts and language in it", async () => {
  const [pdf, again] = [await drawPaper(paperOf()), await drawPaper(paperOf())];
  expect(pdf.equals(again)).toBe(true);
  expect(pagesOf(pdf)).toHaveLength(1);
  for (const words of [...kazakh.split(" "), statement.text, "Қол қойған", "ab".repeat(32), "1 of 1"])
    expect(textOf(pdf)).toContain(words);
  const raw = pdf.toString("latin1");
  expect(raw).toContain("/Lang (kk)");
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(2);
});

test("what its code says, read from the picture, is genuine for both verifiers; and so is the file", async () => {
  const pdf = await drawPaper(paperOf());
  const code = codeOn(pagesOf(pdf));
  expect(code).toBe(printCode(receipt));
  for (const carrier of [pdf, Buffer.from(code!), Buffer.from(`${code}\n`)]) {
    const { ours, other } = await bothVerdicts(carrier, trust);
    expect(ours).toEqual({ entries: size, proven: size, provenAt: T, firstBadIndex: null, faults: [] });
    expect(other).toEqual(ours);
  }
});

test("a code with any one sign changed is false, for both", async () => {
  const code = printCode(receipt);
  for (let n = 0; n < 10; n++) {
    const at = 8 + randomInt(code.length - 9);
    const sign = code[at] === "A" ? "B" : "A";
    const { ours, other } = await bothVerdicts(
      Buffer.from(code.slice(0, at) + sign + code.slice(at + 1)),
      trust,
    );
    expect(ours.faults, `sign ${at}`).not.toEqual([]);
    expect(other).toEqual(ours);
  }
});

test("a PDF without a receipt, with two, or with another one is no proof", async () => {
  const pdf = await drawPaper(paperOf());
  const none = Buffer.from(pdf.toString("latin1").replaceAll("/EmbeddedFile\n", "/EmbeddedFilm\n"), "latin1");
  const forged = await drawPaper(
    paperOf({ attached: { line: line.replace("chair", "chain"), about: "receipt" } }),
  );
  for (const [bytes, fault] of [
    [none, "line –"],
    [Buffer.concat([pdf, pdf]), "line –"],
    [forged, "root 5"],
  ] as const) {
    const { ours, other } = await bothVerdicts(bytes, trust);
    expect(ours.faults).toEqual([fault]);
    expect(other).toEqual(ours);
  }
});

test("a long statement goes on over pages; an entry too long for a code says so", async () => {
  const long = { title: "Мәтін", text: `${kazakh}. `.repeat(120), said: true };
  expect(pagesOf(await drawPaper(paperOf({ statement: long }))).length).toBeGreaterThan(1);
  const reason = Array.from({ length: 4000 }, () => String.fromCodePoint(0x430 + randomInt(32))).join("");
  const pdf = await drawPaper(paperOf({ code: printCode(receiptOf(reason)) }));
  expect(textOf(pdf)).toContain("too long for a code");
  expect(textOf(await drawPaper(paperOf()))).not.toContain("too long for a code");
});
