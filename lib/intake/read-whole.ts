import { readAtom, type AtomDescriptions } from "./atom";
import type { Authorities } from "./authorities";
import { describesPeople } from "./authority-columns";
import { readAuthorityTable } from "./authority-table";
import { describesUnits } from "./atom-columns";
import { readFindingAid, type FindingAid } from "./ead";
import { readEac } from "./eac";
import { failAt } from "./table-records";
import type { Outcome } from "./problem";
import { openRecords } from "./table";
import type { Bytes } from "./table-text";
import type { Reading } from "./view";

/** What is compared as a whole, and held as a whole for that. */
const LARGEST_WHOLE = 50 * 1024 * 1024;

/** Descriptions that hang together: a finding aid, AtoM's tables, authority records. */
export type Whole = FindingAid | AtomDescriptions | Authorities;

/**
 * Reads XML as a finding aid or an authority record, and a table of AtoM by its headings, in the encoding and with the
 * separator that are asked for or else found out.
 */
export async function readWhole(
  bytes: Uint8Array,
  fileName: string,
  asked: Partial<Reading>,
): Promise<Outcome<Whole>> {
  const large = refuseLarge(bytes.length);
  if (large) return large;
  if (isXml(bytes, fileName)) return beginsAuthority(bytes) ? readEac([bytes]) : readFindingAid([bytes]);
  const opened = await openRecords([bytes], asked);
  if (!opened.ok) return opened;
  if (describesUnits(opened.value.names)) return readAtom(opened.value);
  if (describesPeople(opened.value.names)) return readAuthorityTable(opened.value);
  return failAt("noHeadings", 1, null, "");
}

/** Before so many bytes are read. */
export function refuseLarge(size: number): Outcome<never> | null {
  if (size <= LARGEST_WHOLE) return null;
  const detail = String(LARGEST_WHOLE / 1024 / 1024);
  return { ok: false, problem: { code: "tooLarge", place: { kind: "file" }, detail } };
}

/** Whether XML begins with the element of an authority record. */
function beginsAuthority(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 4096).filter((byte) => byte !== 0)).toString("latin1");
  return /<(?:[\w.-]+:)?eac(?:-cpf)?[\s>]/.test(head);
}

/** Documents, archives and pictures, which begin with a mark of their own. */
const BINARY =
  /^(?:PK\x03\x04|%PDF|\x1f\u008b|\u00d0\u00cf\x11|\u0089PNG|\u00ff\u00d8\u00ff|GIF8|II\*\0|MM\0\*|7z\u00bc\u00af|Rar!)/;

function isXml(head: Uint8Array, fileName: string): boolean {
  const plain = Buffer.from(head.subarray(0, 512).filter((byte) => byte !== 0)).toString("latin1");
  return (
    /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\s*</.test(plain) || /\.(?:xml|ead)$/i.test(fileName)
  );
}

type Sent = { head: Uint8Array; fileName: string; asked: Partial<Reading>; source: () => Bytes };

/** What a file is by its first bytes, its name and, of a table, its headings; null for what is not read at all. */
export async function recognise({ head, fileName, asked, source }: Sent): Promise<"whole" | "table" | null> {
  if (BINARY.test(Buffer.from(head.subarray(0, 512)).toString("latin1"))) return null;
  if (isXml(head, fileName)) return "whole";
  const opened = await openRecords(source(), asked);
  if (!opened.ok) return "table";
  const { names } = opened.value;
  return describesUnits(names) || describesPeople(names) ? "whole" : "table";
}
