import { nameUnits } from "./ead-keys";
import { EadReader } from "./ead-reader";
import type { EadUnit } from "./ead-unit";
import type { FileFault, Outcome } from "./problem";
import { readXml, type XmlSource } from "./xml-run";

/** A finding aid as it was read: units in document order, the whole first. A fonds of AtoM's table is one as well. */
export interface FindingAid {
  kind: "ead";
  version: "EAD3" | "EAD 2002" | "AtoM";
  /** eadid or recordid; where the file has none, agency and unitid of the whole. */
  record: string;
  title: string;
  units: EadUnit[];
}

/**
 * Reads an EAD3 or EAD 2002 finding aid piece by piece: one unit for `archdesc` and one for every `c`,
 * `c01` … `c12`.
 *
 * @returns the finding aid, or the first problem met, with line and column. Never a part of a file.
 */
export async function readFindingAid(source: XmlSource): Promise<Outcome<FindingAid>> {
  const reader = new EadReader();
  const root = { is: (local: string) => local === "ead", otherwise: "notFindingAid" } as const;
  const { problem, at } = await readXml(source, reader, root);
  if (problem) return { ok: false, problem };
  const lacks = (code: FileFault, detail: string): Outcome<never> => ({
    ok: false,
    problem: { code, place: { kind: "line", ...at }, detail },
  });
  const { header, drafts } = reader;
  const [whole] = drafts;
  if (!whole) return lacks("noDescription", "archdesc");
  const record = header.record || [header.agency, whole.text("reference")].filter(Boolean).join(" ");
  if (record === "") return lacks("noIdentifier", "recordid");
  const version = reader.headerName === "control" ? "EAD3" : "EAD 2002";
  return { ok: true, value: { kind: "ead", version, record, title: header.title, units: nameUnits(drafts) } };
}
