import { deflateSync, inflateSync } from "node:zlib";
import { parseBase45, printBase45 } from "@/lib/ledger/base45";
import { printReceipt, type Receipt } from "@/lib/ledger/receipt";

const START = "AQTALU1:";
/** A code that unfolds to more than this is none of ours. */
const MOST_BYTES = 1 << 20;

/**
 * A receipt as a text that a QR code holds: its line without the statement, whose hash is in the entry (zlib, then
 * Base45, between marks that show where it ends: the last sign may be a blank).
 */
export function printCode(receipt: Receipt): string {
  const line = printReceipt({ ...receipt, statement: null, passkey: null });
  return `${START}${printBase45(deflateSync(Buffer.from(line, "utf8"), { level: 9 }))}:`;
}

export const isCode = (start: string): boolean => start.startsWith(START);

/** The line in a code, with its line break, as bytes; null where there is none. */
export function readCode(text: string): Buffer | null {
  const packed = /^AQTALU1:(.+):\r?\n?$/.exec(text)?.[1];
  const bytes = packed === undefined ? null : parseBase45(packed);
  try {
    if (!bytes) return null;
    return Buffer.concat([inflateSync(bytes, { maxOutputLength: MOST_BYTES }), Buffer.from("\n")]);
  } catch {
    return null;
  }
}
