import { addFault, type Findings } from "./bag-report";
import { knowsEncoding, linesOf } from "./tag-text";

/** The drafts before RFC 8493 that are still delivered, and the RFC itself. */
const VERSIONS = new Set(["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"]);
const FILE = "bagit.txt";
/** Two lines are never longer than this many characters. */
const LONGEST = 1000;

/** `encoding` is what the other tag files are read in: UTF-8 where the declaration does not say. */
export interface Declaration {
  version: string | null;
  encoding: string;
}

/**
 * Reads bagit.txt: exactly two lines, in UTF-8 and without a byte order mark (RFC 8493 section 2.1.1). A last line
 * need not end in a line break. Null where there is nothing to be read.
 */
export function readDeclaration(bytes: Uint8Array | null, findings: Findings): Declaration {
  const declaration: Declaration = { version: null, encoding: "utf-8" };
  if (bytes === null) return declaration;
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    addFault(findings, "notInEncoding", FILE, null, "utf-8");
    return declaration;
  }
  if (text.startsWith("\ufeff")) addFault(findings, "byteOrderMark", FILE, { file: FILE, line: 1 });
  const lines = linesOf(text.replace(/^\ufeff/, "").slice(0, LONGEST));
  const [first = "", second, third] = Array.from(lines, ({ line }) => line);
  declaration.version = readVersion(first, findings);
  declaration.encoding = readEncoding(second, findings) ?? declaration.encoding;
  if (third !== undefined) addFault(findings, "declarationForm", FILE, { file: FILE, line: 3 }, third);
  return declaration;
}

function readVersion(line: string, findings: Findings): string | null {
  const place = { file: FILE, line: 1 };
  const [, value] = /^BagIt-Version: (.*)$/.exec(line) ?? [];
  if (value === undefined) addFault(findings, "declarationForm", FILE, place, line);
  else if (!/^\d+\.\d+$/.test(value)) addFault(findings, "versionForm", FILE, place, value);
  else if (!VERSIONS.has(value)) addFault(findings, "versionUnknown", FILE, place, value);
  else return value;
  return null;
}

function readEncoding(line: string | undefined, findings: Findings): string | null {
  const place = { file: FILE, line: 2 };
  const [, value] = /^Tag-File-Character-Encoding: (\S+)$/.exec(line ?? "") ?? [];
  if (line === undefined) addFault(findings, "encodingMissing", FILE, null);
  else if (value === undefined) addFault(findings, "declarationForm", FILE, place, line);
  else if (!knowsEncoding(value)) addFault(findings, "encodingUnknown", FILE, place, value);
  else return value.toLowerCase();
  return null;
}
