import {
  loadAgencies,
  loadCases,
  loadMentions,
  loadPeople,
  loadUnitsByKey,
  loadWords,
} from "@/lib/store/intake-table";
import { loadMaterials, type KnownMaterial } from "@/lib/store/intake-materials";
import type { Reader } from "@/lib/store/transaction";
import { Agencies } from "./agencies";
import type { Entries } from "./entries";
import type { Part } from "./gathering";
import { levelsOf } from "./levels";
import { matchPeople } from "./match-people";
import { problemsOf } from "./place-problem";
import type { Importer } from "./proposal";
import { proposeCases } from "./propose-cases";
import { proposeFiles, type FilePlan } from "./propose-files";
import { proposeMaterials } from "./propose-materials";
import { proposeMentions } from "./propose-mentions";
import { proposePeople } from "./propose-people";
import { Recogniser } from "./recognise";
import { TableContext } from "./table-context";
import { UnitPlacer } from "./unit-placer";
import type { TablePlan } from "./write-table";

const VOCABULARIES = ["organ", "measure", "category", "region", "grade", "material"];

/** Compares an import table, or a part of one, with the database: files first, then who is named in them, then their cases. */
export async function proposeTable(
  tx: Reader,
  entries: Entries,
  importer: Importer,
  part: Part,
): Promise<TablePlan> {
  const agencies = new Agencies(await loadAgencies(tx));
  const words = new Recogniser(await loadWords(tx, VOCABULARIES));
  const at = problemsOf(entries.headings);
  const context = new TableContext(importer, agencies, words, at, part);
  entries.problems.forEach((problem) => part.summary.problem(problem));

  const placer = await loadPlacer(tx, entries, context);
  const files = proposeFiles(entries.files, placer, context);
  const accepted = withoutRejected(entries, files.ids, context);
  const mentions = await loadMentions(tx, [...new Set(files.ids.values())]);
  const known = await loadPeople(
    tx,
    accepted.people.map(({ key }) => key),
    [...new Set(mentions.flatMap(({ person_id }) => person_id ?? []))],
  );
  const people = proposePeople(
    accepted.people,
    matchPeople(accepted.people, known, mentions, files.ids),
    context,
    homelessIn(accepted, files.ids, context),
  );
  const newMentions = proposeMentions(accepted.mentions, mentions, files, people.ids, context);
  const cases = proposeCases(
    accepted.cases,
    await loadCases(tx, [...new Set(people.ids.values())], importer.reach),
    {
      fileIds: files.ids,
      filePaths: new Map(entries.files.map(({ key, reference }) => [key, levelsOf(reference)[3]!.path])),
      personIds: people.ids,
      personNames: new Map(entries.people.map(({ key, name }) => [key, name])),
    },
    context,
  );
  const materials = proposeMaterials(
    entries.materials,
    await knownMaterials(tx, entries, files),
    files,
    context,
  );
  return { units: placer.added, files, people, mentions: newMentions, cases, materials };
}

async function knownMaterials(
  tx: Reader,
  { materials }: Entries,
  { ids }: FilePlan,
): Promise<KnownMaterial[]> {
  if (materials.length === 0) return [];
  const fileIds = new Set(materials.flatMap(({ fileKey }) => ids.get(fileKey) ?? []));
  return loadMaterials(
    tx,
    [...fileIds],
    materials.map(({ key }) => key),
  );
}

async function loadPlacer(tx: Reader, { files }: Entries, context: TableContext): Promise<UnitPlacer> {
  const keys = new Set(files.flatMap(({ reference }) => levelsOf(reference).map(({ key }) => key)));
  return new UnitPlacer(await loadUnitsByKey(tx, [...keys], context.importer.reach), context);
}

/** People all of whose files are left out. Somebody who is known already is looked at all the same. */
function homelessIn(
  { people, mentions }: Pick<Entries, "people" | "mentions">,
  ids: ReadonlyMap<string, string>,
  { isLeft }: TableContext,
): Set<string> {
  const homeless = new Set(people.flatMap(({ key, fileKey }) => (isLeft("file", fileKey) ? [key] : [])));
  if (homeless.size > 0)
    for (const { fileKey, personKey } of mentions)
      if (personKey !== null && ids.has(fileKey)) homeless.delete(personKey);
  return homeless;
}

/** What hangs on a file that was turned down is turned down with it, and said so row by row; what hangs on one that is left out is not. */
function withoutRejected(
  entries: Entries,
  ids: ReadonlyMap<string, string>,
  { reject, isLeft }: TableContext,
): Pick<Entries, "people" | "mentions" | "cases"> {
  const stands = ({ fileKey }: { fileKey: string }): boolean => ids.has(fileKey) || isLeft("file", fileKey);
  for (const one of entries.mentions) {
    if (!stands(one)) reject("fileRejected", one.row, null, one.name);
  }
  return {
    people: entries.people.filter(stands),
    mentions: entries.mentions.filter(stands),
    cases: entries.cases,
  };
}
