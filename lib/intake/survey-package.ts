import { isSystemFile } from "@/lib/files/bag-paths";
import type { Entry, Package, PackageFault } from "@/lib/files/package";
import { readPackage } from "@/lib/files/read-package";
import { knowsHeadings, readFirstRecord } from "./first-record";
import type { Reading } from "./view";

/** By so many bytes it is told what a file in a package is. */
const HEAD = 1 << 16;
/** Two lists may be sent together by mistake, a hundred are nobody's to choose from. */
const MOST_CANDIDATES = 100;

/** A file that may be what was sent. `sure`: its headings, or its first element, are known here. */
export interface Candidate {
  path: string;
  sure: boolean;
}

/** What lies in a package. `bytes`: of all files, as they are claimed. */
export interface Survey {
  candidates: Candidate[];
  /** Files that no system has left behind, the first of them by name. */
  files: number;
  named: string[];
  bytes: number;
  claims: "bag" | "workbook" | "office" | null;
  faults: PackageFault[];
}

const NAMED = 60;
const TAG_FILE = /^(?:[^/]+\/)?(?:bagit|(?:tag)?manifest-[^/]+)\.txt$/;
const MARKS: Readonly<Record<string, string>> = {
  "xl/workbook.xml": "workbook",
  "[Content_Types].xml": "office",
  "META-INF/manifest.xml": "office",
};

/** Goes through a package once and looks at the beginnings of what may be a table or a description. */
export async function surveyPackage(source: Package, asked: Partial<Reading>): Promise<Survey> {
  const survey: Survey = { candidates: [], files: 0, named: [], bytes: 0, claims: null, faults: [] };
  const seen = { marks: new Set<string | undefined>(), tags: new Set<string>(), data: new Set<string>() };
  const { faults } = await readPackage(source, async (entry) => {
    const { path, kind, size } = entry;
    const data = /^((?:[^/]+\/)?)data(?:\/|$)/.exec(path);
    if (data && (kind === "directory" || path !== data[0])) seen.data.add(data[1] ?? "");
    if (kind === "directory") return;
    seen.marks.add(MARKS[path]);
    if (TAG_FILE.test(path)) seen.tags.add(path);
    survey.bytes += size;
    if (isSystemFile(path)) return;
    survey.files += 1;
    if (survey.named.length < NAMED) survey.named.push(path);
    if (survey.candidates.length >= MOST_CANDIDATES) return;
    const sure = await mayBeSent(entry, asked);
    if (sure !== null) survey.candidates.push({ path, sure });
  });
  survey.faults = faults;
  const isBag = [...seen.tags].some((tag) => {
    const base = tag.slice(0, tag.lastIndexOf("/") + 1);
    return tag.endsWith("bagit.txt") || seen.data.has(base);
  });
  if (isBag) survey.claims = "bag";
  else if (seen.marks.has("workbook")) survey.claims = "workbook";
  else if (seen.marks.has("office")) survey.claims = "office";
  return survey;
}

/** Whether a file is surely a table or a description, or has the name of a table (false); null for all others. */
async function mayBeSent(entry: Entry, asked: Partial<Reading>): Promise<boolean | null> {
  const [, ending = ""] = /\.([^./]+)$/.exec(entry.path.toLowerCase()) ?? [];
  if (ending === "xlsx" || ending === "xlsm") return false;
  if (ending === "xml" || ending === "ead") return describes(await readBeginning(entry)) || null;
  if (!["csv", "tsv", "tab", "txt"].includes(ending)) return null;
  if (knowsHeadings(readFirstRecord(await readBeginning(entry), asked))) return true;
  return ending === "txt" ? null : false;
}

/** Whether XML begins with the element of a finding aid or of an authority record. */
function describes(head: Uint8Array): boolean {
  const text = Buffer.from(head.filter((byte) => byte !== 0)).toString("latin1");
  return /<(?:[\w.-]+:)?(?:ead|eac|eac-cpf)[\s>]/.test(text);
}

async function readBeginning(entry: Entry): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of entry.bytes()) {
    chunks.push(chunk);
    size += chunk.length;
    if (size >= HEAD) break;
  }
  return Buffer.concat(chunks).subarray(0, HEAD);
}
