import type { FileUpdate } from "@/lib/store/intake-people";
import type { KnownUnit } from "@/lib/store/intake-table";
import type { Described, NewFile } from "@/lib/store/intake-units";
import type { FieldChange } from "./compare-units";
import { readDateColumns } from "./dates";
import { applyChanges, findChanges, rememberSaid } from "./difference";
import type { FileEntry } from "./entries";
import { sampleFile } from "./samples";
import type { TableContext } from "./table-context";
import type { UnitPlacer } from "./unit-placer";

export interface FilePlan {
  /** The file of every entry that was not turned down. */
  ids: Map<string, string>;
  /** The sheets of every such file as they will be; empty while they are not counted. */
  foliations: Map<string, string>;
  files: NewFile[];
  owners: { file_id: string; agency_id: string }[];
  described: Described[];
  updates: FileUpdate[];
  ownersReplaced: string[];
  /** Files whose sheets are counted by the table, with how many leaves they have. */
  counted: { id: string; leaves: number }[];
  changed: { id: string; fields: string[] }[];
  /** Files the counting of whose sheets is left out. */
  uncounted: Set<string>;
  /** Files in a proceeding: what their dossier holds is changed there. */
  held: Set<string>;
}

type Said = Record<"fileTitle" | "fileDates" | "sheets" | "ownerAgency" | "grade", string>;
type KnownFile = KnownUnit & { file: NonNullable<KnownUnit["file"]> };

/** A file of the table with its words understood. */
interface Understood {
  entry: FileEntry;
  owners: string[];
  said: Said;
}

/** Fields that a dossier holds: with a proceeding they are changed there, with its safeguards. */
const HELD = new Set(["sheets", "ownerAgency", "grade"]);

/** Compares the files of a table with those that are there. */
export function proposeFiles(
  entries: readonly FileEntry[],
  placer: UnitPlacer,
  context: TableContext,
): FilePlan {
  const plan: FilePlan = {
    ...{
      ids: new Map<string, string>(),
      foliations: new Map<string, string>(),
      files: [],
      owners: [],
      described: [],
    },
    ...{ updates: [], ownersReplaced: [], counted: [], changed: [] },
    ...{ uncounted: new Set<string>(), held: new Set<string>() },
  };
  for (const entry of entries) {
    const understood = understand(entry, context);
    if (!understood) continue;
    const known = placer.find(entry.key);
    if (known && !mayTouch(entry, known, context)) continue;
    if (known && isFile(known)) compareFile(understood, known, plan, context);
    else if (context.added(sampleFile(entry), entry.key))
      addFile(understood, known?.id ?? placer.place(entry, understood.said), plan, context);
  }
  return plan;
}

const isFile = (unit: KnownUnit): unit is KnownFile => unit.file !== null;

function understand(entry: FileEntry, { agencies, words, reject }: TableContext): Understood | null {
  const found = entry.owners.map((name) => ({ name, id: agencies.find(name) }));
  const stranger = found.find(({ id }) => id === undefined);
  if (stranger) reject("unknownAgency", entry.row, "ownerAgency", stranger.name);
  const grade = words.find("grade", entry.grade);
  const unknown = entry.grade !== "" && grade === null;
  if (unknown) reject("unknownWord", entry.row, "grade", entry.grade);
  if (stranger || unknown) return null;
  const owners = found.flatMap(({ id }) => id ?? []);
  const said = {
    fileTitle: entry.title,
    fileDates: entry.dates,
    sheets: entry.foliation?.text ?? "",
    ownerAgency: agencies.print(owners),
    grade: grade ?? "",
  };
  return { entry, owners, said };
}

function mayTouch(entry: FileEntry, known: KnownUnit, { importer, reject }: TableContext): boolean {
  const { archiveId } = importer;
  const foreign = archiveId !== null && known.body_id !== null && known.body_id !== archiveId;
  if (!foreign && known.file?.seen !== false) return true;
  reject("foreignFile", entry.row, "fileNumber", entry.reference.file);
  return false;
}

function addFile(
  { entry, owners, said }: Understood,
  id: string,
  plan: FilePlan,
  context: TableContext,
): void {
  plan.ids.set(entry.key, id);
  const { text: foliation, leaves: leaf_count } = entry.foliation ?? { text: null, leaves: null };
  plan.foliations.set(entry.key, said.sheets);
  plan.files.push({ id, foliation, leaf_count, grade: said.grade || null });
  if (leaf_count !== null) plan.counted.push({ id, leaves: leaf_count });
  plan.owners.push(...owners.map((agency_id) => ({ file_id: id, agency_id })));
  if (entry.dates !== "" && readDateColumns(entry.dates).date_edtf === null) {
    context.remark("dateUnclear", entry.row, "fileDates", entry.dates);
  }
}

function compareFile(understood: Understood, known: KnownFile, plan: FilePlan, context: TableContext): void {
  const { entry, said } = understood;
  const { file } = known;
  const current: Said = {
    fileTitle: known.title,
    fileDates: known.date_text ?? "",
    sheets: file.foliation ?? "",
    ownerAgency: context.agencies.print(file.owners),
    grade: file.grade ?? "",
  };
  const found = findChanges(said, known.said, current);
  const isHeld = ({ field }: FieldChange): boolean =>
    (file.in_use && HELD.has(field)) || (file.sheets_used && field === "sheets");
  const held = found.filter(isHeld).map(({ field }) => field as keyof Said);
  for (const field of held) context.reject("inProceeding", entry.row, field, entry.reference.file);
  const changes = found.filter((change) => !isHeld(change));
  plan.ids.set(entry.key, known.id);
  if (file.in_use) plan.held.add(known.id);
  const made = context.compared(sampleFile(entry), entry.key, changes);
  const after = applyChanges(current, made) as Said;
  plan.foliations.set(entry.key, after.sheets);
  if (made.length < changes.length && changes.some(({ field }) => field === "sheets"))
    plan.uncounted.add(entry.key);
  if (made.length === 0) return;
  const remembered = rememberSaid(said, known.said);
  // What was not followed is said again at the next import.
  for (const field of held) delete remembered[field];
  plan.described.push(describe(known, after, remembered));
  const fields = made.map(({ field }) => field);
  plan.changed.push({ id: known.id, fields });
  updateFile(understood, known, after, new Set(fields), plan);
}

function describe(known: KnownFile, after: Said, said: Record<string, string>): Described {
  const kept = after.fileDates === (known.date_text ?? "");
  const { date_text, date_edtf, date_from, date_to } = kept ? known : readDateColumns(after.fileDates);
  return { id: known.id, title: after.fileTitle, date_text, date_edtf, date_from, date_to, said };
}

function updateFile(
  { entry, owners }: Understood,
  { id, file }: KnownFile,
  after: Said,
  changed: ReadonlySet<string>,
  plan: FilePlan,
): void {
  if (changed.has("sheets") || changed.has("grade")) {
    const leaf_count = changed.has("sheets") ? (entry.foliation?.leaves ?? null) : file.leaves;
    plan.updates.push({ id, foliation: after.sheets || null, leaf_count, grade: after.grade || null });
  }
  if (changed.has("sheets") && entry.foliation) plan.counted.push({ id, leaves: entry.foliation.leaves });
  if (changed.has("ownerAgency")) {
    plan.ownersReplaced.push(id);
    plan.owners.push(...owners.map((agency_id) => ({ file_id: id, agency_id })));
  }
}
