import { readFindingAid, type FindingAid } from "./ead";
import type { Outcome } from "./problem";

/** A tree is compared as a whole, and held as a whole for that. */
export const LARGEST_TREE = 50 * 1024 * 1024;

/** Reads a finding aid. */
export async function readTree(bytes: Uint8Array): Promise<Outcome<FindingAid>> {
  if (bytes.length > LARGEST_TREE) {
    const detail = String(LARGEST_TREE / 1024 / 1024);
    return { ok: false, problem: { code: "tooLarge", place: { kind: "file" }, detail } };
  }
  return readFindingAid([bytes]);
}

/** Documents, archives and pictures, which begin with a mark of their own. */
const BINARY =
  /^(?:PK\x03\x04|%PDF|\x1f\u008b|\u00d0\u00cf\x11|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|7z\u00bc\u00af|Rar!)/;

/** What a file is by its first bytes and its name; null for neither. */
export function recognise(bytes: Uint8Array, fileName: string): "ead" | "table" | null {
  const head = Buffer.from(bytes.subarray(0, 512));
  if (BINARY.test(head.toString("latin1"))) return null;
  const plain = Buffer.from(head.filter((byte) => byte !== 0)).toString("latin1");
  const isXml = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(plain);
  return isXml || /\.(?:xml|ead)$/i.test(fileName) ? "ead" : "table";
}
