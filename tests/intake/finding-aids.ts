import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { EadUnit } from "@/lib/intake/ead-unit";
import { readFindingAid, type FindingAid } from "@/lib/intake/ead";
import { fieldsOf, type StoredUnit } from "@/lib/intake/unit-record";

/** Finding aids of real archives: they are not part of the project, tests that read them may skip. */
const folder = fileURLToPath(new URL("../../../shared/data/finding-aids/", import.meta.url));

export const realFindingAids = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith(".xml"))
      .sort()
  : [];

export const whyNone = "the finding aids are not beside the project (../shared/data/finding-aids)";

export function readSource(name: string): string {
  return readFileSync(folder + name, "utf8");
}

export async function parse(source: string): Promise<FindingAid> {
  const outcome = await readFindingAid([Buffer.from(source)]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

/** What the database holds after an import of these units. */
export function asStored(units: readonly EadUnit[]): StoredUnit[] {
  return units.map(({ key, parentKey, line: _, ...content }) => ({
    ...content,
    key,
    id: key,
    parentId: parentKey,
    current: fieldsOf(content),
    refPath: key,
    refKey: key,
    inUse: false,
  }));
}

/** A small EAD3 file around the components given. */
export function wrap(components: string, record = "r-1"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<ead xmlns="http://ead3.archivists.org/schema/"><control><recordid>${record}</recordid></control>
<archdesc level="fonds"><did><unitid>Ф. 10</unitid><unittitle>Прокуратура</unittitle></did>
<dsc>${components}</dsc></archdesc></ead>`;
}
