import { newId } from "@/lib/store/id";
import type { CaseColumns, CaseLink, NewCharge, NewMeasure } from "@/lib/store/intake-cases";
import type { KnownCase } from "@/lib/store/intake-table";
import { readDateColumns } from "./dates";
import { applyChanges, findChanges, rememberSaid } from "./difference";
import type { CaseEntry } from "./entries";
import { matchCases } from "./match-cases";
import { sampleCase } from "./samples";
import type { TableContext } from "./table-context";
import {
  printLinks,
  printMeasure,
  remarkUnclear,
  understandCase,
  type CaseFields,
  type Subjects,
  type UnderstoodCase,
} from "./understand-case";

export interface CasePlan {
  cases: (CaseColumns & { person_id: string; source_key: string; registered_by: string })[];
  updates: CaseColumns[];
  charges: NewCharge[];
  measures: NewMeasure[];
  /** Cases whose charges or measures are written anew. */
  cleared: { charges: string[]; measures: string[] };
  links: CaseLink[];
  changed: { id: string; personId: string; fields: string[] }[];
}

/** Compares the cases of a table with those of the same people. New ones arrive archived. */
export function proposeCases(
  entries: readonly CaseEntry[],
  known: readonly KnownCase[],
  subjects: Subjects,
  context: TableContext,
): CasePlan {
  const plan: CasePlan = {
    ...{ cases: [], updates: [], charges: [], measures: [], links: [], changed: [] },
    cleared: { charges: [], measures: [] },
  };
  const understood = entries.flatMap((entry) => {
    if (!context.isLeft("person", entry.personKey)) return understandCase(entry, subjects, context) ?? [];
    context.added(sampleCase(entry, subjects.personNames.get(entry.personKey) ?? ""), entry.key, true);
    return [];
  });
  const matches = matchCases(understood, known);
  for (const one of understood) {
    const match = matches.get(one);
    if (!match) addCase(one, plan, context);
    else if (match.seen) compareCase(one, match, plan, context);
    // A case that the importer may not see is neither shown nor touched.
    else context.compared(sampleCase(one.entry, one.personName), one.entry.key, []);
  }
  return plan;
}

const currentOf = (known: KnownCase): CaseFields => ({
  episode: known.date_text ?? "",
  body: known.organ_text ?? "",
  category: known.category ?? "",
  region: known.region ?? "",
  charges: known.charges.join("; "),
  measures: known.measures.map(printMeasure).join("; "),
  files: printLinks(known.files),
});

/** The years of an episode are its name: what two cases of one person are told apart by. */
function nameEpisode({ entry }: UnderstoodCase): string {
  const texts = [entry.episode, ...entry.measures.map(({ date }) => date)];
  for (const { date_from, date_to } of texts.map((text) => readDateColumns(text))) {
    const years = [date_from, date_to].flatMap((day) => day?.slice(0, 4) ?? []);
    if (years.length > 0) return [...new Set(years)].join("–");
  }
  return "XXXX";
}

function columnsOf(
  id: string,
  one: UnderstoodCase,
  fields: Record<string, string>,
  imported: Record<string, string>,
  words: TableContext["words"],
): CaseColumns {
  return {
    ...{ id, episode: nameEpisode(one), category: fields.category || null, region: fields.region || null },
    ...{ organ: words.find("organ", fields.body ?? ""), organ_text: fields.body || null },
    ...readDateColumns(fields.episode ?? ""),
    imported,
  };
}

function addCase(one: UnderstoodCase, plan: CasePlan, context: TableContext): void {
  const { entry, personId, said } = one;
  if (!context.added(sampleCase(entry, one.personName), entry.key, one.links.length === 0)) return;
  remarkUnclear(entry, context);
  const id = newId();
  const columns = columnsOf(id, one, said, rememberSaid(said, null), context.words);
  const registered_by = context.importer.accountId;
  plan.cases.push({ ...columns, person_id: personId, source_key: entry.key, registered_by });
  writeParts(id, one, new Set(["charges", "measures", "files"]), plan, context);
}

function compareCase(one: UnderstoodCase, known: KnownCase, plan: CasePlan, context: TableContext): void {
  const { entry, said } = one;
  remarkUnclear(entry, context);
  const current = currentOf(known);
  const there = new Set(known.files.map(({ file_id, bond }) => `${file_id}#${bond}`));
  const linksNew = one.links.some(({ file_id, bond }) => !there.has(`${file_id}#${bond}`));
  const found = findChanges(said, known.imported, current).filter(
    ({ field }) => field !== "files" || linksNew,
  );
  const held = known.in_use && found.length > 0;
  if (held) context.reject("inProceeding", entry.row, null, one.personName);
  const changes = context.compared(sampleCase(entry, one.personName), entry.key, held ? [] : found);
  if (changes.length === 0) return;
  const fields = changes.map(({ field }) => field);
  const imported = rememberSaid(said, known.imported);
  plan.updates.push(columnsOf(known.id, one, applyChanges(current, changes), imported, context.words));
  plan.changed.push({ id: known.id, personId: known.person_id, fields });
  for (const part of ["charges", "measures"] as const)
    if (fields.includes(part)) plan.cleared[part].push(known.id);
  writeParts(known.id, one, new Set(fields), plan, context);
}

function writeParts(
  case_id: string,
  one: UnderstoodCase,
  parts: ReadonlySet<string>,
  plan: CasePlan,
  context: TableContext,
): void {
  const { entry } = one;
  if (parts.has("charges")) {
    plan.charges.push(
      ...entry.charges.map((article, position) => ({ id: newId(), case_id, position, article })),
    );
  }
  if (parts.has("measures")) {
    for (const [position, { text, date }] of entry.measures.entries()) {
      const kind = context.words.find("measure", text) ?? "other";
      plan.measures.push({ id: newId(), case_id, position, kind, text, ...readDateColumns(date) });
    }
  }
  if (parts.has("files")) {
    const linked_by = context.importer.accountId;
    plan.links.push(...one.links.map(({ file_id, bond }) => ({ case_id, file_id, bond, linked_by })));
  }
}
