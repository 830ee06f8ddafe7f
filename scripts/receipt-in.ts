import { inflateSync } from "node:zlib";
import { readCode } from "@/lib/history/receipt-code";

/** An attachment that unfolds to more than this is no receipt. */
const MOST_BYTES = 1 << 24;

/** What a receipt can be carried in: PDF with the receipt attached, or the text of a QR code. */
export const carriers: Record<string, (bytes: Buffer) => Buffer | null> = {
  "%PDF-": attachedTo,
  "AQTALU1:": (bytes) => readCode(bytes.toString("utf8")),
};

/**
 * The one file attached to a PDF as this application writes it (a stream on its own, not in an object stream); null
 * where there is none, or more than one: what a reader shows must be what is checked.
 */
function attachedTo(pdf: Buffer): Buffer | null {
  const text = pdf.toString("latin1");
  const found = [
    ...text.matchAll(/\/Type \/EmbeddedFile\b[^]{0,600}?\/Length (\d+)([^]{0,60}?)\bstream\r?\n/g),
  ];
  const [match] = found;
  if (!match || found.length > 1 || text.split("/EmbeddedFile\n").length > 2) return null;
  const from = match.index + match[0].length;
  const stream = pdf.subarray(from, from + Number(match[1]));
  try {
    return match[2]!.includes("/FlateDecode")
      ? inflateSync(stream, { maxOutputLength: MOST_BYTES })
      : Buffer.from(stream);
  } catch {
    return null;
  }
}
