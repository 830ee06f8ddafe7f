import { readAtom, type AtomDescriptions } from "./atom";
import type { Authorities } from "./authorities";
import { describesPeople } from "./authority-columns";
import { readAuthorityTable } from "./authority-table";
import { describesUnits } from "./atom-columns";
import { readFindingAid, type FindingAid } from "./ead";
import { readEac } from "./eac";
import type { Entries } from "./entries";
import { groupTable } from "./group-rows";
import type { Outcome } from "./problem";
import { openRecords, readTable } from "./table";
import type { Bytes } from "./table-text";
import type { Reading } from "./view";

/** Larger files come in over the command line. */
export const LARGEST_UPLOAD = 50 * 1024 * 1024;

export type Upload =
  FindingAid | AtomDescriptions | Authorities | { kind: "table"; reading: Reading; entries: Entries };

/**
 * Reads a file as what it is: XML as a finding aid, a table by its headings as AtoM's or as the import table, in the encoding and with
 * the separator that are asked for or else found out.
 */
export async function readUpload(
  bytes: Uint8Array,
  fileName: string,
  asked?: Partial<Reading> | null,
): Promise<Outcome<Upload>> {
  const kind = recognise(bytes, fileName);
  if (kind === null)
    return { ok: false, problem: { code: "unknownKind", place: { kind: "file" }, detail: fileName } };
  if (kind === "ead") return beginsAuthority(bytes) ? readEac([bytes]) : readFindingAid([bytes]);
  const opened = await openRecords([bytes], asked ?? {});
  if (opened.ok && describesUnits(opened.value.names)) return readAtom(opened.value);
  if (opened.ok && describesPeople(opened.value.names)) return readAuthorityTable(opened.value);
  const table = await readTable(bytes, asked ?? {});
  if (!table.ok) return table;
  return {
    ok: true,
    value: { kind: "table", reading: table.value.reading, entries: groupTable(table.value) },
  };
}

/** Whether XML begins with the element of an authority record. */
function beginsAuthority(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096).filter((byte) => byte !== 0)).toString("latin1");
  return /<(?:[\w.-]+:)?eac(?:-cpf)?[\s>]/.test(head);
}

/** Whether a table has the headings of one of AtoM's templates: it is read as a whole. */
export async function isOfAtom(source: Bytes, asked: Partial<Reading>): Promise<boolean> {
  const opened = await openRecords(source, asked);
  return opened.ok && (describesUnits(opened.value.names) || describesPeople(opened.value.names));
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
