import { parseFoliation, type Foliation } from "@/lib/archive/foliation";
import { nameExtent, readSheets } from "@/lib/archive/named-extents";
import type { Extent } from "@/lib/archive/positions";
import { newId } from "@/lib/store/id";
import type { KnownMaterial, MaterialColumns, NewMaterial } from "@/lib/store/intake-materials";
import { readDateColumns } from "./dates";
import { applyChanges, findChanges, pairByKeys, rememberSaid } from "./difference";
import type { MaterialEntry } from "./entries";
import type { FilePlan } from "./propose-files";
import { remembering } from "@/lib/names/remembering";
import { sampleMaterial } from "./samples";
import type { TableContext } from "./table-context";

export interface MaterialPlan {
  added: NewMaterial[];
  updates: MaterialColumns[];
  /** Files whose documents are described further; new files say so by arriving. */
  changed: { id: string; fields: string[] }[];
}

type Said = Record<"materialKind" | "title" | "dateText" | "sheets" | "graded", string>;

/** A document of the table with its words understood and its sheets found. */
interface Placed {
  entry: MaterialEntry;
  fileId: string;
  foliation: Foliation;
  extent: Extent;
  said: Said;
}

/** Compares the documents of a table with those that their files have. None is ever taken away. */
export function proposeMaterials(
  entries: readonly MaterialEntry[],
  known: readonly KnownMaterial[],
  files: Pick<FilePlan, "ids" | "foliations" | "held" | "files">,
  context: TableContext,
): MaterialPlan {
  const plan: MaterialPlan = { added: [], updates: [], changed: [] };
  const placed = entries.flatMap((entry) => place(entry, files, context) ?? []);
  const matches = pairByKeys(placed, known, [
    [({ entry }) => entry.key, (one) => one.source_key],
    [
      ({ fileId, said, extent }) => [fileId, said.materialKind, extent.from, extent.to].join("#"),
      (one) => [one.file_id, one.kind, one.from_pos, one.to_pos].join("#"),
    ],
  ]);
  const touched = new Set<string>();
  for (const one of placed) {
    if (compare(one, matches.get(one), files.held, plan, context)) touched.add(one.fileId);
  }
  const arriving = new Set(files.files.map(({ id }) => id));
  plan.changed = [...touched].filter((id) => !arriving.has(id)).map((id) => ({ id, fields: ["materials"] }));
  return plan;
}

/** Many files have as many sheets as another. */
const foliationOf = remembering((text): Foliation | null => {
  const parsed = parseFoliation(text);
  return parsed.ok ? parsed.value : null;
});

function place(
  entry: MaterialEntry,
  { ids, foliations }: Pick<FilePlan, "ids" | "foliations">,
  { words, reject, remark }: TableContext,
): Placed | null {
  const fileId = ids.get(entry.fileKey);
  if (fileId === undefined) {
    reject("fileRejected", entry.row, null, entry.title || entry.kind);
    return null;
  }
  const foliation = foliationOf(foliations.get(entry.fileKey) ?? "");
  const read = foliation && readSheets(foliation, entry.sheets);
  const extent = read?.ok ? read.value[0] : undefined;
  if (!foliation || !extent) {
    reject("noSuchSheets", entry.row, "materialSheets", entry.sheets);
    return null;
  }
  const kind = words.find("material", entry.kind);
  if (kind === null) remark("kindUnknown", entry.row, "materialKind", entry.kind);
  if (entry.dates !== "" && readDateColumns(entry.dates).date_edtf === null)
    remark("dateUnclear", entry.row, "materialDates", entry.dates);
  const said = {
    ...{ materialKind: kind ?? "other", title: entry.title || entry.kind, dateText: entry.dates },
    ...{ sheets: nameExtent(foliation, extent), graded: entry.graded },
  };
  return { entry, fileId, foliation, extent, said };
}

const currentOf = (known: KnownMaterial, foliation: Foliation): Said => ({
  ...{ materialKind: known.kind, title: known.title, dateText: known.date_text ?? "" },
  sheets: nameExtent(foliation, { from: known.from_pos, to: known.to_pos }),
  graded: known.had_grade ? "yes" : "no",
});

/** @returns whether the documents of the file become others. */
function compare(
  one: Placed,
  known: KnownMaterial | undefined,
  held: ReadonlySet<string>,
  plan: MaterialPlan,
  context: TableContext,
): boolean {
  const { entry, fileId, foliation, said } = one;
  if (known && known.file_id !== fileId) {
    context.reject("materialElsewhere", entry.row, "materialCode", said.title);
    return false;
  }
  const current = known && currentOf(known, foliation);
  const changes = known && current ? findChanges(said, known.imported, current) : null;
  if (held.has(fileId) && changes?.length !== 0) {
    context.reject("inProceeding", entry.row, "materialKind", said.title);
    return false;
  }
  if (!known || !current || !changes) {
    const columns = columnsOf(newId(), said, one.extent, rememberSaid(said, null));
    plan.added.push({ ...columns, file_id: fileId, source_key: entry.key });
    context.added(sampleMaterial(entry), entry.key);
    return true;
  }
  context.compared(sampleMaterial(entry), entry.key, changes);
  if (changes.length === 0) return false;
  const after = applyChanges(current, changes) as Said;
  const moved = changes.some(({ field }) => field === "sheets");
  const extent = moved ? one.extent : { from: known.from_pos, to: known.to_pos };
  plan.updates.push(columnsOf(known.id, after, extent, rememberSaid(said, known.imported)));
  return true;
}

function columnsOf(
  id: string,
  said: Said,
  { from, to }: Extent,
  imported: Record<string, string>,
): MaterialColumns {
  return {
    ...{ id, kind: said.materialKind, title: said.title, ...readDateColumns(said.dateText) },
    ...{ from_pos: from, to_pos: to, had_grade: said.graded === "yes", imported },
  };
}
