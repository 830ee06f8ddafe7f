import { newId } from "@/lib/store/id";
import {
  clearParts,
  insertCases,
  insertCharges,
  insertMeasures,
  linkFiles,
  updateCases,
} from "@/lib/store/intake-cases";
import { insertMentions, replaceOwners, updateFiles, type NewMention } from "@/lib/store/intake-people";
import { insertMaterials, updateMaterials } from "@/lib/store/intake-materials";
import { describeUnits, insertFiles, insertUnits, spanFiles, type NewUnit } from "@/lib/store/intake-units";
import type { PlainTx } from "@/lib/store/transaction";
import type { Entry } from "./proposal";
import type { CasePlan } from "./propose-cases";
import type { MaterialPlan } from "./propose-materials";
import type { FilePlan } from "./propose-files";
import type { PeoplePlan } from "./propose-people";
import { arrived, arrivedPeople, edited, editedPeople, writePeople } from "./write-people";

export interface TablePlan {
  units: NewUnit[];
  files: FilePlan;
  people: PeoplePlan;
  mentions: NewMention[];
  cases: CasePlan;
  materials: MaterialPlan;
}

/** Writes all of a table, some statements in all; what is new is closed and archived. */
export async function writeTable(tx: PlainTx, plan: TablePlan): Promise<Entry[]> {
  const { files, people, cases } = plan;
  await insertUnits(tx, plan.units);
  await insertFiles(tx, files.files);
  await replaceOwners(tx, files.ownersReplaced, files.owners);
  await describeUnits(tx, files.described);
  await updateFiles(tx, files.updates);
  await spanFiles(
    tx,
    files.counted.map(({ id, leaves }) => ({ id: newId(), file_id: id, to_pos: leaves * 2 - 1 })),
  );
  await writePeople(tx, people);
  await insertMentions(tx, plan.mentions);
  await insertCases(tx, cases.cases);
  await updateCases(tx, cases.updates);
  for (const part of ["charges", "measures"] as const) await clearParts(tx, part, cases.cleared[part]);
  await insertCharges(tx, cases.charges);
  await insertMeasures(tx, cases.measures);
  await linkFiles(tx, cases.links);
  await insertMaterials(tx, plan.materials.added);
  await updateMaterials(tx, plan.materials.updates);
  return [...arrivals(plan), ...edits(plan)];
}

function arrivals({ units, files, people, cases }: TablePlan): Entry[] {
  const said = new Map(units.map(({ id, imported }) => [id, imported]));
  const keys = new Map([...files.ids].map(([key, id]) => [id, key]));
  return [
    ...files.files.map(({ id }) => arrived("file", id, keys.get(id) ?? "", said.get(id), { fileId: id })),
    ...arrivedPeople(people),
    ...cases.cases.map((one) =>
      arrived("case", one.id, one.source_key, one.imported, { caseId: one.id, personId: one.person_id }),
    ),
  ];
}

/** One entry for each thing that was there and has been changed. */
function edits({ files, people, cases, materials }: TablePlan): Entry[] {
  const described = new Map(files.changed.map(({ id, fields }) => [id, fields]));
  for (const { id, fields } of materials.changed)
    described.set(id, [...(described.get(id) ?? []), ...fields]);
  return [
    ...[...described].map(([id, fields]) => edited({ fileId: id }, fields)),
    ...editedPeople(people),
    ...cases.changed.map(({ id, personId, fields }) => edited({ caseId: id, personId }, fields)),
  ];
}
