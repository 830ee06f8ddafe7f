import { readFindingAid, type FindingAid } from "./ead";
import type { Entries } from "./entries";
import { groupRows } from "./group-rows";
import type { Outcome } from "./problem";
import { readTable } from "./table";

/** Larger files come in over the command line. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024;

export type Upload = FindingAid | { kind: "table"; entries: Entries };

/** Reads a file as what it is: XML as a finding aid, everything else as the import table. */
export async function readUpload(bytes: Uint8Array, fileName: string): Promise<Outcome<Upload>> {
  const kind = recognise(bytes, fileName);
  if (kind === null)
    return { ok: false, problem: { code: "unknownKind", place: { kind: "file" }, detail: fileName } };
  if (kind === "ead") return readFindingAid([bytes]);
  const table = await readTable([bytes]);
  return table.ok ? { ok: true, value: { kind: "table", entries: groupRows(table.value) } } : table;
}

function recognise(bytes: Uint8Array, fileName: string): "ead" | "table" | null {
  const head = Buffer.from(bytes.subarray(0, 512));
  const wide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const plain = Buffer.from(head.filter((byte) => byte !== 0)).toString("latin1");
  const isXml = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(plain);
  if (isXml || /\.(?:xml|ead)$/i.test(fileName)) return "ead";
  const isBinary =
    !wide && (head.includes(0) || /^(?:PK\x03\x04|%PDF|\x1f\u008b|\u00d0\u00cf\x11)/.test(plain));
  return isBinary ? null : "table";
}
